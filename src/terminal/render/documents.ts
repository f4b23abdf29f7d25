import { styleText } from 'node:util';
import { count } from '../../core/answer.ts';
import type { Document, DocumentFault } from '../../core/document.ts';
import type { Look } from '../look.ts';
import { neutralise } from '../neutralise.ts';
import { wrap } from '../wrap.ts';

/** Every document that is served and every file that is not, with its fault. */
export function renderDocuments(
  { documents, faults }: { documents: readonly Document[]; faults: readonly DocumentFault[] },
  { width, colour }: Look,
): string {
  const style = (format: 'bold' | 'dim' | 'red', text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const block = (text: string, indent: string) =>
    wrap(neutralise(text), width - indent.length).map(({ start, end }) => indent + neutralise(text).slice(start, end));
  const lines = documents.flatMap(({ id, title, date, language, passages }) => [
    ...block(title, '').map((line) => style('bold', line)),
    ...block([id, date, language, count(passages.length, 'passage')].filter(Boolean).join(' · '), '  ').map((line) =>
      style('dim', line),
    ),
  ]);
  const passages = documents.reduce((sum, document) => sum + document.passages.length, 0);
  lines.push('', `${count(documents.length, 'document')}, ${count(passages, 'passage')}`);
  if (faults.length > 0) lines.push('', style('red', `Not served: ${count(faults.length, 'file')}`));
  for (const { path, cause, remedy } of faults) lines.push(...block(`${path}: ${cause} ${remedy}`, '  '));
  return lines.join('\n');
}
