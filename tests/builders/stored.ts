import type { DigestSettings } from '../../src/core/digest-settings.ts';
import type { Feed } from '../../src/core/feed.ts';
import type { Feedback, LoggedQuestion, StoredDocument } from '../../src/core/storage.ts';

/** Things that a storage keeps, of a server called harbour. */
export const digestOf = (given: Partial<DigestSettings> = {}): DigestSettings => ({
  id: 'digest-00001',
  guild: 'harbour',
  channel: 'briefing',
  at: '08:00',
  timezone: 'Asia/Tokyo',
  days: ['mon', 'fri'],
  focus: { actors: ['japan'], topics: [], tags: ['fish'] },
  whenEmpty: 'line',
  catchUpHours: 6,
  createdBy: 'jun',
  createdAt: 1000,
  ...given,
});

export const questionOf = (given: Partial<LoggedQuestion> = {}): LoggedQuestion => ({
  guild: 'harbour',
  channel: 'general',
  user: 'jun',
  question: 'how deep?',
  found: true,
  private: false,
  at: 1000,
  ...given,
});

export const feedbackOf = (given: Partial<Feedback> = {}): Feedback => ({
  asked: 'question-001',
  guild: 'harbour',
  user: 'jun',
  question: 'how deep?',
  helpful: true,
  at: 1000,
  ...given,
});

export const storedDocumentOf = (given: Partial<StoredDocument> = {}): StoredDocument => ({
  guild: 'harbour',
  name: 'tides.md',
  hash: 'ab'.repeat(32),
  bytes: Uint8Array.of(0, 255, 13, 10),
  addedBy: 'jun',
  addedAt: 1000,
  about: { title: 'Tides', tags: ['sea'], date: '2026-01' },
  shared: false,
  ...given,
});

export const feedOf = (given: Partial<Feed> = {}): Feed => ({
  id: 'feed-0000001',
  guild: 'harbour',
  url: 'https://news.example/feed.xml',
  title: 'Harbour news',
  addedBy: 'jun',
  addedAt: 1000,
  tags: ['sea'],
  validators: { etag: '"v1"' },
  seen: ['entry-1'],
  tried: {},
  nextAt: 1000,
  kept: { total: 1, day: '2026-11-02', today: 1 },
  ...given,
});
