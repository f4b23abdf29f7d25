import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../../src/discord/escape.ts';
import { type Block, readMarkdown } from '../../../src/playground/page/markdown.ts';
import { type Inline, readInline } from '../../../src/playground/page/markdown-inline.ts';
import { plainText } from '../../../src/playground/page/summary.ts';

/** Pieces of text as short as they can be told apart: `<bold words>`, `<link address words>`. */
function brief(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if (piece.kind === 'link') return `<link ${piece.address} ${brief(piece.inside)}>`;
      if ('inside' in piece) return `<${piece.kind} ${brief(piece.inside)}>`;
      const { kind, ...rest } = piece;
      return `<${kind} ${Object.values(rest).join(' ')}>`;
    })
    .join('');
}

function briefBlock(block: Block): string {
  if (block.kind === 'quote') return `quote(${block.blocks.map(briefBlock).join(' ')})`;
  if (block.kind === 'list') {
    const items = block.items.map(({ depth, inside }) => `${'·'.repeat(depth)}${brief(inside)}`);
    return `list${block.first ?? ''}(${items.join('|')})`;
  }
  return `${block.kind}(${block.kind === 'code' ? block.text : brief(block.inside)})`;
}
const blocksOf = (text: string) => readMarkdown(text).map(briefBlock).join(' ');

describe('Within a line', () => {
  it.each([
    ['**500 *Tomahawk* missiles**', '<bold 500 <italic Tomahawk> missiles>'],
    ['***both*** __u__ ~~s~~ ||spoiler||', '<bold <italic both>> <underline u> <strike s> <spoiler spoiler>'],
    ['_it_, but not snake_case_words', '<italic it>, but not snake_case_words'],
    ['2 * 3 * 4 and *a * b*', '2 * 3 * 4 and <italic a * b>'],
    ['**never closed and *neither', '**never closed and *neither'],
    ['\\*not\\* \\[a](https://example.org) \\<@1>', '*not* [a](<link https://example.org https://example.org>) <@1>'],
    ['`**as typed**` and ``a`b``', '<code **as typed**> and <code a`b>'],
    ['[**words**](https://example.org/a_(b))', '<link https://example.org/a_(b) <bold words>>'],
    ['[https://one.example](https://two.example)', '<link https://two.example https://one.example>'],
    ['see https://example.org/a.', 'see <link https://example.org/a https://example.org/a>.'],
    ['<https://example.org/b>', '<link https://example.org/b https://example.org/b>'],
    ['<@12> <@!13> <@&14> <#15>', '<mention user 12> <mention user 13> <mention role 14> <mention channel 15>'],
    ['</digest set:16> <a:wave:17> <t:18:R> <t:19>', '<command digest set> <emoji wave> <time 18 R> <time 19 f>'],
  ])('%s', (text, shown) => expect(brief(readInline(text))).toBe(shown));

  it.each([
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](//example.org)',
    '[a](JAVASCRIPT:alert(1)) <javascript:alert(1)>',
    '@everyone @here',
    '&lt;b&gt; &#60;b&#62;',
  ])('stays as it is typed: %s', (text) => expect(readInline(text)).toEqual([text]));
});

describe('Line by line', () => {
  it.each([
    ['> a\n> **b**\n\nc', 'quote(paragraph(a\n<bold b>)) paragraph(\nc)'],
    ['a\n\n> b', 'paragraph(a\n\n) quote(paragraph(b))'],
    ['>>> all\nof it', 'quote(paragraph(all\nof it))'],
    ['>no quotation', 'paragraph(>no quotation)'],
    ['# One\n### Three\n#None\n-# small', 'heading(One) heading(Three) paragraph(#None) small(small)'],
    ['- one\n  - two\n* three', 'list(one|·two|three)'],
    ['3. three\n4. four', 'list3(three|four)'],
    ['```ts\n<b>**x**</b>\n```\nafter', 'code(<b>**x**</b>) paragraph(after)'],
    ['> ```\n> never closed', 'quote(paragraph(```\nnever closed))'],
  ])('%j', (text, shown) => expect(blocksOf(text)).toBe(shown));
});

it('Whatever the bot escapes is shown as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab *_~|`#>-+[]()<@:/\\1. \n') }), (text) => {
      const words = text.replace(/\s+/gu, ' ').trim();
      expect(plainText(escapeText(words)).replaceAll('\u200b', '')).toBe(words);
    }),
    { numRuns: 300 },
  );
});

it('Marks that nest or never end are read in time that grows with the text', () => {
  for (const part of ['*', '[(', '**_', '<', '`', '||a', '_a ', '\\', '[a](', '> ', '- ', '[a](https://x.org']) {
    const text = part.repeat(4096 / part.length);
    expect(readMarkdown(text).length).toBeGreaterThan(0);
  }
});
