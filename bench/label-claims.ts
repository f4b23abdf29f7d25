/**
 * How many of the labels that *Find evidence* gives are right: `node bench/label-claims.ts`. Each claim of
 * collections/claims.json names the paragraphs of the briefs that support or contradict it; every other label is wrong.
 */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Desk } from '../src/core/desk.ts';
import { createLog } from '../src/log.ts';
import { openDesk } from '../src/open-desk.ts';

type Claim = {
  readonly claim: string;
  readonly supports?: readonly string[];
  readonly contradicts?: readonly string[];
};

/** Labels given, those of them that are wrong, and how many of the right ones were given. */
export function scoreLabels(desk: Desk) {
  const path = join(import.meta.dirname, 'collections/claims.json');
  const claims = JSON.parse(readFileSync(path, 'utf8')) as readonly Claim[];
  const wrong: string[] = [];
  let given = 0;
  for (const { claim, ...right } of claims) {
    for (const { quotation, label } of desk.evidenceFor(claim).pieces) {
      if (label !== 'supports' && label !== 'contradicts') continue;
      given++;
      const place = `${quotation.document} ${quotation.paragraph}`;
      if (!right[label]?.includes(place)) wrong.push(`${claim} ${label} by ${place}`);
    }
  }
  const decidable = claims.flatMap(({ supports = [], contradicts = [] }) => [...supports, ...contradicts]).length;
  return { claims: claims.length, given, wrong, found: (given - wrong.length) / decidable };
}

if (import.meta.main) {
  const log = createLog({ level: 'error', readable: true });
  const knowledge = join(import.meta.dirname, '../knowledge');
  const { claims, given, wrong, found } = scoreLabels(
    await openDesk({ knowledge, data: tmpdir(), log, analysis: 'none' }),
  );
  console.log(
    `${claims} claims, ${given} labels, ${wrong.length} wrong, ${(100 * found).toFixed(0)} % of the right ones given`,
  );
  for (const line of wrong) console.log(`wrong: ${line}`);
}
