import { isJson, objects } from '../form.ts';
import type { Posted } from '../messages.ts';
import { type Block, readMarkdown } from './markdown.ts';
import type { Inline } from './markdown-inline.ts';

const LONGEST = 200;

/** A message in one line, for those to whom it is read out. */
export function summarize({ message, visibleTo }: Posted): string {
  const [embed] = message.embeds;
  const parts = [message.content, embed?.['title'], embed?.['description'], objects(embed?.['fields'])[0]?.['value']];
  const words = parts.filter((part) => typeof part === 'string' && part !== '').map((part) => plainText(String(part)));
  const text = words.join('. ').replace(/\s+/gu, ' ').trim() || 'a file';
  const author = isJson(message.author) ? String(message.author['global_name']) : '';
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return `${author}${visibleTo === undefined ? '' : ', seen by you only'}: ${cut}`;
}

/** The words of a marked text without its marks. */
export function plainText(text: string): string {
  return readMarkdown(text).map(ofBlock).join(' ');
}

function ofBlock(block: Block): string {
  switch (block.kind) {
    case 'code':
      return block.text;
    case 'quote':
      return block.blocks.map(ofBlock).join(' ');
    case 'list':
      return block.items.map(({ inside }) => ofInline(inside)).join('; ');
    default:
      return ofInline(block.inside);
  }
}

function ofInline(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return piece;
      if ('inside' in piece) return ofInline(piece.inside);
      return piece.kind === 'code' ? piece.text : '';
    })
    .join('');
}
