import { refusals, refuseFaults } from './api-error.ts';
import { describeChannel, describeDirect, describeMember, describeRole } from './describe.ts';
import { describeGuild } from './describe-guild.ts';
import { object, text } from './form.ts';
import type { Messages } from './messages.ts';
import type { Reach } from './reach.ts';
import { json, ok, part, type Route } from './route.ts';
import type { World } from './world.ts';

const directForm = object({ recipient_id: text(1, 20) }, ['recipient_id']);

/** Guilds, their channels, roles and members, and conversations of two. */
export function guildRoutes(deps: { world: World; messages: Messages; reach: Reach }): Route[] {
  const { world, messages, reach } = deps;

  /** The last message of a channel, or the last post of a forum. */
  function lastIn(channelId: string): string | null {
    const posts = world
      .place(channelId)
      ?.guild.channels.filter((each) => each.parent_id === channelId && each.type === 11);
    const last = messages.list(channelId).findLast(({ visibleTo }) => visibleTo === undefined)?.message.id;
    return last ?? posts?.at(-1)?.id ?? null;
  }

  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      run: ({ at }) => {
        const found = reach.anywhere(part(at, 'channel'));
        const described = 'direct' in found ? describeDirect(found.direct) : describeChannel(found.channel);
        return ok({ ...described, last_message_id: lastIn(part(at, 'channel')) });
      },
    },
    {
      method: 'GET',
      path: '/users/@me/guilds',
      run: () =>
        ok(
          world.guilds
            .filter(({ bot }) => bot !== 'removed')
            .map(({ id, name }) => ({
              id,
              name,
              icon: null,
              banner: null,
              owner: false,
              features: [],
              permissions: '0',
            })),
        ),
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      run: (call) => {
        refuseFaults(directForm(call.body, []));
        const user = world.user(String(json(call)['recipient_id']));
        if (!user || user.bot) throw refusals.invalidRecipient();
        return ok(describeDirect(world.directWith(user)));
      },
    },
    {
      method: 'GET',
      path: '/users/:user',
      run: ({ at }) => {
        const user = world.user(part(at, 'user'));
        if (!user) throw refusals.unknownUser();
        return ok(user);
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild',
      run: ({ at, query }) => {
        const guild = reach.guild(part(at, 'guild'));
        const count = guild.members.length + 1;
        const counts =
          query.get('with_counts') === 'true' ? { approximate_member_count: count, approximate_presence_count: 1 } : {};
        return ok({ ...describeGuild(guild), ...counts });
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/channels',
      run: ({ at }) => {
        const { channels } = reach.guild(part(at, 'guild'));
        return ok(channels.filter(({ thread }) => !thread).map(describeChannel));
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/roles',
      run: ({ at }) => {
        const guild = reach.guild(part(at, 'guild'));
        return ok(guild.roles.map((role) => describeRole(guild, role)));
      },
    },
    {
      method: 'GET',
      path: '/guilds/:guild/members/:user',
      run: ({ at }) => {
        const guild = reach.guild(part(at, 'guild'));
        const member = [world.bot, ...guild.members].find(({ id }) => id === part(at, 'user'));
        if (!member) throw refusals.unknownMember();
        return ok(describeMember(guild, member));
      },
    },
  ];
}
