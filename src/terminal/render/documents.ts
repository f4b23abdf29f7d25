import { styleText } from 'node:util';
import { count } from '../../core/answer.ts';
import type { Document, DocumentFault } from '../../core/document.ts';
import type { Look } from '../look.ts';
import { neutralise } from '../neutralise.ts';
import { wrap } from '../wrap.ts';

/** Lists and fields that stand beside documents; what is wrong with one keeps no document from being served. */
const BESIDE = /\.ya?ml$/iu;

/** Every document that is served, every file that is not, and every one that could not be used wholly, with its fault. */
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
  const served = new Set(documents.map(({ id }) => id));
  const parts = Map.groupBy(faults, ({ path }) => (served.has(path) || BESIDE.test(path) ? 'in part' : 'not'));
  const list = (heading: string, faulty: readonly DocumentFault[] = []) => {
    if (faulty.length > 0) lines.push('', style('red', `${heading}: ${count(faulty.length, 'file')}`));
    for (const { path, cause, remedy } of faulty) lines.push(...block(`${path}: ${cause} ${remedy}`, '  '));
  };
  list('Not served', parts.get('not'));
  list('Used in part', parts.get('in part'));
  return lines.join('\n');
}
