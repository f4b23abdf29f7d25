import { expect, test } from 'vitest';
import { decodeText } from '../../src/library/decode-text.ts';

const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

test('a byte order mark is removed, and CRLF and CR become line feeds', () => {
  expect(decodeText(Buffer.from('\ufeffa\r\nb\rc\n'))).toEqual({ text: 'a\nb\nc\n' });
});

test.each(['le', 'be'] as const)('UTF-16 %s with a byte order mark is read', (order) => {
  expect(decodeText(utf16('Größe 장관 😀', order))).toEqual({ text: 'Größe 장관 😀' });
});

test('every script, curly quotation marks, no-break spaces and emoji survive', () => {
  const text = '“NATO’s” 5\u00a0% — 장관은 部長 部隊を قال הבר मंत्री รัฐมนตรี 👩🏽‍🚀 \u2028';
  expect(decodeText(Buffer.from(text))).toEqual({ text });
});

test('decomposed accents and syllables are composed', () => {
  expect(decodeText(Buffer.from('São Tomé 장관 Việt Nam'.normalize('NFD')))).toEqual({
    text: 'São Tomé 장관 Việt Nam',
  });
});

test('letters that composing would take apart stay as the file has them', () => {
  expect(decodeText(Buffer.from('सड\u093cक लड\u093cाई é \u095c \uf900'))).toEqual({
    text: 'सड\u093cक लड\u093cाई é \u095c \uf900',
  });
});

test('text that is not UTF-8 names its first bad byte and the remedy', () => {
  expect(decodeText(Buffer.from('\ufffd Größe', 'latin1'))).toMatchObject({
    cause: 'The file is not UTF-8: byte 0 begins no valid character.',
  });
  expect(
    decodeText(Buffer.concat([Buffer.from('\ufffd é – '), Buffer.from('Größe', 'latin1')])),
  ).toMatchInlineSnapshot(`
    {
      "cause": "The file is not UTF-8: byte 13 begins no valid character.",
      "remedy": "Save it as UTF-8 in your editor, or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt",
    }
  `);
});

test('binary files are told apart from text in another encoding', () => {
  for (const bytes of [[0x89, 0x50, 0x4e, 0x47, 0, 0, 1], [1, 2, 3, 65], Array.from(Buffer.from('text', 'utf16le'))]) {
    expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ cause: expect.stringContaining('binary') });
  }
});

test('half a UTF-16 character is a fault', () => {
  expect(decodeText(utf16('\ud83d', 'le'))).toMatchObject({ cause: expect.stringContaining('not valid UTF-16') });
});
