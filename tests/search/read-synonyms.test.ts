import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shippedKnowledge } from '../../src/config.ts';
import { parseSynonyms, readSynonyms } from '../../src/search/read-synonyms.ts';

const faultsOf = (text: string) => parseSynonyms(text, 'synonyms.yaml').faults.map(({ cause }) => cause);

test('a line joins names with = and near words with ~, and remarks are passed over', () => {
  const { synonyms, faults } = parseSynonyms(
    '# Boats\n- ferry = the Tern Line\n\n- quay ~ pier ~ landing stage # where one boards\n- "no: 1 = first"\n',
    'synonyms.yaml',
  );
  expect(faults).toEqual([]);
  expect(synonyms).toEqual([
    { same: true, words: ['ferry', 'the Tern Line'] },
    { same: false, words: ['quay', 'pier', 'landing stage'] },
    { same: true, words: ['no: 1', 'first'] },
  ]);
});

describe('a line that cannot be read', () => {
  test.each([
    ['a word alone', '- a = b\n- ferry\n', 2],
    ['both signs in one line', '- a = b\n\n- ferry = boat ~ ship\n', 3],
    ['a sign with nothing beside it', '- ferry =\n', 1],
    ['a line that is no text', '- a = b\n- c = d\n- ferry: boat\n', 3],
  ])('is named with its number: %s', (_, text, line) => {
    expect(faultsOf(text)).toEqual([`Line ${line}: a group needs two words or more, all joined by = or all by ~.`]);
  });

  test('keeps the other lines from nothing', () => {
    expect(parseSynonyms('- ferry\n- quay ~ pier\n', 'synonyms.yaml').synonyms).toEqual([
      { same: false, words: ['quay', 'pier'] },
    ]);
  });

  test('comes with an example of a good one', () => {
    const [fault] = parseSynonyms('- ferry', 'folder/synonyms.yaml').faults;
    expect(fault).toMatchObject({ path: 'folder/synonyms.yaml', remedy: expect.stringContaining('security ~ safety') });
  });
});

test('a file that is no list, or no YAML, is one fault with its line', () => {
  expect(faultsOf('ferry: boat\n')).toEqual(['Line 1: the file is not a list.']);
  expect(faultsOf('- a = b\n- "ferry\n')).toEqual(['Line 3: Missing closing "quote.']);
  expect(faultsOf('')).toEqual([]);
});

describe('in a folder', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attache-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('a file is read, and one that is not there is an empty list', async () => {
    await writeFile(join(folder, 'synonyms.yaml'), '- ferry = boat\n');
    expect(await readSynonyms(join(folder, 'synonyms.yaml'))).toEqual({
      synonyms: [{ same: true, words: ['ferry', 'boat'] }],
      faults: [],
    });
    expect(await readSynonyms(join(folder, 'elsewhere.yaml'))).toEqual({ synonyms: [], faults: [] });
  });

  test('what cannot be opened is a fault, and no crash', async () => {
    const { synonyms, faults } = await readSynonyms(folder);
    expect(synonyms).toEqual([]);
    expect(faults).toEqual([
      { path: folder, cause: expect.stringMatching(/^The synonyms cannot be read: /u), remedy: expect.any(String) },
    ]);
  });
});

test('the file that ships has no fault, and says nothing twice', async () => {
  const { synonyms, faults } = await readSynonyms(join(shippedKnowledge, 'synonyms.yaml'));
  expect(faults).toEqual([]);
  expect(synonyms.length).toBeGreaterThan(100);
  const groups = synonyms.map(({ same, words }) => `${same} ${words.toSorted().join(', ')}`);
  expect(groups.filter((group, at) => groups.indexOf(group) !== at)).toEqual([]);
  expect(synonyms.filter(({ words }) => new Set(words).size < words.length)).toEqual([]);
});
