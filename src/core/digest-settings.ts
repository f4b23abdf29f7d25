/** Days of the week in the order of a digest's setting. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** What a digest keeps to: ids of actors, keys of topics, tags of documents. All empty: everything. */
export type Focus = {
  readonly actors: readonly string[];
  readonly topics: readonly string[];
  readonly tags: readonly string[];
};

/** One digest of a server, as somebody set it up. */
export type DigestSettings = {
  /** 12 characters of base64url. */
  readonly id: string;
  readonly guild: string;
  /** A text or announcement channel, a thread or a forum. */
  readonly channel: string;
  /** Local time of the day, '08:00'. */
  readonly at: string;
  /** IANA name, 'Asia/Tokyo'. */
  readonly timezone: string;
  readonly days: readonly Weekday[];
  readonly focus: Focus;
  /** Only documents in this language, BCP 47 without region; all where left out. */
  readonly language?: string;
  /** What a day without anything to say posts. */
  readonly whenEmpty: 'silent' | 'line';
  /** Hours after the set time within which a missed digest is still posted, on the same local day. */
  readonly catchUpHours: number;
  /** Where administrators are shown the questions that nobody could answer, and are told of faults. */
  readonly adminChannel?: string;
  /** The member who set it up. */
  readonly createdBy: string;
  readonly createdAt: number;
  /** When its times were changed last; those before are not its own. */
  readonly changedAt?: number;
  /** Not posted until somebody resumes it: because somebody asked for it, or because it could not be posted for days. */
  readonly paused?: { readonly since: number; readonly why: 'asked' | 'cannot-post' };
};
