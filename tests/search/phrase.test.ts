import { describe, expect, test } from 'vitest';
import { holdsPhrase, quotedPhrases } from '../../src/search/phrase.ts';
import { searchOver } from './searched.ts';

test.each([
  ['what is the "red book" for', ['red book']],
  ['“red book” and “blue ink”?', ['red book', 'blue ink']],
  ['wo liegt „das rote Buch“', ['das rote Buch']],
  ['où est « le livre rouge » ?', ['le livre rouge']],
  ['»rotes Buch«', ['rotes Buch']],
  ['「赤い本」はどこ', ['赤い本']],
  ['『赤い本』', ['赤い本']],
  ['"The end."', ['The end']],
  ["the skipper's 'red book' isn't there", []],
  ['an open "quotation', []],
  ['"" “ ” "!?"', []],
])('in %s, the phrases are %j', (question, phrases) => {
  expect(quotedPhrases(question)).toEqual(phrases);
});

test.each([
  ['It is  a\nRed Book.', 'red book', true],
  ['the skipper’s book', "skipper's book", true],
  ['a well\u2011known book', 'well-known book', true],
  ['the sacred book', 'red book', false],
  ['red bookshelf', 'red book', false],
  ['red bookshelf, red book', 'red book', true],
  ['彼は赤い本に書く。', '赤い本', true],
  ['red books', 'red book', false],
])('“%s” holds “%s”: %s', (text, phrase, holds) => {
  expect(holdsPhrase(text, phrase)).toBe(holds);
});

describe('a question with a phrase in quotation marks', () => {
  const { find } = searchOver({
    'book.txt': `The harbour master writes the number of seals into a red book. He does it every Monday.

Every red lantern burns until the last book is closed.

His daughter keeps the lighthouse keeper’s ledger in a drawer.`,
    'hon.txt': '港長は毎週月曜日に赤い本に数を書く。\n\n本は赤い机の上にある。',
  });

  test('finds only passages that hold it word for word', () => {
    expect(find('who writes into a "red book"?').places).toEqual(['book.txt ¶ 1']);
    expect(find('who writes into a red book?').places).toEqual(['book.txt ¶ 1', 'book.txt ¶ 2']);
  });

  test('is sure of an answer where the phrase is all it asks', () => {
    expect(find('"red book"').confidence).toBeGreaterThanOrEqual(0.9);
  });

  test('finds it in any style of quotation marks', () => {
    for (const question of ['“red book”', '„red book“', '«red book»', '»red book«', '「red book」'])
      expect(find(question).places).toEqual(['book.txt ¶ 1']);
  });

  test('finds an apostrophe that is typed in another form', () => {
    expect(find('"lighthouse keeper\'s ledger"').places).toEqual(['book.txt ¶ 3']);
  });

  test('finds a phrase of Japanese or Chinese inside a sentence', () => {
    expect(find('「赤い本」').places).toEqual(['hon.txt ¶ 1']);
  });

  test('that is misspelt is corrected, and the correction is shown', () => {
    const { places, read, missingPhrase } = find('"the lighthose keepers ledger"');
    expect(missingPhrase).toBe('the lighthose keepers ledger');
    expect(places[0]).toBe('book.txt ¶ 3');
    expect(read).toEqual([]);
    expect(find('"number of saels"')).toMatchObject({
      places: ['book.txt ¶ 1'],
      read: ['number of saels → number of seals'],
    });
    expect(find('"number of saels"').missingPhrase).toBeUndefined();
  });

  test('that no document holds says so, with the passage that comes nearest first', () => {
    const { missingPhrase, places } = find('"red ledger in the drawer"');
    expect(missingPhrase).toBe('red ledger in the drawer');
    expect(places[0]).toBe('book.txt ¶ 3');
  });

  test('looks for it in the one document that is asked', () => {
    expect(find('"red book"', 'hon.txt')).toMatchObject({ missingPhrase: 'red book', answers: [] });
  });

  test('of function words only is still a phrase', () => {
    expect(find('does "until the last" occur with a lantern?').places).toEqual(['book.txt ¶ 2']);
    expect(find('lantern "of the and"').missingPhrase).toBe('of the and');
  });

  test('must hold every phrase, where there are several', () => {
    expect(find('"red" "book"').places.toSorted()).toEqual(['book.txt ¶ 1', 'book.txt ¶ 2']);
    expect(find('"red book" "every Monday"').places).toEqual(['book.txt ¶ 1']);
    expect(find('"red book" "red lantern"').places).toEqual([]);
  });
});
