import { type APIMessage, type Client, type RESTGetAPIGuildThreadsResult, Routes, SnowflakeUtil } from 'discord.js';
import type { Sighting } from '../../core/posting.ts';
import { mayReadHistory } from './permissions.ts';
import type { Open } from './place.ts';

/** Messages that Discord gives at a time, at most. */
const PAGE = 100;

const UNKNOWN =
  'The bot was stopped while posting, and may not read the history of the channel to see whether it had arrived. Allow it Read Message History there.';

/** Looks in a place for the bot's own message with that mark, since a moment (Unix milliseconds). Rejects where Discord does. */
export async function readBack(client: Client<true>, place: Open, mark: string, since: number): Promise<Sighting> {
  const after = String(SnowflakeUtil.generate({ timestamp: since }));
  const bears = isMarked(client.user.id, mark);
  if (place.outcome === 'channel' && !mayReadHistory(place.channel, place.bot)) {
    return (await isQuietSince(client, place.id, after))
      ? { outcome: 'absent' }
      : { outcome: 'unknown', reason: UNKNOWN };
  }
  const candidates =
    place.outcome === 'channel' && place.channel.isThreadOnly()
      ? firstOfPosts(client, place.channel.guild.id, place.id, after)
      : messagesAfter(client, place.id, after);
  for await (const message of candidates) {
    if (bears(message)) return { outcome: 'found', ...sightOf(message) };
  }
  return { outcome: 'absent' };
}

/** Messages of a channel, oldest pages first. */
async function* messagesAfter(client: Client<true>, channel: string, start: string): AsyncGenerator<APIMessage> {
  let [after, full] = [start, true];
  while (full) {
    const query = new URLSearchParams({ limit: String(PAGE), after });
    const page = (await client.rest.get(Routes.channelMessages(channel), { query })) as APIMessage[];
    yield* page;
    full = page.length === PAGE;
    after = page[0]?.id ?? after;
  }
}

/** The first message of every post that the bot began in a forum; it bears the id of its post. */
async function* firstOfPosts(
  client: Client<true>,
  guild: string,
  forum: string,
  after: string,
): AsyncGenerator<APIMessage> {
  const { threads } = (await client.rest.get(Routes.guildActiveThreads(guild))) as RESTGetAPIGuildThreadsResult;
  const own = threads.filter((thread) => 'owner_id' in thread && thread.owner_id === client.user.id);
  for (const { id } of own.filter(
    (thread) => 'parent_id' in thread && thread.parent_id === forum && BigInt(thread.id) > BigInt(after),
  ))
    yield (await client.rest.get(Routes.channelMessage(id, id))) as APIMessage;
}

function sightOf({ channel_id: channel, id }: APIMessage): { readonly message: string; readonly at: number } {
  return { message: `${channel}/${id}`, at: SnowflakeUtil.timestampFrom(id) };
}

/** Whether nothing was posted since, which can be seen without reading. */
async function isQuietSince(client: Client<true>, channel: string, after: string): Promise<boolean> {
  const { last_message_id: last } = (await client.rest.get(Routes.channel(channel))) as {
    last_message_id?: string | null;
  };
  return last === undefined || last === null || BigInt(last) <= BigInt(after);
}

/** Answers to people may carry a mark too, on the buttons below them; they are none that the bot began. */
function isMarked(bot: string, mark: string): (message: APIMessage) => boolean {
  return ({ author, interaction_metadata: answered, components }) =>
    author.id === bot && answered === undefined && JSON.stringify(components ?? []).includes(mark);
}
