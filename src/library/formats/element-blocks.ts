import type { TextBlock } from '../../core/conversion.ts';
import type { PassageKind } from '../../core/passage.ts';
import { refuse } from './refuse.ts';
import { superscript } from './superscript.ts';

/** What no reader sees, or what is no text. */
const UNSEEN = new Set(
  'title meta link base script style template noscript head iframe object embed applet canvas svg math audio video map area select option datalist button input textarea rt rp nav'.split(
    ' ',
  ),
);
const BLOCKS = new Set(
  'address article aside body center dd details div dl dt fieldset figcaption figure footer form header hgroup html legend li main p section summary caption tbody thead tfoot tr td th'.split(
    ' ',
  ),
);
/** Code units up to which a list is one passage; the items of a longer one are passages of their own. */
const SHORT_LIST = 1200;
/** Code units of a table's rows in one passage. */
const TABLE_PART = 2000;
/** Elements within elements; pages that people write have a few dozen. */
const DEEPEST = 400;

type Context = { readonly kind: PassageKind; readonly depth: number; readonly verbatim: boolean };

/**
 * The text of an element of HTML or XHTML, block by block: white space as a browser shows it, rows of tables as lines
 * with " | " between cells, items with their mark or number. Scripts, styles and what is hidden give nothing.
 */
export function elementBlocks(root: Element): TextBlock[] {
  const blocks: TextBlock[] = [];
  let inline = '';
  const flush = (kind: PassageKind, level?: number) => {
    const text = kind === 'code' ? inline.replace(/^\s*\n|\s+$/gu, '') : tidy(inline);
    inline = '';
    if (text !== '') blocks.push({ kind, text, ...(level === undefined ? {} : { level }) });
  };
  const walk = (node: Element, context: Context): void => {
    if (context.depth > DEEPEST) throw refuse('Its elements are nested too deeply.', 'Save it as plain text.');
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.nodeType === TEXT || child.nodeType === CDATA) {
        const text = child.nodeValue ?? '';
        inline += context.verbatim ? text : text.replace(/[ \t\r\n\f]+/gu, ' ');
      } else if (child.nodeType === ELEMENT) visit(child as Element, { ...context, depth: context.depth + 1 });
    }
  };
  const visit = (element: Element, context: Context): void => {
    const name = nameOf(element);
    const heading = /^h([1-6])$/u.exec(name)?.[1];
    if (UNSEEN.has(name) || isHidden(element)) return;
    if (name === 'br') inline += '\n';
    else if (name === 'sup') inline += raised(element);
    else if (name === 'img' || name === 'wbr') return;
    else if (heading !== undefined) {
      flush(context.kind);
      walk(element, context);
      flush('heading', Number(heading));
    } else if (name === 'ul' || name === 'ol') {
      flush(context.kind);
      blocks.push(...listBlocks(element));
    } else if (name === 'table' && isData(element)) {
      flush(context.kind);
      blocks.push(...tableBlocks(element));
    } else if (name === 'pre') {
      flush(context.kind);
      walk(element, { ...context, verbatim: true });
      flush('code');
    } else if (name === 'hr') flush(context.kind);
    else if (name === 'blockquote') {
      flush(context.kind);
      walk(element, { ...context, kind: 'quotation' });
      flush('quotation');
    } else if (BLOCKS.has(name) || name === 'table') {
      flush(context.kind);
      walk(element, context);
      flush(context.kind);
    } else walk(element, context);
  };
  visit(root, { kind: 'paragraph', depth: 0, verbatim: false });
  flush('paragraph');
  return blocks;
}

const ELEMENT = 1;
const TEXT = 3;
const CDATA = 4;

/** An element's name in small letters, without the prefix of its namespace. */
export function nameOf({ nodeName }: Node): string {
  return nodeName.slice(nodeName.indexOf(':') + 1).toLowerCase();
}

/** White space as it is shown: one space, no space beside a line's end, no soft hyphens. */
export function tidy(text: string): string {
  return text
    .replace(/\u00ad/gu, '')
    .replace(/[ \t\r\f]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}

function isHidden(element: Element): boolean {
  const style = element.getAttribute('style') ?? '';
  return element.hasAttribute('hidden') || /display\s*:\s*none|visibility\s*:\s*hidden/iu.test(style);
}

function raised(element: Element): string {
  const text = element.textContent ?? '';
  const linked = element.querySelector('a') !== null;
  return superscript(text, (mark) => linked && /^(?:\d{1,4}|[a-z]|[*†‡])$/u.test(mark));
}

/** A list as one block of lines, or, where it is long, its items as blocks. */
function listBlocks(list: Element): TextBlock[] {
  const lines = itemLines(list, '');
  const text = lines.join('\n');
  if (text.length <= SHORT_LIST) return text === '' ? [] : [{ kind: 'list', text }];
  return lines.map((line) => ({ kind: 'list', text: line.trim() }));
}

function itemLines(list: Element, indent: string, depth = 0): string[] {
  if (depth > DEEPEST / 4) throw refuse('Its lists are nested too deeply.', 'Save it as plain text.');
  const numbered = nameOf(list) === 'ol';
  let number = Number(list.getAttribute('start') ?? 1) || 1;
  return [...list.children].flatMap((item) => {
    if (UNSEEN.has(nameOf(item)) || isHidden(item)) return [];
    const nested = [...item.children].filter((child) => /^[uo]l$/u.test(nameOf(child)));
    for (const inner of nested) inner.remove();
    const own = elementBlocks(item)
      .map(({ text }) => text)
      .join('\n');
    const mark = numbered ? `${number++}.` : '-';
    const inner = nested.flatMap((one) => itemLines(one, `${indent}  `, depth + 1));
    return own === '' ? inner : [`${indent}${mark} ${own}`, ...inner];
  });
}

/** A table that arranges a page has tables or long blocks in its cells, or only one cell a row. */
function isData(table: Element): boolean {
  if (table.querySelector('table, h1, h2, h3, blockquote, pre') !== null) return false;
  const rows = [...table.querySelectorAll('tr')];
  return rows.some((row) => row.querySelectorAll('td, th').length > 1);
}

function tableBlocks(table: Element): TextBlock[] {
  const caption = table.querySelector('caption');
  const parts: string[] = [];
  for (const row of table.querySelectorAll('tr')) {
    const cells = [...row.querySelectorAll('td, th')].map((cell) =>
      elementBlocks(cell)
        .map(({ text }) => text.replaceAll('\n', ' '))
        .join(' '),
    );
    if (cells.every((cell) => cell === '')) continue;
    const line = cells.join(' | ');
    const last = parts.at(-1);
    if (last !== undefined && last.length + line.length < TABLE_PART) parts[parts.length - 1] = `${last}\n${line}`;
    else parts.push(line);
  }
  const title = caption ? tidy(caption.textContent ?? '') : '';
  return [
    ...(title === '' ? [] : [{ kind: 'paragraph' as const, text: title }]),
    ...parts.map((text) => ({ kind: 'table' as const, text })),
  ];
}
