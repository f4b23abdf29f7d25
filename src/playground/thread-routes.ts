import { refusals, refuseFaults } from './api-error.ts';
import { describeChannel } from './describe.ts';
import { boolean, type Check, choice, type Json, object, objects, text } from './form.ts';
import type { GuildChanges } from './guild-changes.ts';
import { messageForms } from './limits.ts';
import type { Messages } from './messages.ts';
import { may } from './permissions.ts';
import type { Reach } from './reach.ts';
import { type Answer, type Call, json, ok, part, type Route } from './route.ts';
import type { Channel, ChannelType, Guild, World } from './world.ts';

const PRIVATE = 12;
const FORUM = 15;
const archiveDuration: Check = choice([60, 1440, 4320, 10_080]);
const threadForm = object({ name: text(1, 100), auto_archive_duration: archiveDuration, type: choice([10, 11, 12]) }, [
  'name',
]);
const postForm = object({ name: text(1, 100), auto_archive_duration: archiveDuration, message: messageForms.channel }, [
  'name',
  'message',
]);
const changeForm = object({
  name: text(1, 100),
  archived: boolean,
  locked: boolean,
  auto_archive_duration: archiveDuration,
});

/** Threads of channels and posts of forums: opening, listing, archiving. */
export function threadRoutes(deps: { world: World; messages: Messages; reach: Reach; changes: GuildChanges }): Route[] {
  const { world, messages, reach, changes } = deps;
  const { id: me } = world.bot;

  function open(guild: Guild, parent: Channel, made: { id: string; name: string; type: ChannelType }): Channel {
    const now = world.now();
    const state = { ownerId: me, archived: false, locked: false, turnedAt: now, createdAt: now };
    const thread: Channel = { ...parent, ...made, overwrites: [], parent_id: parent.id, thread: state };
    changes.putChannel(guild, thread);
    return thread;
  }

  function openPost(call: Call, at: { guild: Guild; channel: Channel }): Answer {
    refuseFaults(postForm(call.body, []));
    const { name, message } = json(call);
    const body = message as Json;
    reach.demand(at, 'SEND_MESSAGES');
    if (objects(body['embeds']).length > 0) reach.demand(at, 'EMBED_LINKS');
    if (objects(body['attachments']).length > 0) reach.demand(at, 'ATTACH_FILES');
    // The first message of a post bears the post's own id.
    const id = world.newId();
    const thread = open(at.guild, at.channel, { id, name: String(name), type: 11 });
    const first = messages.post(id, body, { fields: { id } });
    return { status: 201, body: { ...describeChannel(thread), message: first.message } };
  }

  function openThread(call: Call): Answer {
    const at = reach.inGuild(part(call.at, 'channel'));
    if (at.channel.type === FORUM) return openPost(call, at);
    if (at.channel.thread) throw refusals.wrongChannelType();
    refuseFaults(threadForm(call.body, []));
    const { name, type } = json(call);
    // Discord makes a private thread where no type is given.
    const wanted = type ?? PRIVATE;
    reach.demand(at, wanted === PRIVATE ? 'CREATE_PRIVATE_THREADS' : 'CREATE_PUBLIC_THREADS');
    const made = { id: world.newId(), name: String(name), type: wanted as ChannelType };
    return { status: 201, body: describeChannel(open(at.guild, at.channel, made)) };
  }

  function openAtMessage(call: Call): Answer {
    const at = reach.inGuild(part(call.at, 'channel'));
    const posted = messages.find(part(call.at, 'message'));
    if (posted?.message.channel_id !== at.channel.id || posted.visibleTo !== undefined) throw refusals.unknownMessage();
    if (at.channel.thread) throw refusals.wrongChannelType();
    refuseFaults(threadForm(call.body, []));
    reach.demand(at, 'CREATE_PUBLIC_THREADS');
    const { id } = posted.message;
    if (world.place(id)) throw refusals.hasThread();
    const made = { id, name: String(json(call)['name']), type: at.channel.type === 5 ? 10 : 11 } as const;
    return { status: 201, body: describeChannel(open(at.guild, at.channel, made)) };
  }

  function change(call: Call): Answer {
    const at = reach.inGuild(part(call.at, 'channel'));
    const { thread } = at.channel;
    refuseFaults(changeForm(call.body, []));
    const body = json(call);
    const keeper = may(at.guild, at.channel, me, 'MANAGE_THREADS');
    if (!thread || (!keeper && (thread.ownerId !== me || thread.locked || body['locked'] === true))) {
      throw refusals.missingPermissions();
    }
    const flag = (name: 'archived' | 'locked') => (typeof body[name] === 'boolean' ? body[name] : thread[name]);
    const state = { ...thread, archived: flag('archived'), locked: flag('locked'), turnedAt: world.now() };
    const name = typeof body['name'] === 'string' ? body['name'] : at.channel.name;
    const changed: Channel = { ...at.channel, name, thread: state };
    changes.putChannel(at.guild, changed);
    return ok(describeChannel(changed));
  }

  function listed(guild: Guild, which: (channel: Channel) => boolean): Json {
    const threads = guild.channels.filter(
      (channel) => channel.thread && which(channel) && may(guild, channel, me, 'VIEW_CHANNEL'),
    );
    return { threads: threads.map(describeChannel), members: [], has_more: false };
  }

  return [
    { method: 'POST', path: '/channels/:channel/threads', run: openThread },
    { method: 'POST', path: '/channels/:channel/messages/:message/threads', run: openAtMessage },
    { method: 'PATCH', path: '/channels/:channel', run: change },
    {
      method: 'PUT',
      path: '/channels/:channel/thread-members/@me',
      run: (call) => {
        if (!reach.inGuild(part(call.at, 'channel')).channel.thread) throw refusals.wrongChannelType();
        return { status: 204 };
      },
    },
    {
      method: 'DELETE',
      path: '/channels/:channel',
      run: (call) => {
        const at = reach.inGuild(part(call.at, 'channel'));
        reach.demand(at, at.channel.thread ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS');
        changes.dropChannel(at.guild, at.channel);
        return ok(describeChannel(at.channel));
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/threads/active',
      run: ({ at }) => ok(listed(reach.guild(part(at, 'guild')), ({ thread }) => thread?.archived === false)),
    },
    {
      method: 'GET',
      path: '/channels/:channel/threads/archived/public',
      run: ({ at }) => {
        const { guild, channel } = reach.inGuild(part(at, 'channel'));
        reach.demand({ guild, channel }, 'READ_MESSAGE_HISTORY');
        const own = (each: Channel) =>
          each.parent_id === channel.id && each.type !== PRIVATE && each.thread?.archived === true;
        return ok(listed(guild, own));
      },
    },
  ];
}
