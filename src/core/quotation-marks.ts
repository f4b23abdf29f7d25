import { comparedWords } from './compared-words.ts';
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

/** What a message says as a whole, without marks of Markdown and a last line that says where it is from. */
export function wholeOf(message: string): string {
  const texts = blocksOf(message).map(({ text }) => text);
  return plainText(withoutAttribution(texts.join('\n\n')));
}

/** Words of a message that can be looked up: addresses and the line that says where it is from are none. */
export function wordsIn(message: string): number {
  return comparedWords(wholeOf(message)).length;
}

/** The sentences of a message; lines end none, for what is copied from a page has many. */
export function sentencesIn(message: string): string[] {
  const text = wholeOf(message).replace(/(?<!\n)\n(?!\s*\n)/gu, ' ');
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
  const found: string[] = [];
  /** Marks that nothing closes any more. */
  const open = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    if (text.charAt(at) === '\n') open.clear();
    const mark = text.charAt(at);
    const closers = PAIRS[mark];
    if (closers === undefined || open.has(mark) || !opens(text, at)) continue;
    const end = closing(text, at, closers);
    if (end === undefined) {
      open.add(mark);
      continue;
    }
    found.push(text.slice(at + 1, end));
    at = end;
  }
  return found.filter((words) => /[\p{L}\p{N}]/u.test(words));
}

function opens(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (!EITHER.test(mark)) return true;
  // After a word it closes; scripts without spaces have words on either side.
  const before = text.charAt(at - 1);
  const closes = /[\p{L}\p{N}.,!?…]/u.test(before) && !/[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u.test(before);
  return !closes && /\S/u.test(text.charAt(at + 1));
}

/** Where a quotation ends: marks that can be mistaken end with their paragraph, others only where the next one opens. */
function closing(text: string, opened: number, closers: string): number | undefined {
  const mark = text.charAt(opened);
  const paragraph = text.slice(opened).search(/\n[^\S\n]*\n/u);
  const end = paragraph < 0 ? text.length : opened + paragraph;
  let last: number | undefined;
  for (let at = opened + 1; at < (UNMISTAKABLE.test(mark) ? text.length : end); at++) {
    const again = text.charAt(at) === mark && opens(text, at);
    if (SINGLE.test(mark)) {
      if (last !== undefined && again) return last;
      const closes = closers.includes(text.charAt(at)) && /\S/u.test(text.charAt(at - 1));
      // Of several that could close it, the earlier ones are apostrophes: ‘the partners’ plan’.
      if (closes && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))) last = at;
    } else if (closers.includes(text.charAt(at))) return at;
    else if (again && at > end) break;
  }
  return last ?? (UNMISTAKABLE.test(mark) ? end : undefined);
}

/** A last line such as "— Lim, 2023" is no part of the quotation. */
function withoutAttribution(text: string): string {
  return text.trimEnd().replace(/\n[^\S\n]*(?:[—–―]|--)[^\S\n]*\S[^\n]{0,80}$/u, '');
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
