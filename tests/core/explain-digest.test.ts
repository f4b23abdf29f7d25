import { expect, test } from 'vitest';
import { newsInWords, tallyQuestions, watchInWords } from '../../src/core/explain-digest.ts';
import { islandDesk } from '../builders/island-world.ts';

const date = '2026-12-01';

test.each([
  ['2026-11-27T15:30:00Z', 'Asia/Tokyo', 2, '2 documents since Saturday'],
  ['2026-11-27T15:30:00Z', 'America/New_York', 1, '1 document since Friday'],
  ['2026-11-30T22:00:00Z', 'Europe/London', 1234, '1,234 documents since Monday'],
  ['2026-11-30T22:00:00Z', 'Asia/Tokyo', 1, '1 document today'],
  ['2026-11-24T12:00:00Z', 'Europe/London', 3, '3 documents since 24 November'],
  [undefined, 'Europe/London', 3, '3 documents'],
])('documents that came since %s, in %s', (since, timezone, all, words) => {
  const news = { all, documents: [], ...(since === undefined ? {} : { since: Date.parse(since) }) };
  expect(newsInWords({ news, date }, timezone)).toBe(words);
});

test('what there is to watch says no more than the documents do', () => {
  const focus = { actors: [], topics: [], tags: [] };
  const { watch } = islandDesk().digest({ date, focus, firstServed: new Map(), shown: [], questions: [] });
  if (!watch) throw new Error('Nobody is watched');
  const [line] = watch.now;
  const undated = watch.now.map(({ quotation, ...rest }) => {
    const { date: known, ...without } = quotation;
    expect(known).toBe('2025-02-01');
    return { ...rest, quotation: without };
  });
  expect([
    watchInWords(watch),
    watchInWords({ ...watch, now: undated }),
    watchInWords({ ...watch, change: 'new-positions' }),
    watchInWords({ ...watch, change: 'other-stance', topic: 'Ferries', ...(line ? { before: line } : {}) }),
  ]).toMatchInlineSnapshot(`
    [
      "No new position; the latest, of 2025-02-01:",
      "No new position; on record:",
      "New since the last digest:",
      "Another stance on “Ferries” in a document of 2025-02-01 than in one of 2025-02-01.",
    ]
  `);
});

test('the same question in other spellings is counted once', () => {
  expect(tallyQuestions(['Why?', 'who pays', 'why', 'WHO pays?', 'who  pays!', '???', '!'])).toEqual([
    { question: 'who pays', times: 3 },
    { question: 'Why?', times: 2 },
    { question: '???', times: 1 },
    { question: '!', times: 1 },
  ]);
});
