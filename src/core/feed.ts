/** One article as a feed tells of it. */
export type FeedEntry = {
  /** By which it is known again: the same for the same entry of a feed, 22 characters. */
  readonly key: string;
  readonly title?: string;
  /** Its page, of http or https. */
  readonly url?: string;
  readonly author?: string;
  /** The day as the feed gives it: '2026-11-02'. */
  readonly date?: string;
  /** The moment, Unix milliseconds. */
  readonly at?: number;
  /** The whole article as HTML, where the feed carries it. */
  readonly text?: string;
};

export const FEED_FORMATS = { rss: 'RSS', atom: 'Atom', rdf: 'RSS 1.0', json: 'JSON Feed' } as const;
type FeedFormat = keyof typeof FEED_FORMATS;

/** A feed as it is at this moment. */
export type FeedContent = {
  readonly format: FeedFormat;
  readonly title: string;
  /** Newest first, as far as they are dated; each once. */
  readonly entries: readonly FeedEntry[];
};

/** What a server said of its answer, so that it can be asked whether there is a newer one. */
export type Validators = { readonly etag?: string; readonly lastModified?: string };

/** Entries that are kept when a feed is followed from now on; older ones are passed over. */
export const FIRST_ENTRIES = 10;
/** Documents of one feed on one day. */
export const DAILY_ENTRIES = 25;

/** A feed that a server follows, and how that goes. Times are Unix milliseconds. */
export type Feed = {
  /** 12 characters. */
  readonly id: string;
  readonly guild: string;
  readonly url: string;
  readonly title: string;
  readonly addedBy: string;
  readonly addedAt: number;
  /** Of the documents that are kept of it. */
  readonly tags: readonly string[];
  /** Of the last answer of which nothing is left to be kept. */
  readonly validators: Validators;
  /** Keys of the entries that are dealt with, the latest first: kept, left out, or older than the feed is followed. */
  readonly seen: readonly string[];
  /** How often an entry was tried in vain, by its key. */
  readonly tried: Readonly<Record<string, number>>;
  /** When it is to be looked at next; while that is done, from when on another process may. Absent: never. */
  readonly nextAt?: number;
  /** When it was last read. */
  readonly readAt?: number;
  /** Since when it could not be read, how often that was tried, and what was wrong last. */
  readonly failing?: { readonly since: number; readonly times: number; readonly words: string };
  /** It is looked at no more. `told`: whoever looks after the server need not be told any more. */
  readonly paused?: { readonly why: 'gone' | 'failing'; readonly since: number; readonly told: boolean };
  /** Documents that were kept of it, in all and on the last day on which there were any ('2026-11-02', UTC). */
  readonly kept: { readonly total: number; readonly day: string; readonly today: number };
  /** Entries that were not kept when it last had new ones, and why the last of them was not. */
  readonly leftOut?: { readonly entries: number; readonly words: string };
};
