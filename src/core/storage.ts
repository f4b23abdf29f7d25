import type { Claim, Delivery, DeliveryEnd, DeliveryKey } from './delivery.ts';
import type { DigestSettings } from './digest-settings.ts';
import type { Feed } from './feed.ts';

/** A question as it was asked on Discord. Times here are Unix milliseconds, ids Discord's. */
export type LoggedQuestion = {
  readonly guild: string;
  readonly channel: string;
  readonly user: string;
  readonly question: string;
  readonly document?: string;
  readonly found: boolean;
  /** Whether only the person who asked saw the answer. */
  readonly private: boolean;
  readonly at: number;
};

/** What somebody asked, for the buttons below its answer. */
export type Asked = { readonly question: string; readonly document?: string | undefined };

/** The same with the server and channel in which it was asked, where alone it may be read. */
export type KeptQuestion = Asked & { readonly guild: string; readonly channel: string };

/** Whether an answer helped; the last word of each reader counts. `asked` is the id under which the question is kept. */
export type Feedback = {
  readonly asked: string;
  readonly guild: string;
  readonly user: string;
  readonly question: string;
  readonly helpful: boolean;
  readonly at: number;
};

/** A document that was added from Discord. */
export type StoredDocument = {
  readonly guild: string;
  /** Name of the file within its server. */
  readonly name: string;
  /** SHA-256 of its bytes, as 64 hexadecimal digits. */
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly addedBy: string;
  readonly addedAt: number;
  /** What was entered about it, as in front matter: title, author, date, url, tags. */
  readonly about: Readonly<Record<string, unknown>>;
  /** Whether every server may search it. */
  readonly shared: boolean;
};

/** The same without its bytes, of which there are `size`. */
export type ListedDocument = Omit<StoredDocument, 'bytes'> & { readonly size: number };

/** A channel that finds documents with one of these tags alone. */
export type ChannelScope = { readonly guild: string; readonly channel: string; readonly tags: readonly string[] };

/**
 * What must outlive a restart. Every method takes effect wholly or not at all, also where two processes work on one
 * storage; what was answered is kept through a sudden end. Each throws `UserError` 'storage-full' or 'storage-read-only'
 * where that is why it cannot.
 */
export type Storage = {
  readonly digests: {
    /** Adds a digest, or replaces the one of that id. */
    readonly put: (settings: DigestSettings) => Promise<void>;
    readonly find: (id: string) => Promise<DigestSettings | undefined>;
    /** All digests, or a server's; oldest first. */
    readonly list: (guild?: string) => Promise<readonly DigestSettings[]>;
    /** Removes a digest and its rows in the ledger; whether it was there. */
    readonly remove: (id: string) => Promise<boolean>;
  };
  readonly deliveries: {
    /**
     * Claims a delivery for `owner` at `now`: one that has no row, one that failed and whose `retryAt` has come, or one
     * that was claimed `leaseMs` ago or longer; with `anyway` also one that failed or was skipped. Any other is taken.
     */
    readonly claim: (
      due: DeliveryKey & { readonly dueAt: number },
      by: { readonly owner: string; readonly now: number; readonly leaseMs: number; readonly anyway?: boolean },
    ) => Promise<Claim>;
    /** Records how a delivery ended; whether `owner` still held it: nothing is recorded where it does not. */
    readonly end: (key: DeliveryKey, owner: string, end: DeliveryEnd) => Promise<boolean>;
    readonly find: (key: DeliveryKey) => Promise<Delivery | undefined>;
    /** A digest's rows, newest day first, `most` at most. */
    readonly list: (digest: string, most: number) => Promise<readonly Delivery[]>;
    /** Rows of all digests that are claimed, or failed with a `retryAt`. */
    readonly open: () => Promise<readonly Delivery[]>;
  };
  readonly questions: {
    readonly log: (question: LoggedQuestion) => Promise<void>;
    /** A server's questions since a moment, newest first, `most` at most. */
    readonly since: (guild: string, at: number, most: number) => Promise<readonly LoggedQuestion[]>;
    /** Forgets what was asked, and what was said of it, before a moment; how many questions that were. */
    readonly forgetBefore: (at: number) => Promise<number>;
  };
  readonly asked: {
    /** Keeps a question under an id until a moment. */
    readonly keep: (id: string, asked: KeptQuestion, until: number) => Promise<void>;
    /** The question, unless its time has come at `now`. */
    readonly find: (id: string, now: number) => Promise<KeptQuestion | undefined>;
    /** Forgets every question whose time has come. */
    readonly forget: (now: number) => Promise<void>;
  };
  readonly feedback: {
    /** Records what a reader thinks of an answer, in place of what the same reader said before. */
    readonly give: (feedback: Feedback) => Promise<void>;
    /** A server's feedback since a moment, newest first. */
    readonly since: (guild: string, at: number) => Promise<readonly Feedback[]>;
  };
  readonly documents: {
    /** Adds a document, or replaces the one of that name in its server. */
    readonly put: (document: StoredDocument) => Promise<void>;
    /** A server's documents, or all, by name. */
    readonly list: (guild?: string) => Promise<readonly ListedDocument[]>;
    readonly bytes: (guild: string, name: string) => Promise<Uint8Array | undefined>;
    /** Changes what is said of a document; whether it is there. */
    readonly change: (
      guild: string,
      name: string,
      changes: Pick<StoredDocument, 'about' | 'shared'>,
    ) => Promise<boolean>;
    readonly remove: (guild: string, name: string) => Promise<boolean>;
    /** When each document, by hash, was first served; those that are new are `now`. */
    readonly firstServed: (hashes: readonly string[], now: number) => Promise<ReadonlyMap<string, number>>;
  };
  readonly scopes: {
    /** Sets a channel's scope, in place of the one it had. */
    readonly put: (scope: ChannelScope) => Promise<void>;
    /** Those of all servers, by channel. */
    readonly list: () => Promise<readonly ChannelScope[]>;
    /** Removes it; whether it was there. */
    readonly remove: (guild: string, channel: string) => Promise<boolean>;
  };
  readonly feeds: {
    /** Adds a feed, unless its server follows that address; whether it was added. */
    readonly add: (feed: Feed) => Promise<boolean>;
    /** A server's feeds, oldest first. */
    readonly list: (guild: string) => Promise<readonly Feed[]>;
    /** Feeds of all servers whose time has come at `now`, those that wait longest first, `most` at most. */
    readonly due: (now: number, most: number) => Promise<readonly Feed[]>;
    /** Puts off a feed's time, unless somebody else did since it was read; whether it is ours to look at. */
    readonly claim: (feed: Pick<Feed, 'id' | 'nextAt'>, until: number) => Promise<boolean>;
    /** Records how a feed is now; whether it is still there: nothing is recorded where it is not. */
    readonly update: (feed: Feed) => Promise<boolean>;
    /** Removes it; whether it was there. */
    readonly remove: (guild: string, id: string) => Promise<boolean>;
  };
  /** Writes a copy of everything, as it is at one moment, to a file that does not exist yet; work goes on meanwhile. */
  readonly backup: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
};
