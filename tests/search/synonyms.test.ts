import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSearch } from '../../src/open-desk.ts';
import { documentFrom, searchOver } from './searched.ts';

const groups = [
  'South Korea = ROK = Republic of Korea = Seoul',
  "North Korea = DPRK = Democratic People's Republic of Korea = Pyongyang",
  'premier = prime minister',
  'security ~ safety',
  'nuclear umbrella ~ extended deterrence',
];

describe('names of one thing', () => {
  const { find } = searchOver(
    {
      'korea.txt': `The yards of the Republic of Korea build ferries.

Rockets stand in a valley of the Democratic People’s Republic of Korea.

Divers of Korea swim south in winter, and north in summer.

The prime minister of Vantery opened a pier.`,
    },
    groups,
  );

  test.each(['what do they build in south korea?', 'ROK', 'ships of Seoul', 'south koera ferries'])(
    '“%s” finds the Republic of Korea',
    (question) => {
      expect(find(question).answers[0]).toBe('The yards of the Republic of Korea build ferries.');
    },
  );

  test.each(['north korea', 'DPRK', "who rules Pyongyang's valley?", "Democratic People's Republic of Korea"])(
    '“%s” finds the Democratic People’s Republic of Korea',
    (question) => {
      expect(find(question).answers[0]).toMatch(/^Rockets stand/u);
    },
  );

  test('of several words count as one: neither Korea is found for the other, nor for its separate words', () => {
    expect(find('south korea').places).toEqual(['korea.txt ¶ 1']);
    expect(find('north korea').places).toEqual(['korea.txt ¶ 2']);
    expect(find('republic of korea').places).toEqual(['korea.txt ¶ 1']);
    expect(find("Democratic People's Republic of Korea").places).toEqual(['korea.txt ¶ 2']);
  });

  test('are marked whole where they matched', () => {
    expect(find('dprk').matched).toEqual(['Democratic People’s Republic of Korea']);
  });

  test('are as good as the word itself', () => {
    const [named, written] = ['seoul', 'republic of korea'].map((question) => find(question).confidence);
    expect(named).toBe(written);
  });

  test('in small letters work as well, also where no document has the word of the question', () => {
    expect(find('who is the premier?').answers).toEqual(['The prime minister of Vantery opened a pier.']);
  });

  test('misspelt, are corrected, and the correction is shown', () => {
    expect(find('what does pyongjang hide?').read).toEqual(['pyongjang → Pyongyang']);
    expect(find('what does pyongjang hide?').places).toEqual(['korea.txt ¶ 2']);
  });
});

describe('words near in meaning', () => {
  const { find } = searchOver(
    {
      'crew.txt': `The safety of the crew comes first.

The security of the crew is another matter.

Extended deterrence was the subject of an evening.`,
    },
    groups,
  );

  test('find each other, after passages with the word itself', () => {
    expect(find('security of the crew').places).toEqual(['crew.txt ¶ 2', 'crew.txt ¶ 1']);
    expect(find('safety of the crew').places).toEqual(['crew.txt ¶ 1', 'crew.txt ¶ 2']);
  });

  test('may be several words, also where no document has those of the question', () => {
    expect(find('nuclear umbrella').answers).toEqual(['Extended deterrence was the subject of an evening.']);
    expect(find('nuclear umbrella').matched).toEqual(['Extended deterrence']);
  });

  test('are worth less than names of one thing', () => {
    const texts = { 'a.txt': 'The quay was rebuilt in stone.' };
    const [same, near] = ['quay = wharf', 'quay ~ wharf'].map((group) => searchOver(texts, [group]).find('wharf'));
    expect(near?.answers).toEqual(same?.answers);
    expect(near?.confidence).toBeLessThan(same?.confidence ?? 0);
  });

  test('reach their neighbours and no further', () => {
    const { find: findIn } = searchOver({ 'a.txt': 'A menace came from the sea.' }, [
      'risk ~ threat',
      'threat ~ menace',
    ]);
    expect(findIn('threat').answers).toHaveLength(1);
    expect(findIn('risk').answers).toEqual([]);
  });
});

test('synonyms serve documents of several languages, and join them', () => {
  const { find } = searchOver(
    {
      'hafen.txt': 'Der Leuchtturm von Orlow wurde im vergangenen Jahr von der Gemeinde gestrichen und neu verglast.',
      'phare.txt': 'Le phare de Vantery est gardé par une famille de pêcheurs depuis plus de cent ans.',
      'light.txt': 'The lighthouse of Tern is the oldest building on the coast, and it has no keeper.',
    },
    ['lighthouse = Leuchtturm = phare'],
  );
  expect(new Set(find('lighthouse').places)).toEqual(new Set(['hafen.txt ¶ 1', 'phare.txt ¶ 1', 'light.txt ¶ 1']));
  expect(find('Wo steht der Leuchtturm von Vantery?').places[0]).toBe('phare.txt ¶ 1');
});

test('the longest name counts, not the shorter one inside it', () => {
  const { find } = searchOver({ 'a.txt': 'Ferries cross the Korea Strait.' }, [
    'Korea = Joseon',
    'Korea Strait = Tsushima Strait',
  ]);
  expect(find('tsushima strait').answers).toEqual(['Ferries cross the Korea Strait.']);
  expect(find('joseon').answers).toEqual([]);
});

test('a later group that shares a name with an earlier one adds to it', () => {
  const { find } = searchOver({ 'a.txt': 'The Tern Line carries bicycles.' }, [
    'ferry = boat line',
    'boat line = Tern Line',
  ]);
  expect(find('ferry').answers).toEqual(['The Tern Line carries bicycles.']);
});

test("a folder's own file adds to the one that ships", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'attache-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'synonyms.yaml'), '- our council = the Assembly of Skippers = aos\n- lonely\n');
  const { index, faults } = await openSearch(folder);
  const text = 'The Assembly of Skippers meets in June.\n\nThe prime minister sends a wreath.';
  index.add(documentFrom(text, 'skippers.txt'));
  const paragraphs = (question: string) => index.search(question).hits.map(({ paragraph }) => paragraph);
  expect(paragraphs('when does the aos meet?')[0]).toBe(1);
  expect(paragraphs('our council')[0]).toBe(1);
  expect(paragraphs('premier')[0]).toBe(2);
  expect(faults.map(({ path, cause }) => [path, cause])).toEqual([
    [join(folder, 'synonyms.yaml'), 'Line 2: a group needs two words or more, all joined by = or all by ~.'],
  ]);
});
