import { sentenceSpans } from './sentence.ts';

/** Marks that open a quotation, with those that close it. Straight and single ones are apostrophes and inches too. */
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '"': '"',
  '＂': '＂',
  '«': '»',
  '»': '«',
  '‹': '›',
  '「': '」',
  '『': '』',
  '‘': '’',
  '‚': '‘’',
  "'": "'",
};
/** Marks that apostrophes look like. */
const SINGLE = /^['‘‚]$/u;
/** Marks that open in one language and close in another, or do both in one. */
const EITHER = /^['‘‚"“]$/u;
/** Marks that keep to their meaning, so that one left open ends with its paragraph. */
const UNMISTAKABLE = /^[“„«「『]$/u;

/** What a message quotes, in order: blocks of lines that begin with `>`, and what stands in quotation marks. Without marks of Markdown. */
export function quotationsIn(message: string): string[] {
  return blocksOf(message).flatMap(({ quoted, text }) =>
    quoted ? [plainText(withoutAttribution(text))].filter((words) => words !== '') : marked(text).map(plainText),
  );
}

/** Whether a message quotes in a block of its own, which leaves no doubt about what it quotes. */
export function hasBlock(message: string): boolean {
  return blocksOf(message).some(({ quoted, text }) => quoted && /[\p{L}\p{N}]/u.test(text));
}

/** The sentences of a message without marks of Markdown and a last line that says where they are from. */
export function sentencesIn(message: string): string[] {
  const text = plainText(
    withoutAttribution(
      blocksOf(message)
        .map((block) => block.text)
        .join('\n\n'),
    ),
  );
  return sentenceSpans(text).map(({ start, end }) => text.slice(start, end));
}

type Block = { readonly quoted: boolean; readonly text: string };

function blocksOf(message: string): Block[] {
  const [before = '', ...after] = message.split(/^[^\S\n]*>>> /mu);
  const lines = before.split('\n').map((line) => {
    const [, quoted] = /^[^\S\n]*> ?(.*)$/u.exec(line) ?? [];
    return { quoted: quoted !== undefined, text: quoted ?? line };
  });
  const blocks: Block[] = [];
  for (const line of [...lines, ...(after.length > 0 ? [{ quoted: true, text: after.join('\n') }] : [])]) {
    const last = blocks.at(-1);
    if (last?.quoted === line.quoted) blocks[blocks.length - 1] = { ...last, text: `${last.text}\n${line.text}` };
    else blocks.push(line);
  }
  return blocks;
}

/** What stands in quotation marks, outermost ones. */
function marked(text: string): string[] {
  return text.split(/\n\s*\n/u).flatMap((paragraph) => {
    const found: string[] = [];
    for (let at = 0; at < paragraph.length; at++) {
      const closers = PAIRS[paragraph.charAt(at)];
      if (closers === undefined || !opens(paragraph, at)) continue;
      const end = closing(paragraph, at, closers);
      if (end === undefined) continue;
      found.push(paragraph.slice(at + 1, end));
      at = end;
    }
    return found.filter((words) => /[\p{L}\p{N}]/u.test(words));
  });
}

function opens(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (!EITHER.test(mark)) return true;
  // After a word it closes; scripts without spaces have words on either side.
  const before = text.charAt(at - 1);
  const closes = /[\p{L}\p{N}.,!?…]/u.test(before) && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(before);
  return !closes && /\S/u.test(text.charAt(at + 1));
}

function closing(text: string, opened: number, closers: string): number | undefined {
  const mark = text.charAt(opened);
  let last: number | undefined;
  for (let at = opened + 1; at < text.length; at++) {
    if (SINGLE.test(mark)) {
      if (last !== undefined && text.charAt(at) === mark && opens(text, at)) return last;
      const closes = closers.includes(text.charAt(at)) && /\S/u.test(text.charAt(at - 1));
      // Of several that could close it, the earlier ones are apostrophes: ‘the partners’ plan’.
      if (closes && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))) last = at;
    } else if (closers.includes(text.charAt(at))) return at;
  }
  return last ?? (UNMISTAKABLE.test(mark) ? text.length : undefined);
}

/** A last line such as "— Lim, 2023" is no part of the quotation. */
function withoutAttribution(text: string): string {
  return text.replace(/\n\s*(?:[—–―]|--)\s*\S[^\n]{0,80}\s*$/u, '');
}

/** Text without Markdown's marks and the addresses of its links. */
function plainText(markdown: string): string {
  return markdown
    .replace(/!?\[([^\][]*)\]\(\s*<?[^\s()]*>?(?:\([^\s()]*\)[^\s()]*)*\s*\)/gu, '$1')
    .replace(/\\([!-/:-@[-`{-~])/gu, '$1')
    .replace(/^[^\S\n]*(?:#{1,3}|-#)[^\S\n]+/gmu, '')
    .replace(/(?<![\p{L}\p{N}])[*_~|`]+|[*_~|`]+(?![\p{L}\p{N}])/gu, '')
    .trim();
}
