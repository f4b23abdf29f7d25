import { expect, test } from 'vitest';
import type { Document } from '../src/core/document.ts';
import { type Scope, SHARED } from '../src/core/scope.ts';
import type { Analyst } from '../src/open-analysis.ts';
import { createDesks } from '../src/open-desks.ts';
import { documentOf } from './builders/document.ts';
import { readableLog } from './builders/log.ts';
import { analysisDeps } from './builders/positions.ts';

const harbour = documentOf(['The harbour of Lumen is nine metres deep.'], { id: 'harbour.md', title: 'Harbour' });
const secret = documentOf(['The vault of Quorr holds ninety ledgers.'], {
  id: 'vault.md',
  title: 'Vault',
  guild: 'g1',
});
const trade = documentOf(['Grain passes the strait of Ombra.'], { id: 'trade.md', title: 'Trade', tags: ['Trade'] });

function desksOver(documents: readonly Document[]) {
  const { analyses: _, ...deps } = analysisDeps();
  const analyst: Analyst = { deps, faults: [], analyze: async () => undefined, forget: async () => undefined };
  const desks = createDesks({ analyst, synonyms: [], faults: () => [], log: readableLog().log });
  desks.change({ put: documents, gone: [] });
  const ask = (scope: Scope, question: string) => {
    const answer = desks.deskFor(scope).ask({ question });
    return answer.outcome === 'found' ? answer.quotations.map(({ document }) => document) : answer.outcome;
  };
  return { ...desks, ask };
}

const g1: Scope = { guild: 'g1', tags: [] };
const g2: Scope = { guild: 'g2', tags: [] };

test('a server sees the shared documents and its own, never those of another', () => {
  const { ask, deskFor } = desksOver([harbour, secret, trade]);
  expect(ask(g1, 'how many ledgers does the vault of Quorr hold?')).toEqual(['vault.md']);
  expect(ask(g1, 'how deep is the harbour of Lumen?')).toEqual(['harbour.md']);
  for (const scope of [g2, SHARED]) {
    expect(ask(scope, 'how many ledgers does the vault of Quorr hold?')).toBe('not-found');
    expect(deskFor(scope).library().documents).toEqual([harbour, trade]);
    expect(deskFor(scope).suggest('vault')).toEqual([]);
    expect(deskFor(scope).context({ hash: secret.hash, paragraph: 1 })).toEqual({ outcome: 'gone' });
  }
});

test("no spelling is corrected by a word of another server's document", () => {
  const { deskFor } = desksOver([harbour, secret]);
  expect(deskFor(g2).ask({ question: 'ledgars of Qorr' }).corrections).toEqual([]);
  expect(deskFor(g1).ask({ question: 'ledgars of Quorr' }).corrections).toEqual([{ from: 'ledgars', to: 'ledgers' }]);
});

test('a scope of tags shows documents with one of them alone, whatever their case', () => {
  const { ask, deskFor } = desksOver([harbour, secret, trade]);
  const scope = { guild: 'g1', tags: ['trade'] };
  expect(deskFor(scope).library().documents).toEqual([trade]);
  expect(ask(scope, 'how deep is the harbour of Lumen?')).toBe('not-found');
});

test('what changes is served at once, in every scope that shows it and in no other', () => {
  const { ask, change, deskFor } = desksOver([harbour]);
  expect(ask(g1, 'which ledgers does the vault hold?')).toBe('not-found');
  change({ put: [secret], gone: [] });
  expect(ask(g1, 'how many ledgers does the vault of Quorr hold?')).toEqual(['vault.md']);
  const deeper = documentOf(['The harbour of Lumen is eleven metres deep.'], { id: 'harbour.md', title: 'Harbour' });
  change({ put: [deeper], gone: [secret] });
  for (const scope of [g1, g2, SHARED]) {
    const answer = deskFor(scope).ask({ question: 'how deep is the harbour of Lumen?' });
    expect(answer.outcome === 'found' && answer.quotations.map(({ text }) => text)).toEqual([
      'The harbour of Lumen is eleven metres deep.',
    ]);
  }
  expect(deskFor(g1).library().documents).toEqual([deeper]);
});

test('a desk whose tags nobody searches by any more is let go, and so is that of a server without documents of its own', () => {
  const { change, closeUnused, deskFor } = desksOver([harbour, secret, trade]);
  const shared = deskFor(SHARED);
  const [own, tagged] = [deskFor(g1), deskFor({ guild: 'g1', tags: ['trade'] })];
  expect(own).not.toBe(shared);
  closeUnused((tags) => tags.length === 0);
  expect([deskFor(g1), deskFor(SHARED)]).toEqual([own, shared]);
  expect(deskFor({ guild: 'g1', tags: ['trade'] })).not.toBe(tagged);
  change({ put: [], gone: [secret] });
  expect(deskFor(g1)).toBe(shared);
});
