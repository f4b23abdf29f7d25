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

test.each([
  [
    'windows-1252',
    'Die Größe der Fähre über den Fluss',
    '446965204772f6df65206465722046e468726520fc6265722064656e20466c757373',
  ],
  ['windows-1251', 'Совет был и остаётся в городе', 'd1eee2e5f220e1fbeb20e820eef1f2e0b8f2f1ff20e220e3eef0eee4e5'],
  ['koi8-r', 'Совет был и остаётся в городе', 'f3cfd7c5d420c2d9cc20c920cfd3d4c1a3d4d3d120d720c7cfd2cfc4c5'],
  [
    'windows-1250',
    'Rada zůstává ve městě, řekl už včera',
    '52616461207af97374e176e1207665206dec7374ec2c20f8656b6c20759e2076e8657261',
  ],
  ['shift_jis', '港は冬も開いている。', '8d6082cd937e82e08a4a82a282c482a282e98142'],
  ['euc-jp', '港は冬も開いている。', 'b9c1a4cfc5dfa4e2b3aba4a4a4c6a4a4a4eba1a3'],
  ['euc-kr', '항구는 겨울에도 열려 있다', 'c7d7b1b8b4c220b0dcbfefbfa1b5b520bfadb7c120c0d6b4d9'],
  ['gb18030', '港口在冬天也是开放的，我们都知道', 'b8dbbfdad4dab6acccecd2b2cac7bfaab7c5b5c4a3acced2c3c7b6bcd6aab5c0'],
])('text in %s is recognised by the words of its language', (encoding, text, hexadecimal) => {
  const bytes = Buffer.from(hexadecimal.replaceAll(' ', ''), 'hex');
  expect(decodeText(bytes)).toEqual({ text, guessed: encoding });
});

test('UTF-16 without a mark is read', () => {
  expect(decodeText(Buffer.from('The harbour is open.', 'utf16le'))).toMatchObject({ text: 'The harbour is open.' });
});

test('text that fits no encoding names its first bad byte and the remedy', () => {
  expect(
    decodeText(Buffer.concat([Buffer.from('\ufffd é – ü ö'), Buffer.from('Größe', 'latin1').subarray(0, 3)])),
  ).toMatchInlineSnapshot(`
    {
      "cause": "The file is not UTF-8: byte 18 begins no valid character.",
      "remedy": "Save it as UTF-8 in your editor, or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt",
    }
  `);
});

test('binary files are told apart from text in another encoding', () => {
  for (const bytes of [
    [0x89, 0x50, 0x4e, 0x47, 0, 0, 1],
    [1, 2, 3, 65],
  ]) {
    expect(decodeText(Uint8Array.from(bytes))).toMatchObject({ cause: expect.stringContaining('binary') });
  }
});

test('half a UTF-16 character is a fault', () => {
  expect(decodeText(utf16('\ud83d', 'le'))).toMatchObject({ cause: expect.stringContaining('not valid UTF-16') });
});
