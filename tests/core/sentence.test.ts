import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentenceSpans } from '../../src/core/sentence.ts';
import { hostileText } from '../builders/arbitrary.ts';

/** The sentences of a text with a bar between them. */
const split = (text: string) =>
  sentenceSpans(text)
    .map(({ start, end }) => text.slice(start, end))
    .join(' | ');

test.each([
  ['The boat left. It was late! Was it? Yes', 'The boat left. | It was late! | Was it? | Yes'],
  [
    'Dr. Alma Brigg met J. K. Feld in St. Orlow. They spoke.',
    'Dr. Alma Brigg met J. K. Feld in St. Orlow. | They spoke.',
  ],
  ['The U.S. Navy came. So did the U.S. The pier held.', 'The U.S. Navy came. | So did the U.S. | The pier held.'],
  [
    'It cost 2.7 million, e.g. for paint, on p. 12. Nobody paid.',
    'It cost 2.7 million, e.g. for paint, on p. 12. | Nobody paid.',
  ],
  ['See vantery.example for more. Or ask.', 'See vantery.example for more. | Or ask.'],
  ['He said: “We sail.” She stayed.', 'He said: “We sail.” | She stayed.'],
  ['“We sail!” he said. She stayed.', '“We sail!” he said. | She stayed.'],
  ['The reef (see below.) is near. Go.', 'The reef (see below.) is near. | Go.'],
  ['The dues rose.[12] Orlow refused.[3]', 'The dues rose.[12] | Orlow refused.[3]'],
  ['And then … nothing. The end…', 'And then … nothing. | The end…'],
  ['Wait... what? No!!! Never.', 'Wait... what? | No!!! | Never.'],
  ['In Nr. 5 wohnt z.B. Prof. Feld. Er liest.', 'In Nr. 5 wohnt z.B. Prof. Feld. | Er liest.'],
  ['¿Quién paga? ¡Nadie! El puerto cierra.', '¿Quién paga? | ¡Nadie! | El puerto cierra.'],
  ['港口很深。渔民工作！谁付钱？', '港口很深。 | 渔民工作！ | 谁付钱？'],
  ['彼は「行く。」と言った。', '彼は「行く。」 | と言った。'],
  ['يقع الميناء في الشمال. من يدفع؟ لا أحد.', 'يقع الميناء في الشمال. | من يدفع؟ | لا أحد.'],
  ['बंदरगाह गहरा है। नाव छोटी है।', 'बंदरगाह गहरा है। | नाव छोटी है।'],
  ['- first line\n- second. Line\n\nThird', '- first line | - second. | Line | Third'],
  ['no marks at all', 'no marks at all'],
  ['', ''],
  [' \n\t ', ''],
])('%j', (text, sentences) => {
  expect(split(text)).toBe(sentences);
});

test('a title before a name, a month or an article number ends no sentence', () => {
  for (const abbreviation of ['Mr', 'Gen', 'Sen', 'No', 'Art', 'Jan', 'Ltd', 'vs', 'bzw'])
    expect(sentenceSpans(`It was ${abbreviation}. Feld who came.`)).toHaveLength(1);
});

test('any text: sentences are trimmed, in order, apart, and lose nothing but white space', () => {
  fc.assert(
    fc.property(fc.oneof(hostileText(), fc.string({ unit: 'binary', maxLength: 80 })), (text) => {
      let before = 0;
      for (const { start, end } of sentenceSpans(text)) {
        const sentence = text.slice(start, end);
        expect(sentence).not.toBe('');
        expect(sentence).toBe(sentence.trim());
        expect(start).toBeGreaterThanOrEqual(before);
        expect(text.slice(before, start).trim()).toBe('');
        before = end;
      }
      expect(text.slice(before).trim()).toBe('');
    }),
    { numRuns: 500 },
  );
});

test('a megabyte without an end is one sentence, and one of full stops is no trap', () => {
  expect(sentenceSpans('word '.repeat(200_000))).toHaveLength(1);
  expect(sentenceSpans('Go. '.repeat(20_000))).toHaveLength(20_000);
  expect(sentenceSpans('.'.repeat(1_000_000))).toHaveLength(1);
});
