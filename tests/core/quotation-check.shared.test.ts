import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seeded } from '../../bench/growing-text.ts';
import { readSquad, shared } from '../../bench/labelled.ts';
import { kinds, quotationMaker } from '../../bench/touched-quotations.ts';
import { checkQuotation } from '../../src/core/quotation-check.ts';
import { createSearch } from '../../src/search/create-search.ts';

const SAMPLE = 30;
const VERDICTS = {
  unaltered: 'verbatim',
  changed: 'altered',
  dropped: 'altered',
  added: 'altered',
  misspelt: 'altered',
  merged: 'merged',
  absent: 'not-found',
} as const;

test.for(['en', 'de', 'zh'])(
  'quotations of encyclopedia articles are checked rightly: %s',
  { timeout: 30_000 },
  (language, { skip }) => {
    const path = join(shared, `eval/xquad.${language}.json`);
    skip(!existsSync(path), 'the labelled data are not here');
    const articles = readSquad(path, language).map(({ document }) => document);
    const [searched, others] = [articles.slice(8), articles.slice(0, 8)];
    const index = createSearch({ synonyms: [] });
    for (const document of searched) index.add(document);
    const documents = new Map(searched.map((document) => [document.id, document]));
    const deps = { ...index, documents, verified: <T>(quotations: readonly T[]) => quotations };
    for (const kind of kinds) {
      const make = quotationMaker(kind === 'absent' ? others : searched, language, seeded(7));
      const wrong: string[] = [];
      for (let at = 0; at < SAMPLE; at++) {
        const { text } = make(kind);
        const [checked] = checkQuotation(deps, `Is it so?\n> ${text}`).checked;
        if (checked?.verdict !== VERDICTS[kind]) wrong.push(`${kind} taken for ${checked?.verdict}: ${text}`);
      }
      expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(1);
    }
  },
);
