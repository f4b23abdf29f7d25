import { readFileSync } from 'node:fs';
import { parseActors } from '../../src/analysis/actors-file.ts';
import countries from '../../src/analysis/countries.json' with { type: 'json' };
import { createGazetteer, type Gazetteer } from '../../src/analysis/gazetteer.ts';

export const shippedActors = parseActors(
  readFileSync(new URL('../../knowledge/actors.yaml', import.meta.url), 'utf8'),
  'knowledge/actors.yaml',
);

/** The gazetteer as it ships, with a folder's own actors.yaml where one is given. */
export function shippedGazetteer(own = ''): Gazetteer {
  const files = own === '' ? [shippedActors] : [shippedActors, parseActors(own, 'actors.yaml')];
  return createGazetteer({ countries: countries.countries, actors: files });
}
