import { type Feed, type FeedContent, type FeedEntry, FIRST_ENTRIES, type Validators } from '../core/feed.ts';
import { UserError } from '../core/user-error.ts';
import { afterKeeping, afterReading, leftToday } from './after.ts';
import { isPassing } from './faults.ts';
import type { Article, FetchArticle } from './fetch-article.ts';

/** What became of an article; the words are for people. */
export type Kept =
  | { readonly outcome: 'kept' }
  /** The server has it already. */
  | { readonly outcome: 'present' }
  | { readonly outcome: 'unreadable'; readonly words: string }
  /** The server's documents are as many, or as large, as they may be. */
  | { readonly outcome: 'full'; readonly words: string };

/** Where articles are kept: as documents of the server that follows the feed. */
export type Shelf = {
  /** Whether the server has a document from that address. */
  readonly has: (guild: string, url: string) => boolean;
  readonly keep: (feed: Feed, article: Article) => Promise<Kept>;
};

/** Keys that are remembered of one feed, four times as many as are looked at. */
const MOST_SEEN = 2000;
/** Times that an article is tried which may only be out of reach for a while. */
const MOST_TRIES = 3;

/** `later`: it was tried in vain; `busy`: its server asks to be left alone, and was. */
type Ended = Kept | { readonly outcome: 'later' | 'busy'; readonly words: string };

/**
 * Keeps what is new in a feed, newest first, as far as its day and the room of its server go; `record` is given the feed
 * after each entry and says whether to go on. Of a feed that is read for the first time only the newest are kept.
 */
export async function keepNew(
  feed: Feed,
  { content, validators }: { readonly content: FeedContent; readonly validators: Validators },
  deps: {
    readonly fetchArticle: FetchArticle;
    readonly shelf: Shelf;
    readonly now: () => number;
    readonly record: (feed: Feed) => Promise<boolean>;
  },
): Promise<Feed> {
  const { now, record } = deps;
  const known = new Set(feed.seen);
  const fresh = content.entries.filter(({ key }) => !known.has(key));
  const wanted = feed.readAt === undefined ? fresh.slice(0, FIRST_ENTRIES) : fresh;
  const passedOver = fresh.slice(wanted.length).map(({ key }) => key);
  const { leftOut: before, ...rest } = feed;
  let state: Feed = { ...rest, title: content.title, seen: [...passedOver, ...feed.seen], tried: {} };
  let leftOut = fresh.length === 0 ? before : undefined;
  let waiting = 0;
  for (const [index, entry] of wanted.entries()) {
    if (leftToday(state, now()) === 0) {
      waiting += wanted.length - index;
      break;
    }
    const ended = await keepEntry(feed, entry, deps);
    const tries = (feed.tried[entry.key] ?? 0) + 1;
    if ('words' in ended) leftOut = { entries: (leftOut?.entries ?? 0) + 1, words: `${nameOf(entry)}: ${ended.words}` };
    if (ended.outcome === 'full') {
      waiting += wanted.length - index;
      leftOut = { entries: wanted.length - index, words: ended.words };
      break;
    }
    if (ended.outcome === 'kept') state = afterKeeping(state, now());
    if (ended.outcome === 'busy' || (ended.outcome === 'later' && tries < MOST_TRIES)) {
      waiting += 1;
      state = { ...state, tried: { ...state.tried, [entry.key]: ended.outcome === 'busy' ? tries - 1 : tries } };
    } else state = { ...state, seen: [entry.key, ...state.seen] };
    if (!(await record(state))) return state;
  }
  const seen = state.seen.slice(0, MOST_SEEN);
  const told = leftOut === undefined ? {} : { leftOut };
  // As long as something waits, the feed is read whole again, whether or not it has changed.
  return afterReading({ ...state, seen, ...told, validators: waiting > 0 ? {} : validators }, now());
}

async function keepEntry(
  feed: Feed,
  entry: FeedEntry,
  { fetchArticle, shelf }: { readonly fetchArticle: FetchArticle; readonly shelf: Shelf },
): Promise<Ended> {
  if (entry.url !== undefined && shelf.has(feed.guild, entry.url)) return { outcome: 'present' };
  let article: Article;
  try {
    article = await fetchArticle(feed, entry);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const outcome = error.code === 'busy' ? 'busy' : isPassing(error) ? 'later' : 'unreadable';
    return { outcome, words: error.message };
  }
  return shelf.keep(feed, article);
}

function nameOf({ title, url, key }: FeedEntry): string {
  return `“${title ?? url ?? key}”`;
}
