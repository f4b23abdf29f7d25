import { readFileSync } from 'node:fs';
import type { LabelledQuestion } from '../../bench/labelled.ts';
import { ask } from '../../src/core/ask.ts';
import type { Document } from '../../src/core/document.ts';
import type { Quotation } from '../../src/core/quotation.ts';
import { openSearch } from '../../src/open-desk.ts';

/** Asks documents as the desk does, with the synonyms and names that ship. */
async function askerOf(documents: readonly Document[]) {
  const { index } = await openSearch();
  for (const document of documents) index.add(document);
  const deps = {
    documents: new Map(documents.map((document) => [document.id, document])),
    search: index.search,
    suggest: index.suggest,
    verified: (quotations: readonly Quotation[]) => quotations,
  };
  return (question: string) => ask(deps, { question });
}

/** Shares in percent, one digit. */
const share = (part: number, whole: number) => (whole === 0 ? 100 : Math.round((1000 * part) / whole) / 10);
const flat = (text: string) => text.replace(/\s+/gu, ' ').trim();
const words = (text: string) =>
  flat(text)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];
const answerOf = (quotation: Quotation | undefined) =>
  quotation
    ? quotation.text.slice(quotation.answer.start - quotation.start, quotation.answer.end - quotation.start)
    : '';

/** One text holds the other, or they share 60 % of the shorter one's words and 40 % of the longer one's. */
function overlaps(one: string, other: string): boolean {
  const [a, b] = [flat(one), flat(other)];
  if (a === '' || b === '') return false;
  if (a.includes(b) || b.includes(a)) return true;
  const [short = [], long = []] = [[...words(a)], [...words(b)]].sort((x, y) => x.length - y.length);
  const left = [...long];
  const common = short.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
  return short.length > 3 && common >= 0.6 * short.length && common >= 0.4 * long.length;
}

/** How well labelled questions are answered; a passage counts only where an answer was given. */
export async function scoreQuestions(documents: readonly Document[], questions: readonly LabelledQuestion[]) {
  const asked = await askerOf(documents);
  const answerable = questions.filter(({ gold }) => gold.length > 0);
  const results = answerable.map(({ question, gold }) => {
    const answer = asked(question);
    const found = answer.outcome === 'found' ? answer.quotations : [];
    const holds = ({ text }: Quotation) => gold.some(({ sentence }) => overlaps(text, sentence));
    const sentence = gold.some((one) => overlaps(answerOf(found[0]), one.sentence));
    return { answered: found.length > 0, rank: found.findIndex(holds), sentence };
  });
  const refused = questions.filter(
    ({ question, gold }) => gold.length === 0 && asked(question).outcome === 'not-found',
  );
  const of = (test: (result: (typeof results)[number]) => boolean) =>
    share(results.filter(test).length, results.length);
  return {
    top1: of(({ rank }) => rank === 0),
    top3: of(({ rank }) => rank >= 0 && rank < 3),
    sentence: of(({ sentence }) => sentence),
    answered: of(({ answered }) => answered),
    refused: share(refused.length, questions.length - answerable.length),
  };
}

type Squad = {
  readonly data: readonly {
    readonly paragraphs: readonly {
      readonly context: string;
      readonly qas: readonly { readonly question: string; readonly answers: readonly [{ readonly text: string }] }[];
    }[];
  }[];
};

/** How well the questions of a file in SQuAD's format are answered; ranks count whether or not an answer was given. */
export async function scoreSquad(documents: readonly Document[], path: string) {
  const { data } = JSON.parse(readFileSync(path, 'utf8')) as Squad;
  const asked = await askerOf(documents);
  const results = data
    .flatMap(({ paragraphs }) => paragraphs)
    .flatMap(({ context, qas }) =>
      qas.map(({ question, answers: [gold] }) => {
        const answer = asked(question);
        const listed = answer.outcome === 'found' ? answer.quotations : answer.nearest;
        const rank = listed.findIndex(({ text }) => flat(text) === flat(context));
        const answered = answer.outcome === 'found' && rank === 0;
        return { rank, sentence: answered && flat(answerOf(listed[0])).includes(flat(gold.text)) };
      }),
    );
  const of = (test: (result: (typeof results)[number]) => boolean) =>
    share(results.filter(test).length, results.length);
  return {
    questions: results.length,
    top1: of(({ rank }) => rank === 0),
    top5: of(({ rank }) => rank >= 0 && rank < 5),
    sentence: of(({ sentence }) => sentence),
  };
}
