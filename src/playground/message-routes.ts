import { refusals, refuseFaults } from './api-error.ts';
import { all, type Check, choice, fault, integer, isJson, type Json, object, objects } from './form.ts';
import type { GuildChanges } from './guild-changes.ts';
import { messageForms } from './limits.ts';
import type { Messages, Page, Posted } from './messages.ts';
import { may } from './permissions.ts';
import type { Reach } from './reach.ts';
import { type Call, json, ok, part, type Route, shown } from './route.ts';
import type { World } from './world.ts';

const CHANNEL = '/channels/:channel/messages';
const ONE = `${CHANNEL}/:message`;
/** What Discord's headers say for messages of one channel. */
const WRITING = { calls: 5, per: 5000 };
const DELETING = { calls: 5, per: 1000 };

const id: Check = (value, path) =>
  /^\d{1,20}$/u.test(String(value))
    ? []
    : [fault(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not snowflake.`)];
const pageForm: Check = all(object({ limit: integer(1, 100), before: id, after: id, around: id }), (value, path) =>
  isJson(value) && ['before', 'after', 'around'].filter((key) => value[key] !== undefined).length > 1
    ? [fault(path, 'BASE_TYPE_CHOICES', 'Only one of before, after and around may be passed')]
    : [],
);
const nonceForm: Check = object({
  nonce: (value, path) =>
    (typeof value === 'string' && value.length <= 25) || Number.isInteger(value)
      ? []
      : [fault(path, 'NONCE_TYPE_TOO_LONG', 'A nonce is a whole number or a string of at most 25 characters.')],
  enforce_nonce: choice([true, false]),
});

/** Messages of channels, threads and direct conversations, as far as the bot may read and write there. */
export function messageRoutes(deps: {
  world: World;
  messages: Messages;
  reach: Reach;
  changes: GuildChanges;
}): Route[] {
  const { world, messages, reach, changes } = deps;

  /** A private message is no message of the channel. */
  const open = ({ visibleTo }: Posted) => visibleTo === undefined;

  function messageOf({ at }: Call): Posted {
    reach.anywhere(part(at, 'channel'));
    const posted = messages.find(part(at, 'message'));
    if (posted?.message.channel_id !== part(at, 'channel') || !open(posted)) throw refusals.unknownMessage();
    return posted;
  }

  function readable(channelId: string): boolean {
    const at = reach.anywhere(channelId);
    return 'direct' in at || may(at.guild, at.channel, world.bot.id, 'READ_MESSAGE_HISTORY');
  }

  function post(call: Call): Posted {
    const channelId = part(call.at, 'channel');
    const at = reach.anywhere(channelId);
    const body = json(call);
    reach.post(at, { embeds: objects(body['embeds']).length > 0, files: objects(body['attachments']).length > 0 });
    refuseFaults([...messageForms.channel(body, []), ...nonceForm(body, [])]);
    const fields = reference(body, channelId);
    if ('channel' in at && at.channel.thread?.archived) {
      const thread = { ...at.channel.thread, archived: false, turnedAt: world.now() };
      changes.putChannel(at.guild, { ...at.channel, thread });
    }
    const make = () => messages.post(channelId, body, { fields });
    const { nonce, enforce_nonce: enforced } = body;
    if (nonce === undefined || nonce === null) return make();
    const posted = enforced === true ? messages.once(JSON.stringify(nonce), make) : make();
    // Only this answer names the nonce: Discord does not promise it to readers.
    return { ...posted, message: { ...posted.message, nonce } };
  }

  /** Fields of a reply to another message of the channel. */
  function reference(body: Json, channelId: string): Json {
    const wanted = isJson(body['message_reference']) ? body['message_reference'] : undefined;
    if (!wanted) return {};
    if (!readable(channelId)) throw refusals.noHistory();
    const found = messages.find(String(wanted['message_id']));
    if (found?.message.channel_id === channelId && open(found)) {
      return {
        type: 19,
        message_reference: { type: 0, channel_id: channelId, message_id: found.message.id },
        referenced_message: found.message,
      };
    }
    if (wanted['fail_if_not_exists'] !== false)
      refuseFaults([fault(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message')]);
    return {};
  }

  return [
    {
      method: 'GET',
      path: CHANNEL,
      run: (call) => {
        const channelId = part(call.at, 'channel');
        const page = readPage(call.query);
        return ok(readable(channelId) ? messages.page(channelId, page, open).map(({ message }) => message) : []);
      },
    },
    { method: 'POST', path: CHANNEL, limit: WRITING, run: (call) => shown(post(call)) },
    {
      method: 'GET',
      path: ONE,
      run: (call) => {
        const posted = messageOf(call);
        if (!readable(part(call.at, 'channel'))) throw refusals.missingPermissions();
        return shown(posted);
      },
    },
    {
      method: 'PATCH',
      path: ONE,
      limit: WRITING,
      run: (call) => {
        const posted = messageOf(call);
        if (posted.message.author.id !== world.bot.id) throw refusals.notTheAuthor();
        const at = reach.anywhere(posted.message.channel_id);
        if ('channel' in at && at.channel.thread?.archived) throw refusals.archivedThread();
        refuseFaults(messageForms.edit(call.body, []));
        return shown(messages.edit(posted, json(call)));
      },
    },
    {
      method: 'DELETE',
      path: ONE,
      limit: DELETING,
      run: (call) => {
        const posted = messageOf(call);
        const at = reach.anywhere(posted.message.channel_id);
        if (posted.message.author.id !== world.bot.id && 'guild' in at) reach.demand(at, 'MANAGE_MESSAGES');
        messages.remove(posted);
        return { status: 204 };
      },
    },
  ];
}

function readPage(query: URLSearchParams): Page {
  const given = Object.fromEntries(query);
  const page = { ...given, limit: given['limit'] === undefined ? 50 : Number(given['limit']) };
  refuseFaults(pageForm(page, []));
  return page;
}
