import { excerpt } from '../../core/excerpt.ts';
import type { Quotation } from '../../core/quotation.ts';
import { escapeText, unescapeText } from '../escape.ts';

/** Stands where words of the paragraph were left out; brackets of a document are always escaped, so it cannot be mistaken. */
const CUT = '[…]';
/** What each line adds at most: `> ` and the marks of bold. */
const PER_LINE = '> ****'.length;

/**
 * A quotation as a block of at most `budget` code units, its answering sentence bold if wanted. What is rendered is read
 * back and compared before it is handed out; throws an `Error` where the reader would not see the document's own words.
 */
export function renderQuotation(quotation: Quotation, budget: number, { bold }: { readonly bold: boolean }): string {
  const { pieces, cutBefore, cutAfter } = excerpt(quotation, budget - 2 * ` ${CUT}`.length, cost);
  const textOf = ({ start, end }: { start: number; end: number }) =>
    quotation.text.slice(start - quotation.start, end - quotation.start);
  const words = pieces.map((piece) =>
    bold && piece.role === 'answer' ? embolden(textOf(piece)) : escapeText(textOf(piece)),
  );
  const marked = [cutBefore ? [CUT] : [], [words.join('')], cutAfter ? [CUT] : []].flat().join(' ');
  const block = marked
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
  const [first, last] = [pieces.at(0), pieces.at(-1)];
  if (!first || !last || quotedText(block) !== textOf({ start: first.start, end: last.end })) {
    throw new Error(
      `The quotation of ${quotation.document}, paragraph ${quotation.paragraph}, would not be shown word for word`,
    );
  }
  return block;
}

/** The words that a reader sees in a rendered quotation, without marks: the inverse of `renderQuotation`. */
export function quotedText(block: string): string {
  const marked = block
    .replace(/^> /gmu, '')
    .replace(/^\[…\] /u, '')
    .replace(/ \[…\]$/u, '');
  return unescapeText(marked.replace(/(\\[^0-9A-Za-z\s])|\*\*/gu, '$1'));
}

function cost(text: string): number {
  return escapeText(text).length + text.split('\n').length * PER_LINE;
}

/** Bold ends with the line: not every client carries it across lines of a block quotation. */
function embolden(text: string): string {
  const bolden = (line: string) => {
    const strong = line.trim();
    const from = line.indexOf(strong);
    const [before, after] = [line.slice(0, from), line.slice(from + strong.length)];
    return strong === '' ? escapeText(line) : `${escapeText(before)}**${escapeText(strong)}**${escapeText(after)}`;
  };
  return text.split('\n').map(bolden).join('\n');
}
