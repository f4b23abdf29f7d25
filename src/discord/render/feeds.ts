import { count } from '../../core/answer.ts';
import { DAILY_ENTRIES, FEED_FORMATS, type Feed, type FeedEntry, FIRST_ENTRIES } from '../../core/feed.ts';
import type { FollowOutcome } from '../../core/feeds.ts';
import { escapeLine } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { renderSource } from './citation.ts';
import { COLOURS } from './colours.ts';

const LENGTH = { title: 100, entry: 150, fault: 300 } as const;

/** What `/knowledge feed add` found, and what will be kept of it. */
export function renderFollowed(outcome: FollowOutcome): Reply {
  switch (outcome.outcome) {
    case 'too-many':
      return quiet(
        `This server follows ${outcome.most} feeds, as many as it may. Remove one with \`/knowledge feed remove\`.`,
      );
    case 'known':
      return quiet(`This server follows that feed already:\n${lineOf(outcome.feed)}`);
    default:
      return found(outcome);
  }
}

function found({ outcome, feed, found: { content, onPage } }: Extract<FollowOutcome, { found: unknown }>): Reply {
  const { entries, format } = content;
  const first = outcome === 'followed' ? entries.slice(0, FIRST_ENTRIES) : [];
  const description = [
    [headOf(feed), FEED_FORMATS[format], entries.length === 1 ? '1 entry' : `${entries.length} entries`].join(' · '),
    ...(onPage ? ['It is the feed that the page names.'] : []),
    '',
    ...(first.length === 0
      ? [`What is new in it is kept from now on as documents of this server, up to ${DAILY_ENTRIES} a day.`]
      : [
          `Kept now as documents of this server${first.length < entries.length ? ', being the newest' : ''}; each new one follows, up to ${DAILY_ENTRIES} a day:`,
          ...first.map(entryLine),
        ]),
    '',
    '-# `/knowledge feed list` shows how it goes.',
  ];
  const title = outcome === 'followed' ? 'A feed is followed' : 'A feed is followed again';
  return { embeds: [{ color: COLOURS.found, title, description: description.join('\n') }], components: [] };
}

/** A server's feeds with when they were read and what is wrong, in as many messages as they take. */
export function renderFeeds(feeds: readonly Feed[]): readonly [Reply, ...Reply[]] {
  const pages: string[] = [];
  for (const line of feeds.map(lineOf)) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + line.length < LIMITS.embedDescription)
      pages[pages.length - 1] = `${last}\n${line}`;
    else pages.push(line);
  }
  const [first, ...others] = pages.map(
    (description): Reply => ({ embeds: [{ color: COLOURS.found, description }], components: [] }),
  );
  return first
    ? [first, ...others]
    : [quiet('This server follows no feed yet. Follow one with `/knowledge feed add`.')];
}

/** That a feed is followed no more, and what becomes of its documents. */
export function renderUnfollowed({ title, kept }: Feed): Reply {
  const stay =
    kept.total === 0
      ? 'No document was kept of it.'
      : `What was kept of it stays (${count(kept.total, 'document')}); \`/knowledge remove\` deletes a document.`;
  return quiet(`**${escapeLine(title, LENGTH.title)}** is followed no more. ${stay}`);
}

/** Tells whoever looks after a server that a feed was paused. */
export function renderFeedNotice(feed: Feed): Reply {
  const description = `${headOf(feed)}\n${pauseOf(feed)}`;
  return { embeds: [{ color: COLOURS.quiet, title: 'A feed was paused', description }], components: [] };
}

function lineOf(feed: Feed): string {
  const { readAt, nextAt, failing, paused, leftOut, kept, tags } = feed;
  const parts = [
    headOf(feed),
    count(kept.total, 'document'),
    tags.length === 0 ? undefined : `tagged ${escapeLine(tags.join(', '), LENGTH.title)}`,
    readAt === undefined ? 'not read yet' : `read <t:${seconds(readAt)}:R>`,
    paused || nextAt === undefined ? undefined : `next <t:${seconds(nextAt)}:R>`,
  ];
  return [
    `- ${parts.filter((part) => part !== undefined).join(' · ')}`,
    ...(paused
      ? [`  ${pauseOf(feed)}`]
      : failing
        ? [`  **Fails** since <t:${seconds(failing.since)}:f>: ${escapeLine(failing.words, LENGTH.fault)}`]
        : []),
    ...(leftOut
      ? [`  Not kept when it was last new (${leftOut.entries}): ${escapeLine(leftOut.words, LENGTH.fault)}`]
      : []),
  ].join('\n');
}

function headOf({ title, url }: Feed): string {
  const source = renderSource({ url });
  return [`**${escapeLine(title, LENGTH.title)}**`, source].filter((part) => part !== undefined).join(' · ');
}

function pauseOf({ paused, failing }: Feed): string {
  const cause = failing === undefined ? '' : ` ${escapeLine(failing.words, LENGTH.fault)}`;
  const why = paused?.why === 'failing' ? ', for it could not be read for three days' : '';
  return `**Paused** since <t:${seconds(paused?.since ?? 0)}:D>${why}.${cause} \`/knowledge feed add\` with its address takes it up again, \`/knowledge feed remove\` removes it.`;
}

function entryLine({ title, url, date }: FeedEntry): string {
  const name = escapeLine(title ?? url ?? 'An article without a title', LENGTH.entry);
  return `- ${date === undefined ? name : `${date} · ${name}`}`;
}

function quiet(description: string): Reply {
  return { embeds: [{ color: COLOURS.quiet, description }], components: [] };
}

function seconds(at: number): number {
  return Math.floor(at / 1000);
}
