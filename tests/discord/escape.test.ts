import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeLine, escapeText, unescapeText } from '../../src/discord/escape.ts';
import { hostileText } from '../builders/arbitrary.ts';

test.each([
  ['**bold** _italic_ ~~gone~~', '\\*\\*bold\\*\\* \\_italic\\_ \\~\\~gone\\~\\~'],
  ['||spoiler|| `code`', '\\|\\|spoiler\\|\\| \\`code\\`'],
  ['[Ministry](https://evil.example)', '\\[Ministry\\]\\(https\\://evil.example)'],
  [
    '# Heading\n-# small\n> quoted\n>>> all\n- item\n+ item\n 1. first\n2) second',
    '\\# Heading\n\\-# small\n\\> quoted\n\\>>> all\n\\- item\n\\+ item\n 1\\. first\n2\\) second',
  ],
  [
    '<@1> <@&2> <#3> <t:1:R> </ask:4> <:e:5> <id:guide>',
    '\\<\\@1> \\<\\@&2> \\<#3> \\<t\\:1\\:R> \\</ask\\:4> \\<\\:e\\:5> \\<id\\:guide>',
  ],
  ['@everyone :smile: http://a.example/b_c', '\\@everyone \\:smile: http\\://a.example/b\\_c'],
  ['invoice\u202efdp.exe\u0000', 'invoice[U+202E]fdp.exe[U+0000]'],
  ['Of 2,300 ships – well-known: 12.5% (or so) — none.', 'Of 2,300 ships – well-known: 12.5% \\(or so) — none.'],
])('%j takes no effect in Discord', (text, escaped) => {
  expect(escapeText(text)).toBe(escaped);
});

test('the text comes back out of its escape, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.oneof(hostileText(), fc.string({ unit: 'binary' })),
      (text) => unescapeText(escapeText(text)) === text,
    ),
    { numRuns: 2000 },
  );
});

test('no mark is left unescaped, and no hidden character', () => {
  fc.assert(
    fc.property(hostileText(), (text) => {
      const left = escapeText(text).replace(/\\[^0-9A-Za-z\s]|\[U\+[0-9A-F]{4}\]/gu, 'x');
      expect(left).not.toMatch(/[*_~|`[\]<@\\\u0000\u202e\u2066\ud800\r]|^\s*(?:#|>|-|\+|\d+[.)])|:\/\/|:\w+:/mu);
    }),
    { numRuns: 2000 },
  );
});

test('a line keeps to its limit and says that it was cut', () => {
  expect(escapeLine('Port of *Call*:\n the inner harbour', 22)).toBe('Port of \\*Call\\*: the…');
  fc.assert(
    fc.property(
      hostileText(),
      fc.integer({ min: 2, max: 300 }),
      (text, limit) => escapeLine(text, limit).length <= limit,
    ),
  );
});
