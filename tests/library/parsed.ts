import type { Document } from '../../src/core/document.ts';
import { type Parsed, parseDocument } from '../../src/library/parse-document.ts';

/** A document from text, as the library makes it; `id` decides whether it is Markdown. */
export function documentOf(text: string, id = 'brief.md'): Document {
  const { document, faults } = parsedFrom(text, id);
  if (!document) throw new Error(faults.map(({ cause }) => cause).join(' '));
  return document;
}

export function parsedFrom(text: string | Uint8Array, id = 'brief.md', sidecar?: string): Parsed {
  return parseDocument({
    id,
    bytes: Buffer.from(text),
    ...(sidecar === undefined ? {} : { sidecar: { path: `${id}.meta.yaml`, bytes: Buffer.from(sidecar) } }),
  });
}

/** Passages one a line: number, kind, text, and the headings above. */
export function outline({ text, passages }: Document): string {
  return passages
    .map(({ paragraph, kind, start, end, headings }) => {
      const above = headings.length > 0 ? `  < ${headings.join(' / ')}` : '';
      return `${paragraph} ${kind} ${JSON.stringify(text.slice(start, end))}${above}`;
    })
    .join('\n');
}
