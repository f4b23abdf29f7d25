import { expect, test } from 'vitest';
import { countWords, joinLines } from '../../../src/library/formats/pdf/join-lines.ts';

const counts = countWords([
  'The ministry of well-known decision-making of the government was long-term',
  'and its cooperation ended.',
]);

test.each([
  ['the govern-', 'ment said', 'the government said'],
  ['their co-', 'operation ended', 'their cooperation ended'],
  ['a well-', 'known port', 'a well-known port'],
  ['slow decision-', 'making there', 'slow decision-making there'],
  ['by self-', 'government', 'by self-government'],
  ['state-of-', 'the-art ships', 'state-of-the-art ships'],
  ['the Anglo-', 'American line', 'the Anglo-American line'],
  ['from 2010-', '2015 on', 'from 2010-2015 on'],
  ['short-', 'and long-term', 'short- and long-term'],
  ['to withst\u2010', 'and it', 'to withstand it'],
  ['Küsten\u00ad', 'schutz', 'Küstenschutz'],
  ['the har\u2010', 'bour', 'the harbour'],
  ['the har \u2010', 'bour', 'the harbour'],
  ['of Fri-', 'day', 'of Friday'],
  ['the MINIS-', 'TRY said', 'the MINISTRY said'],
  ['a dash –', 'and more', 'a dash – and more'],
  ['港は冬も', '開いている', '港は冬も開いている'],
  ['see https://a.example/', 'b', 'see https://a.example/b'],
])('“%s” and “%s” are “%s”', (before, after, joined) => {
  expect(joinLines(before, after, counts)).toBe(joined);
});
