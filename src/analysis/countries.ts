import type { ActorEntry } from './actors-file.ts';

/** One country of `countries.json`, which `bench/reduce-countries.ts` makes. */
export type Country = {
  readonly id: string;
  readonly name: string;
  readonly official?: string;
  /** ISO 3166-1 codes: 'KR' and 'KOR'. */
  readonly code: string;
  readonly code3: string;
  readonly flag: string;
  /** Whether it acts as a state; else it is a territory of one. */
  readonly state: boolean;
  readonly un?: boolean;
  /** Spellings in its own and other languages, for lookup. */
  readonly others?: readonly string[];
  readonly demonyms?: readonly string[];
  readonly capitals?: readonly string[];
};

/** A country as an entry of the gazetteer; foreign spellings are left to the lookup. */
export function entryOf(country: Country): ActorEntry {
  return {
    id: country.id,
    name: country.name,
    type: country.state ? 'state' : 'territory',
    flag: country.flag,
    aliases: country.official === undefined ? [] : [country.official.replace(/ \(.*\)$/u, '')],
    demonyms: country.demonyms ?? [],
    capitals: country.capitals ?? [],
  };
}
