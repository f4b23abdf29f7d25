// Reduces the package `world-countries` (Open Database License 1.0) to what the gazetteer needs:
//   node bench/reduce-countries.ts [path of its countries.json] > src/analysis/countries.json
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

type Source = {
  name: { common: string; official: string; native?: Record<string, { common: string; official: string }> };
  cca2: string;
  cca3: string;
  independent: boolean;
  unMember: boolean;
  capital: string[];
  altSpellings: string[];
  demonyms: { eng?: { m: string; f: string } };
  flag: string;
};

/** Uninhabited, so nobody's government: they would only lend their words ("Island", "South Georgia") to others. */
const UNINHABITED = new Set(['AQ', 'BV', 'GS', 'HM', 'TF', 'UM', 'IO']);
/** Governments that the source does not count as independent but that act as states in every document on them. */
const ACT_AS_STATES = new Set(['TW', 'XK', 'PS', 'VA']);
/** Spellings in the source that are common words, people or adjectives, or that name several states. */
const MISLEADING = new Set(
  'Island,Mann,Mannin,Dominique,Thai,Lao,Togolese,Mexicanos,Portuguesa,Timor,Viti,Congo,Saudi,Reunion,Guiana,Republic of Iceland,the Abode of Peace'.split(
    ',',
  ),
);
/** A spelling is kept where it is letters and marks of a name; phonetic script, inverted names and remarks are not. */
const NAME = /^[\p{L}\p{M}\p{N} .'’‘ʻ‑-]{3,}$|^\p{Lo}{2,}$/u;
const PHONETIC = /[ʁɛɪʊəɔː]/u;

const path = process.argv[2] ?? fileURLToPath(import.meta.resolve('world-countries/countries.json'));
const source = JSON.parse(readFileSync(path, 'utf8')) as Source[];

const countries = source
  .filter(({ cca2 }) => !UNINHABITED.has(cca2))
  .map(({ name, cca2, cca3, independent, unMember, capital, altSpellings, demonyms, flag }) => {
    const state = independent || ACT_AS_STATES.has(cca2);
    const native = Object.values(name.native ?? {}).flatMap(({ common, official }) => [common, official]);
    const others = [...new Set([...altSpellings, ...native])].filter(
      (other) =>
        NAME.test(other) &&
        !PHONETIC.test(other) &&
        !MISLEADING.has(other) &&
        ![name.common, name.official].includes(other),
    );
    return {
      id: slug(name.common),
      name: name.common,
      ...(name.official === name.common ? {} : { official: name.official }),
      code: cca2,
      code3: cca3,
      flag,
      state,
      ...(unMember ? { un: true } : {}),
      ...(others.length > 0 ? { others } : {}),
      // A territory's demonym is often that of the state it belongs to ("American", "Dutch").
      ...(state
        ? { demonyms: [...new Set((demonyms.eng?.m ?? '').split(/, | or /))].filter((word) => word !== '') }
        : {}),
      // The seat of a territory ("Hamilton", "Plymouth") never stands for its government.
      ...(state && capital.length > 0 ? { capitals: capital.map((city) => city.replace(' D.C.', '')) } : {}),
    };
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));

const head = {
  source: 'world-countries (https://github.com/mledoze/countries), reduced by bench/reduce-countries.ts',
  licence: 'ODbL-1.0 (https://opendatacommons.org/licenses/odbl/1.0/)',
};
console.log(
  `${JSON.stringify(head).slice(0, -1)},"countries":[\n${countries.map((country) => JSON.stringify(country)).join(',\n')}\n]}`,
);

function slug(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/gu, '');
}
