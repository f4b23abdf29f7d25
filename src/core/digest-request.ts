import type { Desk } from './desk.ts';
import type { DigestRequest } from './digest.ts';
import type { DigestSettings } from './digest-settings.ts';
import { localDate } from './local-date.ts';
import type { Storage } from './storage.ts';

const DAY = 86_400_000;
/** Rows of the ledger that count for what was shown before, days back in which questions are looked for, and how many. */
const HISTORY = 400;
const ASKED_WITHIN = 14 * DAY;
const QUESTIONS = 200;

/** What a digest is made from at a moment: what it showed before, since when documents are new, and what was asked in public. */
export async function digestRequest(
  {
    storage,
    desk,
    isOpen,
  }: {
    readonly storage: Storage;
    readonly desk: Pick<Desk, 'library'>;
    /** Whether everybody who sees the digest may know what was asked in a channel; the digest's own where left out. */
    readonly isOpen?: (channel: string) => boolean;
  },
  { id, guild, channel, timezone, focus, language, createdAt }: DigestSettings,
  at: number,
  date = localDate(at, timezone),
): Promise<DigestRequest> {
  const rows = await storage.deliveries.list(id, HISTORY);
  const sent = rows.filter(({ part, state }) => part === 'digest' && state === 'sent');
  const hashes = desk.library().documents.map(({ hash }) => hash);
  const asked = await storage.questions.since(guild, at - ASKED_WITHIN, QUESTIONS);
  const open = asked
    .filter((question) => question.found && !question.private && question.document === undefined)
    .filter((question) => (isOpen ? isOpen(question.channel) : question.channel === channel));
  return {
    date,
    focus,
    language,
    since: sent[0]?.sentAt ?? createdAt,
    firstServed: await storage.documents.firstServed(hashes, at),
    shown: sent.toReversed().flatMap(({ shown }) => shown),
    questions: [...new Set(open.map(({ question }) => question))],
  };
}
