import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLabels, scorePositions } from './score-positions.ts';

const shared = process.env['ATTACHE_SHARED'] ?? '../shared';
const briefs = join(shared, 'eval/briefs');

it.skipIf(!existsSync(join(briefs, 'positions.json')))(
  'the two labelled documents are read as well as they must be',
  () => {
    const folder = join(shared, 'documents');
    const files = readdirSync(folder).map((id) => ({ id, bytes: readFileSync(join(folder, id)) }));
    const labels = readLabels(join(briefs, 'positions.json'), join(briefs, 'positions_acceptable.json'));
    const { precision, recall, stance } = scorePositions(files, labels);
    expect(precision).toBeGreaterThanOrEqual(0.92);
    expect(recall).toBeGreaterThanOrEqual(0.8);
    expect(stance).toBeGreaterThanOrEqual(0.85);
  },
);
