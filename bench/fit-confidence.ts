/**
 * Fits the weights of src/search/confidence.ts: logistic regression with a ridge over labelled questions, answerable or
 * not. `npm run fit-confidence` prints the constants to copy there, and what each threshold would do. A collection counts as much as another, whatever its
 * size; with XQuAD at hand each question is asked with its article, without it, and without its paragraph.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FOUND_AT } from '../src/core/answer.ts';
import { openSearch } from '../src/open-desk.ts';
import type { Features } from '../src/search/confidence.ts';
import { labelledCollections, readSquad, shared } from './labelled.ts';

type Sample = {
  readonly features: Features;
  readonly answerable: boolean;
  readonly weight: number;
  readonly from: string;
};

const RIDGE = 0.001;
const ROUNDS = 3000;

const samples = [...(await fromCollections()), ...(await fromSquad())];
const names = Object.keys(samples[0]?.features ?? {}) as (keyof Features)[];
const vectors = samples.map(({ features }) => [1, ...names.map((name) => features[name])]);
const weights = fit();
const probability = (at: number) => 1 / (1 + Math.exp(-dot(weights, vectors[at] ?? [])));
report();

async function fromCollections(): Promise<Sample[]> {
  const collections = await labelledCollections();
  const found: Sample[] = [];
  for (const { name, documents, questions } of collections) {
    const { index: search } = await openSearch();
    for (const document of documents) search.add(document);
    const shares = {
      true: questions.filter(({ gold }) => gold.length > 0).length,
      false: questions.filter(({ gold }) => gold.length === 0).length,
    };
    for (const { question, gold } of questions) {
      const features = search.features(question);
      const answerable = gold.length > 0;
      if (features)
        found.push({ features, answerable, weight: Math.sqrt(questions.length) / shares[`${answerable}`], from: name });
    }
  }
  return found;
}

async function fromSquad(): Promise<Sample[]> {
  const file = join(shared, 'eval/xquad.en.json');
  if (!existsSync(file)) return [];
  const articles = readSquad(file, 'en');
  const { index: search } = await openSearch();
  for (const { document } of articles) search.add(document);
  const found: Sample[] = [];
  const asked = articles.reduce((sum, { questions }) => sum + questions.length, 0);
  const weight = 15 / asked;
  const ask = (question: string, answerable: boolean, share: number, from: string) => {
    const features = search.features(question);
    if (features) found.push({ features, answerable, weight: weight * share, from });
  };
  for (const { document, questions } of articles) {
    for (const { question } of questions) ask(question, true, 3, 'xquad');
    search.remove(document.id);
    for (const { question } of questions) ask(question, false, 0.5, 'xquad without article');
    for (const { paragraph } of document.passages) {
      search.add({ ...document, passages: document.passages.filter((passage) => passage.paragraph !== paragraph) });
      for (const one of questions)
        if (one.paragraph === paragraph) ask(one.question, false, 0.2, 'xquad without paragraph');
      search.remove(document.id);
    }
    search.add(document);
  }
  return found;
}

function fit(): number[] {
  const found = Array.from({ length: names.length + 1 }, () => 0);
  const total = samples.reduce((sum, { weight }) => sum + weight, 0);
  const moments = found.map(() => 0);
  const squares = found.map(() => 0);
  for (let round = 1; round <= ROUNDS; round++) {
    const gradient = found.map((value, at) => (at === 0 ? 0 : (RIDGE * value) / 10));
    for (const [at, { answerable, weight }] of samples.entries()) {
      const vector = vectors[at] ?? [];
      const error = 1 / (1 + Math.exp(-dot(found, vector))) - (answerable ? 1 : 0);
      for (const [j, value] of vector.entries()) gradient[j] = (gradient[j] ?? 0) + (weight * error * value) / total;
    }
    // Adam (Kingma and Ba 2015), full batch: the loss is convex, so any descent ends at the same weights.
    for (const [j, slope] of gradient.entries()) {
      moments[j] = 0.9 * (moments[j] ?? 0) + 0.1 * slope;
      squares[j] = 0.999 * (squares[j] ?? 0) + 0.001 * slope * slope;
      const step = moments[j] / (1 - 0.9 ** round) / (Math.sqrt(squares[j] / (1 - 0.999 ** round)) + 1e-9);
      found[j] = (found[j] ?? 0) - 0.02 * step;
    }
  }
  return found;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
}

function report(): void {
  console.log(`INTERCEPT = ${(weights[0] ?? 0).toFixed(2)};`);
  for (const [at, name] of names.entries()) console.log(`  ${name}: ${(weights[at + 1] ?? 0).toFixed(2)},`);
  console.log(`answered or refused in per cent at each threshold; FOUND_AT is ${FOUND_AT}`);
  const thresholds = [0.2, 0.3, 0.4, 0.5, 0.6];
  console.log(`${''.padEnd(34)}${thresholds.map((threshold) => threshold.toFixed(1).padStart(7)).join('')}`);
  for (const from of new Set(samples.map((sample) => sample.from))) {
    for (const answerable of [true, false]) {
      const shown = [...samples.keys()].filter(
        (at) => samples[at]?.from === from && samples[at]?.answerable === answerable,
      );
      if (shown.length === 0) continue;
      const label = `${from}, ${shown.length} ${answerable ? 'answered' : 'refused'}`;
      const shares = thresholds.map((threshold) => {
        const right = shown.filter((at) => probability(at) >= threshold === answerable).length;
        return ((100 * right) / shown.length).toFixed(1).padStart(7);
      });
      console.log(`${label.padEnd(34)}${shares.join('')}`);
    }
  }
}
