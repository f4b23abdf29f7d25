/**
 * What of a digest is delivered: the digest itself; for administrators the questions without an answer; or the notice that
 * it was paused because it could not be posted for days.
 */
export type DeliveryPart = 'digest' | 'unanswered' | 'notice';

/** One row of the ledger is unique by these three. `date` is the local day in the digest's time zone, '2026-12-01'. */
export type DeliveryKey = { readonly digest: string; readonly date: string; readonly part: DeliveryPart };

/**
 * `claimed`: somebody is sending it, or died in doing so; `sent`: its message is in the channel; `failed`: it could not be
 * posted, and is tried again at `retryAt` where that is set; `skipped`: it is not posted, for `reason`.
 */
export type DeliveryState = 'claimed' | 'sent' | 'failed' | 'skipped';

/** A row of the ledger. Times are Unix milliseconds. */
export type Delivery = DeliveryKey & {
  /** 12 characters of base64url, made from the key alone; the mark by which its message is known. */
  readonly id: string;
  readonly state: DeliveryState;
  /** The moment for which it was set. */
  readonly dueAt: number;
  readonly claimedAt: number;
  /** Which process claimed it. */
  readonly owner: string;
  /** Claims so far. */
  readonly attempts: number;
  readonly retryAt?: number;
  readonly sentAt?: number;
  /** Ids of the channel and of the message in it, '112233/445566'; of a post in a forum, those of its thread. */
  readonly message?: string;
  /** Why it failed or was skipped, for the people who read the status. */
  readonly reason?: string;
  /** Keys of what it showed, so that nothing repeats before all has been shown. */
  readonly shown: readonly string[];
};

/** Whose it is to send. `again`: somebody may have sent it already, so the channel is read before anything is sent. */
export type Claim =
  | { readonly outcome: 'claimed'; readonly delivery: Delivery; readonly again: boolean }
  | { readonly outcome: 'taken'; readonly delivery: Delivery };

/** How a claimed delivery ended. */
export type DeliveryEnd =
  | { readonly state: 'sent'; readonly sentAt: number; readonly message: string; readonly shown: readonly string[] }
  | { readonly state: 'failed'; readonly reason: string; readonly retryAt?: number }
  | { readonly state: 'skipped'; readonly reason: string };
