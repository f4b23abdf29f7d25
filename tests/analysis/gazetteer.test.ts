import { describe, expect, it } from 'vitest';
import { parseActors } from '../../src/analysis/actors-file.ts';
import { findMentions } from '../../src/analysis/mentions.ts';
import { shippedActors, shippedGazetteer } from './shipped-gazetteer.ts';

const faultsOf = (text: string) =>
  parseActors(text, 'actors.yaml').faults.map(({ path, line, cause, remedy }) => `${path}:${line} ${cause} ${remedy}`);

describe('the shipped actors', () => {
  const { actors, faults } = shippedGazetteer();

  it('have no faults', () => {
    expect(shippedActors.faults).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('hold every member of the United Nations, Taiwan, Kosovo and Palestine, each with flag, demonym and capital', () => {
    const states = [...actors.values()].filter(({ type }) => type === 'state');
    expect(states).toHaveLength(197);
    expect(['taiwan', 'kosovo', 'palestine'].every((id) => actors.get(id)?.type === 'state')).toBe(true);
    for (const { name, flag, demonyms, capitals } of states)
      expect([name, flag, demonyms.length > 0, capitals.length > 0]).toEqual([
        name,
        expect.stringMatching(/^\p{RI}\p{RI}$/u),
        true,
        true,
      ]);
  });

  it('say for whom a person speaks, in offices that follow each other', () => {
    const people = [...actors.values()].filter(({ type }) => type === 'person');
    expect(people.length).toBeGreaterThan(150);
    for (const { id, speaksFor = [] } of people) {
      for (const { actor } of speaksFor) expect([id, actors.has(actor)]).toEqual([id, true]);
    }
    expect(actors.get('rutte-mark')?.speaksFor?.map(({ actor }) => actor)).toEqual(['netherlands', 'nato']);
  });
});

describe('a folder’s own actors.yaml', () => {
  it('adds actors and names, and overrides', () => {
    const gazetteer = shippedGazetteer(`
actors:
  atlantis: { name: Atlantis, type: state, capitals: [Poseidonis], demonyms: [Atlantean] }
  japan: { aliases: [Land of the Rising Sun], without: [Kantei], name: Nippon }
places: [Japan Sea Cable]
`);
    const named = (text: string) => findMentions(text, gazetteer).map(({ actor }) => actor);
    expect(named('Atlanteans like the Land of the Rising Sun.')).toEqual(['atlantis', 'japan']);
    expect(named('The Kantei laid the Japan Sea Cable.')).toEqual([]);
    expect(gazetteer.actors.get('japan')).toMatchObject({ name: 'Nippon', flag: '🇯🇵', demonyms: ['Japanese'] });
    expect(gazetteer.faults).toEqual([]);
  });

  it('names what refers to nobody', () => {
    const { faults } = shippedGazetteer(`actors:
  lim: { name: A. Lim, type: person, speaksFor: [{ actor: lemuria, role: Envoy }] }
  sorth-korea: { aliases: [SK] }
ambiguous:
  The Islands: [lemuria, japan]
`);
    expect(faults.map(({ line, cause }) => `${line} ${cause}`)).toEqual([
      '3 “sorth-korea” is a new actor without a name.',
      '2 “lim” refers to “lemuria”, which is no actor.',
      '5 “The Islands” refers to “lemuria”, which is no actor.',
    ]);
  });

  it('names file, line and remedy of each fault', () => {
    expect(faultsOf('actors:\n  nato: { name: "NATO\n')).toMatchInlineSnapshot(`
      [
        "actors.yaml:3 It is not valid YAML: Missing closing "quote. Mend that line; indent with spaces, and quote text that holds ": " or " #".",
      ]
    `);
    expect(faultsOf('actors:\n  NATO: { name: NATO, type: organisation }\n')).toMatchInlineSnapshot(`
      [
        "actors.yaml:2 “NATO” cannot be an id. Use small letters, digits and hyphens: south-korea.",
      ]
    `);
    expect(faultsOf('actors:\n  nato:\n    name: NATO\n    alias: [OTAN]\n    type: club\n')).toMatchInlineSnapshot(`
      [
        "actors.yaml:4 “nato” has the unknown key “alias”. Keys are name, type, flag, partOf, surname, aliases, demonyms, capitals, metonyms, short, prefixes, without, wellKnown, speaksFor.",
        "actors.yaml:5 “nato” has the unknown type “club”. Types are state, territory, organisation, bloc, movement, person.",
      ]
    `);
    expect(faultsOf('actors:\n  nato: { aliases: OTAN }\n')).toMatchInlineSnapshot(`
      [
        "actors.yaml:2 “aliases” is not a list of names. Write the names in square brackets, separated by commas: [NATO, North Atlantic Alliance].",
      ]
    `);
    expect(
      faultsOf('actors:\n  a: { speaksFor: [{ actor: japan }, { actor: japan, role: Envoy, from: 12/03/2020 }] }\n'),
    ).toMatchInlineSnapshot(`
      [
        "actors.yaml:2 An office of “a” lacks its actor or its role. Write { actor: japan, role: Prime Minister, from: 2021-10-04 }.",
        "actors.yaml:2 “12/03/2020” is not a date. Write dates as 2021, 2021-10 or 2021-10-04.",
      ]
    `);
    expect(faultsOf('actors:\n  - nato\npeople: []\n')).toMatchInlineSnapshot(`
      [
        "actors.yaml:2 “actors” is not a list of “name: value” lines. Write one “name: value” a line.",
        "actors.yaml:3 There is no section “people”. Sections are actors, ambiguous, together, places, guarded.",
      ]
    `);
  });

  it('a sound entry beside a broken one stays in service', () => {
    const { actors, faults } = parseActors(
      'actors:\n  good: { name: Good, type: bloc }\n  bad: { name: Bad, type: club }\n',
      'actors.yaml',
    );
    expect(actors.map(({ id }) => id)).toEqual(['good']);
    expect(faults).toHaveLength(1);
  });

  it('an empty file says nothing', () => {
    expect(parseActors('', 'actors.yaml')).toMatchObject({ actors: [], faults: [] });
    expect(parseActors('# nothing yet\nactors:\n', 'actors.yaml')).toMatchObject({ actors: [], faults: [] });
  });
});
