import type { Client } from 'discord.js';
import { isEmpty } from '../../core/digest.ts';
import { digestRequest } from '../../core/digest-request.ts';
import type { DeskOf } from '../../core/digests.ts';
import { headOf } from '../../core/explain-digest.ts';
import type { Memory } from '../../core/memory.ts';
import type { Composed, Composing } from '../../core/posting.ts';
import type { Storage } from '../../core/storage.ts';
import { choiceName } from '../choice-name.ts';
import { renderDigest, renderEmptyDigest, renderUnanswered } from '../render/digest.ts';
import { renderPauseNotice } from '../render/pause-notice.ts';
import { readableFrom } from './open-channels.ts';
import type { Bulletin } from './poster.ts';

/** Code units of a post's title in a forum. */
const TITLE = 100;
/** Rows of the ledger among which the last report, or the last failure, is looked for. */
const ROWS = 60;
/** Questions of a server that are looked through for a report. */
const QUESTIONS = 1000;

/** What digests, reports of questions and notices are put together from. `deskOf` gives the desk of a digest's channel. */
export type ComposeDeps = {
  readonly client: Client<true>;
  readonly storage: Storage;
  readonly memory: Pick<Memory, 'keep'>;
  readonly deskOf: DeskOf<'digest' | 'library'>;
};

/** Puts together what is delivered. */
export function createCompose(deps: ComposeDeps): (composing: Composing) => Promise<Composed<Bulletin>> {
  return async (composing) => {
    switch (composing.part) {
      case 'digest':
        return composeDigest(deps, composing);
      case 'unanswered':
        return composeUnanswered(deps, composing);
      case 'notice':
        return composeNotice(deps, composing);
      default:
        return composing.part satisfies never;
    }
  };
}

async function composeDigest(
  deps: ComposeDeps,
  { settings, at, date, mark: id }: Composing,
): Promise<Composed<Bulletin>> {
  const { client, storage, memory, deskOf } = deps;
  const desk = await deskOf(settings);
  const isOpen = readableFrom(client.guilds.cache.get(settings.guild), settings.channel);
  const digest = desk.digest(await digestRequest({ storage, desk, isOpen }, settings, at, date));
  const title = choiceName(headOf(digest), TITLE);
  if (isEmpty(digest)) {
    if (settings.whenEmpty === 'silent') return { nothing: 'There was nothing to say.' };
    return { message: { title, reply: renderEmptyDigest(digest, { id }) }, shown: [] };
  }
  const asked = digest.asked && (await memory.keep({ question: digest.asked.question }, settings));
  const reply = renderDigest(digest, { id, timezone: settings.timezone, asked, settings: settings.id });
  return { message: { title, reply }, shown: digest.shown };
}

/** The questions since the last report; those asked in private stay so. */
async function composeUnanswered(
  { storage }: ComposeDeps,
  { settings, mark: id }: Composing,
): Promise<Composed<Bulletin>> {
  const rows = await storage.deliveries.list(settings.id, ROWS);
  const last = rows.find(({ part, state }) => part === 'unanswered' && state === 'sent');
  const asked = await storage.questions.since(settings.guild, last?.sentAt ?? settings.createdAt, QUESTIONS);
  const questions = asked.filter((each) => !each.found && !each.private).map(({ question }) => question);
  if (questions.length === 0) return { nothing: 'No question had stayed without an answer.' };
  return { message: { title: 'Questions without an answer', reply: renderUnanswered(questions, { id }) }, shown: [] };
}

async function composeNotice(
  { client, storage }: ComposeDeps,
  { settings, mark: id }: Composing,
): Promise<Composed<Bulletin>> {
  const rows = await storage.deliveries.list(settings.id, ROWS);
  const guild = client.guilds.cache.get(settings.guild);
  const about = {
    id,
    server: guild?.name ?? 'a server that the bot is no longer in',
    channel: guild?.channels.cache.get(settings.channel)?.name ?? 'a channel that is gone',
    reason: rows.find(({ part, state }) => part === 'digest' && state === 'failed')?.reason ?? '',
  };
  return { message: { title: 'A digest was paused', reply: renderPauseNotice(settings, about) }, shown: [] };
}
