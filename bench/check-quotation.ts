/**
 * How often quotations are checked rightly, and how fast: `node bench/check-quotation.ts [language …]`. From each XQuAD
 * collection, 500 sentences and stretches are drawn and checked as they are, with a word changed, dropped or added, with
 * two misspellings, and two of them merged; 500 more come from articles that are not searched (`absent`). Every other one
 * is bare, the rest stand in a longer message as a block. Coined passages fill the index up to 10,000. `place`: the source
 * is where it was taken from; `marked`: the touched words are among those that are marked. Times in milliseconds. Wants
 * the data that ATTACHE_SHARED leads to.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../src/core/document.ts';
import { type CheckedQuotation, checkQuotation, sourcesOf } from '../src/core/quotation-check.ts';
import { openSearch } from '../src/open-desk.ts';
import { growingText, seeded } from './growing-text.ts';
import { readSquad, shared } from './labelled.ts';
import { type Kind, kinds, quotationMaker, type Touched } from './touched-quotations.ts';

const PASSAGES = 10_000;
/** One article in so many is not searched. */
const WITHHELD = 6;
const SAMPLE = 500;
const SEED = 20_261_107;
const VERDICTS: Readonly<Record<Kind, CheckedQuotation['verdict']>> = {
  unaltered: 'verbatim',
  changed: 'altered',
  dropped: 'altered',
  added: 'altered',
  misspelt: 'altered',
  merged: 'merged',
  absent: 'not-found',
};

const asked = process.argv.slice(2);
console.log('language  passages  kind       right %  place %  marked %   p50 ms   p95 ms   max ms');
for (const language of asked.length > 0 ? asked : ['en', 'de', 'zh']) {
  const path = join(shared, `eval/xquad.${language}.json`);
  if (existsSync(path)) await measure(path, language);
  else console.log(`${language}: there is no ${path}; ATTACHE_SHARED names the folder of the labelled data`);
}

async function measure(path: string, language: string): Promise<void> {
  const all = readSquad(path, language).map(({ document }) => document);
  const articles = all.filter((_, at) => at % WITHHELD !== 0);
  const documents = [...articles, ...coined(articles, language)];
  const { index } = await openSearch();
  for (const document of documents) index.add(document);
  const deps = {
    documents: new Map(documents.map((document) => [document.id, document])),
    search: index.search,
    passagesLike: index.passagesLike,
    verified: <T>(quotations: readonly T[]) => quotations,
  };
  const passages = documents.reduce((sum, document) => sum + document.passages.length, 0);
  const make = quotationMaker(articles, language, seeded(SEED));
  const makeAbsent = quotationMaker(
    all.filter((article) => !articles.includes(article)),
    language,
    seeded(SEED),
  );
  for (let at = 0; at < 50; at++) checkQuotation(deps, make('merged').text);
  for (const kind of kinds) {
    const times: number[] = [];
    const counts = { right: 0, place: 0, marked: 0 };
    for (let at = 0; at < SAMPLE; at++) {
      const touched = kind === 'absent' ? makeAbsent(kind) : make(kind);
      const message = at % 2 === 0 ? touched.text : `Is this right?\n> ${touched.text}\nI would not have thought so.`;
      const from = performance.now();
      const [checked] = checkQuotation(deps, message).checked;
      times.push(performance.now() - from);
      if (checked?.verdict === VERDICTS[kind]) counts.right++;
      else if (process.env['SHOW_WRONG']) console.log(`${kind} -> ${checked?.verdict}: ${touched.text}`);
      if (checked && (kind === 'absent' || isFrom(checked, touched))) counts.place++;
      if (checked && isMarked(checked, touched, language)) counts.marked++;
    }
    report([language, String(passages), kind], counts, times);
  }
}

function isFrom(checked: CheckedQuotation, { from }: Touched): boolean {
  const sources = sourcesOf(checked);
  return from.every((place) =>
    sources.some(({ document, paragraph }) => document === place.document && paragraph === place.paragraph),
  );
}

/** A character of a script without spaces is marked by itself, so one of each word will do there. */
function isMarked(checked: CheckedQuotation, { words }: Touched, language: string): boolean {
  const differences = checked.verdict === 'altered' ? checked.differences : [];
  const marked = differences
    .flatMap((one) => (one.kind === 'same' ? [] : one.kind === 'changed' ? [one.from, one.to] : [one.text]))
    .join('\n');
  return words.every((word) => (language === 'zh' ? Array.from(word) : [word]).some((part) => marked.includes(part)));
}

function report(
  names: readonly string[],
  counts: { right: number; place: number; marked: number },
  times: number[],
): void {
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? Number.NaN).toFixed(1);
  const share = (count: number) => ((100 * count) / SAMPLE).toFixed(1);
  const [language = '', passages = '', kind = ''] = names;
  console.log(
    [
      language.padEnd(8),
      passages.padStart(9),
      ` ${kind.padEnd(9)}`,
      share(counts.right).padStart(8),
      share(counts.place).padStart(8),
      share(counts.marked).padStart(9),
      at(0.5).padStart(8),
      at(0.95).padStart(8),
      at(1).padStart(8),
    ].join(' '),
  );
}

/** Documents of coined passages in the articles' own words, ten each. */
function coined(articles: readonly Document[], language: string): Document[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const counts = new Map<string, number>();
  for (const { text } of articles)
    for (const { segment, isWordLike } of segmenter.segment(text))
      if (isWordLike) counts.set(segment, (counts.get(segment) ?? 0) + 1);
  const words = [...counts].sort(([, a], [, b]) => b - a).map(([word]) => word);
  const real = articles.reduce((sum, { passages }) => sum + passages.length, 0);
  const texts = growingText(PASSAGES - real, words, seeded(SEED));
  const spaced = language === 'zh' ? texts.map((text) => text.replaceAll(' ', '').replaceAll('.', '。')) : texts;
  return Array.from({ length: Math.ceil(spaced.length / 10) }, (_, number) =>
    documentOf(number, spaced.slice(10 * number, 10 * number + 10), language),
  );
}

function documentOf(number: number, texts: readonly string[], language: string): Document {
  let start = 0;
  const passages = texts.map((text, at) => {
    const passage = { paragraph: at + 1, kind: 'paragraph' as const, headings: [], start, end: start + text.length };
    start = passage.end + 2;
    return passage;
  });
  const id = `coined-${number}.md`;
  return { id, hash: id, title: `Report ${number}`, text: texts.join('\n\n'), language, tags: [], passages };
}
