import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Document } from '../src/core/document.ts';
import { readLibrary } from '../src/library/read-library.ts';

/** A question with the verbatim sentences that answer it; none where the documents do not say. */
export type LabelledQuestion = {
  readonly id: string;
  readonly question: string;
  readonly gold: readonly { readonly doc: string; readonly sentence: string }[];
};

export type Collection = {
  readonly name: string;
  readonly documents: readonly Document[];
  readonly questions: readonly LabelledQuestion[];
};

const here = import.meta.dirname;
/** Labelled data that is not part of the project; what wants it is left out where it is absent. */
export const shared = resolve(here, '..', process.env['ATTACHE_SHARED'] ?? '../shared');

/** The project's own collections, and the shared one where it is there. */
export async function labelledCollections(): Promise<Collection[]> {
  const places = [
    ['briefs', join(here, '../knowledge'), join(here, 'collections/briefs/questions.json')],
    ...['regions', 'de', 'fr'].map((name) => [
      name,
      join(here, 'collections', name),
      join(here, 'collections', name, 'questions.json'),
    ]),
    ['shared', join(shared, 'documents'), join(shared, 'eval/briefs/questions.json')],
  ] as [string, string, string][];
  return Promise.all(
    places
      .filter(([, , questions]) => existsSync(questions))
      .map(async ([name, folder, questions]) => ({
        name,
        documents: (await readLibrary(folder)).documents,
        questions: JSON.parse(readFileSync(questions, 'utf8')) as LabelledQuestion[],
      })),
  );
}

type Squad = {
  readonly data: readonly {
    readonly title: string;
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { readonly id: string; readonly question: string }[];
    }[];
  }[];
};

/** A file in SQuAD's format as documents, one an article, each question with the paragraph that answers it. */
export function readSquad(path: string, language: string) {
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as Squad;
  return data.map(({ title, paragraphs }) => {
    const name = title.replaceAll('_', ' ');
    const contexts = paragraphs.map(({ context }) => context.replace(/\s+/gu, ' ').trim());
    let start = 0;
    const passages = contexts.map((context, at) => {
      const passage = {
        paragraph: at + 1,
        kind: 'paragraph' as const,
        headings: [],
        start,
        end: start + context.length,
      };
      start = passage.end + 2;
      return passage;
    });
    const document: Document = {
      id: name,
      hash: name,
      title: name,
      text: contexts.join('\n\n'),
      language,
      tags: [],
      passages,
    };
    const questions = paragraphs.flatMap(({ qas }, at) =>
      qas.map(({ id, question }) => ({ id, question, paragraph: at + 1 })),
    );
    return { document, questions };
  });
}
