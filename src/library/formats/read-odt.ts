import { strFromU8 } from 'fflate';
import type { Conversion, TextBlock } from '../../core/conversion.ts';
import { nameOf, tidy } from './element-blocks.ts';
import { parseXml } from './markup.ts';
import { fieldsOf } from './read-docx.ts';
import { refuse } from './refuse.ts';
import { unzip } from './zip.ts';

const TEXT_PARTS = /^(?:content|meta|META-INF\/manifest)\.xml$/u;
/** What was deleted, remarked, or repeats what stands elsewhere. */
const UNREAD = new Set(
  'tracked-changes annotation annotation-end table-of-content alphabetical-index sequence-decls forms note-citation'.split(
    ' ',
  ),
);
const DEEPEST = 400;

/** Reads an OpenDocument text: headings, paragraphs, lists, tables and notes; deleted text and comments are not read. */
export function readOdt(bytes: Uint8Array): Conversion {
  const { 'content.xml': content, 'meta.xml': meta, 'META-INF/manifest.xml': manifest } = unzip(bytes, TEXT_PARTS);
  if (manifest && /<[\w:]*encryption-data/u.test(strFromU8(manifest)))
    throw refuse('The file is protected by a password.', 'Save a copy without a password.');
  const body =
    content &&
    [...parseXml(strFromU8(content)).querySelectorAll('*')].find(
      (one) => nameOf(one) === 'text' && one.nodeName === 'office:text',
    );
  if (!body)
    throw refuse(
      'The file is no OpenDocument text, whatever its name says.',
      'Save it as .odt with the program that made it.',
    );
  return {
    outcome: 'converted',
    fields: meta ? fieldsOf(parseXml(strFromU8(meta))) : {},
    blocks: blocksOf(body),
    gaps: [],
  };
}

function blocksOf(root: Element, depth = 0): TextBlock[] {
  if (depth > DEEPEST) throw refuse('Its parts are nested too deeply.', 'Save it as plain text.');
  const notes: TextBlock[] = [];
  const blocks = [...root.children].flatMap((child): TextBlock[] => {
    const name = nameOf(child);
    if (UNREAD.has(name)) return [];
    if (name === 'p' || name === 'h') {
      const text = tidy(inlineOf(child, notes, depth));
      const level = Math.min(6, Number(child.getAttribute('text:outline-level') ?? 1) || 1);
      const own: TextBlock[] =
        text === '' ? [] : [name === 'h' ? { kind: 'heading', level, text } : { kind: 'paragraph', text }];
      return [...own, ...notes.splice(0)];
    }
    if (name === 'list') {
      const text = itemsOf(child, '', depth).join('\n');
      return text === '' ? [] : [{ kind: 'list', text }];
    }
    return name === 'table' ? rowsOf(child, depth) : blocksOf(child, depth + 1);
  });
  return blocks;
}

/** The text of a paragraph; a note leaves its mark there, and its text in `notes`. */
function inlineOf(node: Element, notes: TextBlock[], depth: number): string {
  if (depth > DEEPEST) throw refuse('Its parts are nested too deeply.', 'Save it as plain text.');
  let text = '';
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 || child.nodeType === 4) text += (child.nodeValue ?? '').replace(/\s+/gu, ' ');
    if (child.nodeType !== 1) continue;
    const element = child as Element;
    const name = nameOf(element);
    if (UNREAD.has(name)) continue;
    if (name === 'line-break') text += '\n';
    else if (name === 's' || name === 'tab') text += ' ';
    else if (name === 'note') {
      const mark = [...element.children].find((one) => nameOf(one) === 'note-citation')?.textContent?.trim() ?? '*';
      const words = blocksOf(element, depth + 1)
        .map((block) => block.text)
        .join(' ');
      notes.push({ kind: 'paragraph', text: `[${mark}] ${words}` });
      text += `[${mark}]`;
    } else text += inlineOf(element, notes, depth + 1);
  }
  return text;
}

function itemsOf(list: Element, indent: string, depth: number): string[] {
  return [...list.children].flatMap((item) => {
    const lists = [...item.children].filter((child) => nameOf(child) === 'list');
    for (const inner of lists) inner.remove();
    const own = blocksOf(item, depth + 1)
      .map(({ text }) => text)
      .join('\n');
    return [
      ...(own === '' ? [] : [`${indent}- ${own}`]),
      ...lists.flatMap((inner) => itemsOf(inner, `${indent}  `, depth + 1)),
    ];
  });
}

function rowsOf(table: Element, depth: number): TextBlock[] {
  const rows = [...table.querySelectorAll('*')].filter((element) => nameOf(element) === 'table-row');
  const lines = rows.map((row) =>
    [...row.children]
      .filter((cell) => nameOf(cell) === 'table-cell')
      .map((cell) =>
        blocksOf(cell, depth + 1)
          .map(({ text }) => text.replaceAll('\n', ' '))
          .join(' '),
      )
      .join(' | '),
  );
  const text = lines.filter((line) => /[^\s|]/u.test(line)).join('\n');
  return text === '' ? [] : [{ kind: 'table', text }];
}
