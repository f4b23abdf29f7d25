import { describe, expect, test } from 'vitest';
import { FOUND_AT } from '../../src/core/answer.ts';
import { searchOver } from './searched.ts';

const vantery = `# The Vantery pilots

## How the station began

Alma Brigg founded the pilot station at Vantery in 1912. She had lost two brothers on the reef. The first boat carried four oarsmen and a lamp.

## Boats today

The station runs three launches. The largest of them, the Kittiwake, draws 2.7 metres and was built in Orlow. Each launch costs 1,500 euros a week.

A pilot boards every tanker that passes the reef, because the channel shifts after each gale.

## Disputes

Orlow refuses to pay for the lighthouse. Its mayor, Jonas Feld, calls the dues unfair.

The dredging of the channel has been put off again.
`;
const orlow = `# Notes from Orlow

The lighthouse at Orlow has been dark since the storm of 1987. Nobody knows who should repair it.

Seals rest below the lighthouse. Their number doubled within ten years.

Cooperation between the two towns began with a shared tide table.
`;
const files = { 'vantery.md': vantery, 'orlow.md': orlow };
const { find, index } = searchOver(files);

describe('a question finds the sentence that answers it', () => {
  test.each([
    ['who founded the pilot station?', 'Alma Brigg founded the pilot station at Vantery in 1912.'],
    ['when was the pilot station founded?', 'Alma Brigg founded the pilot station at Vantery in 1912.'],
    ['how many launches does the station run?', 'The station runs three launches.'],
    ['what does the Kittiwake draw?', 'The largest of them, the Kittiwake, draws 2.7 metres and was built in Orlow.'],
    ['what does a launch cost?', 'Each launch costs 1,500 euros a week.'],
    ['who is Jonas Feld?', 'Its mayor, Jonas Feld, calls the dues unfair.'],
    ['how many oarsmen were in the first boat', 'The first boat carried four oarsmen and a lamp.'],
    ['Is the lighthouse dark?', 'The lighthouse at Orlow has been dark since the storm of 1987.'],
    ['co-operation of the towns', 'Cooperation between the two towns began with a shared tide table.'],
  ])('%s', (question, answer) => {
    const { answers, confidence } = find(question);
    expect(answers[0]).toBe(answer);
    expect(confidence).toBeGreaterThanOrEqual(FOUND_AT);
  });

  test('of a kind that fits: a reason where it asks why, in a paragraph with several candidates', () => {
    const { find: findIn } = searchOver({
      'reef.txt':
        'Pilots mark the channel in March. Pilots mark the channel because gales shift it. Pilots mark the channel with buoys.',
    });
    expect(findIn('why do pilots mark the channel?').answers).toEqual([
      'Pilots mark the channel because gales shift it.',
    ]);
  });
});

describe('a question that the documents do not answer', () => {
  test.each([
    'how many whales live in the bay of Thule?',
    'who won the chess tournament?',
    'was Rudolf Hansa ever mayor?',
  ])('is not answered: %s', (question) => {
    expect(find(question).confidence).toBeLessThan(FOUND_AT);
  });

  test('lists the nearest headings', () => {
    const { confidence, headings } = find('how did the dispute about the chess boats begin in Zurich?');
    expect(confidence).toBeLessThan(FOUND_AT);
    expect(headings).toEqual([
      { heading: 'Disputes', document: 'vantery.md' },
      { heading: 'Boats today', document: 'vantery.md' },
    ]);
  });
});

describe('headings', () => {
  test('are never quoted as an answer', () => {
    for (const question of ['disputes', 'Boats today', 'notes from Orlow', '"Boats today"', 'how the station began']) {
      const headings = ['Disputes', 'Boats today', 'Notes from Orlow', 'How the station began', 'The Vantery pilots'];
      expect(headings.filter((heading) => find(question).answers.includes(heading))).toEqual([]);
    }
  });

  test('and titles lead to the passages below them', () => {
    expect(find('disputes').places).toEqual(['vantery.md ¶ 8', 'vantery.md ¶ 9']);
    expect(find('what do the Vantery pilots say about tankers?').places[0]).toBe('vantery.md ¶ 6');
  });
});

test('a word of the heading counts for the passage below it', () => {
  const { find: findIn } = searchOver({
    'a.md': '# Gear\n\n## Ropes\n\nIron is dear.\n\n## Anchors\n\nIron is cheap.\n',
  });
  expect(findIn('iron of anchors').answers).toEqual(['Iron is cheap.', 'Iron is dear.']);
});

describe('misspelt words', () => {
  test('are read as the word of the documents, and the reader is told', () => {
    const { answers, read } = find('who foundet the pilto station?');
    expect(answers[0]).toMatch(/^Alma Brigg founded/u);
    expect(read).toEqual(['foundet → founded', 'pilto → pilot']);
  });

  test('of names are shown as the documents write them', () => {
    expect(find('what draws the kitiwake').read).toEqual(['kitiwake → Kittiwake']);
  });

  test('are not reported where the passage holds the word as it was typed', () => {
    expect(find('reef').read).toEqual([]);
    expect(find('lighthouse').read).toEqual([]);
  });

  test('are not the common words of a language, though no document holds them', () => {
    expect(find('state of the world').read).toEqual([]);
  });
});

test('a passage comes first whose one sentence holds the words, before one in which they are scattered', () => {
  const { find: findIn } = searchOver({
    'a.txt': `The anchor is rusty. Nobody painted the buoy. The winch was sold.

The anchor of the winch hangs from a painted buoy. Gulls like it there. It is cold.`,
  });
  expect(findIn('anchor winch buoy').places).toEqual(['a.txt ¶ 2', 'a.txt ¶ 1']);
});

test('a rare word weighs more than a frequent one', () => {
  const harbour = ['The ferry is late.', 'The ferry is full.', 'A ferry is noisy.', 'The walrus is asleep.'];
  const { find: findIn } = searchOver({ 'a.txt': harbour.join('\n\n') });
  expect(findIn('ferry walrus').places[0]).toBe('a.txt ¶ 4');
});

test('near-identical passages are listed once, the better one', () => {
  const notice = (day: string) =>
    `Every ${day} the ferry to Tern leaves from the old pier at eight and returns at dusk with post, milk, bread, newspapers, coal, passengers and whatever the islanders ordered.`;
  const { find: findIn } = searchOver({
    'a.txt': notice('Monday'),
    'b.txt': `${notice('Monday')}\n\n${notice('Sunday')}\n\nThe ferry to Tern carries goats.`,
  });
  expect(findIn('when does the ferry to Tern leave?').places).toEqual(['a.txt ¶ 1', 'b.txt ¶ 3']);
});

test('the words of a passage that matched are marked, in order, without stop words', () => {
  expect(find('which boat carries a lamp and four oarsmen').matched).toEqual([
    'boat',
    'carried',
    'four',
    'oarsmen',
    'lamp',
  ]);
});

describe('one document', () => {
  test('is searched alone where it is named', () => {
    expect(new Set(find('lighthouse').places.map((place) => place.split(' ')[0]))).toEqual(
      new Set(['orlow.md', 'vantery.md']),
    );
    expect(find('lighthouse', 'vantery.md').places).toEqual(['vantery.md ¶ 8']);
    expect(find('oarsmen', 'orlow.md').places).toEqual([]);
  });

  test('lends its own headings only', () => {
    const { headings } = find('dispute about Zurich chess', 'orlow.md');
    expect(headings.filter(({ document }) => document !== 'orlow.md')).toEqual([]);
  });
});

describe('a question without a word to search for', () => {
  test.each(['', '   \n\u00a0', '😀', '?!…', 'what is it?', 'who are you', '"…"'])(
    'is told apart: “%s”',
    (question) => {
      expect(index.search(question)).toEqual({
        hits: [],
        confidence: 0,
        corrections: [],
        wordless: true,
        headings: [],
      });
    },
  );
});

describe('sizes', () => {
  test('a question of 6,000 characters is answered by the words that it holds', () => {
    const padding = 'and what is it that they do about this, and why, and how, and for whom? ';
    const question = `${padding.repeat(90).slice(0, 5900)} who founded the pilot station at Vantery?`;
    expect(question.length).toBeGreaterThan(5900);
    expect(find(question).answers[0]).toMatch(/^Alma Brigg/u);
  });

  test('a question that is one word of 6,000 letters finds nothing and breaks nothing', () => {
    expect(find('x'.repeat(6000))).toMatchObject({ answers: [], wordless: false, confidence: 0 });
  });

  test('a document with a word of 100,000 letters is searched like any other', () => {
    const long = 'x'.repeat(100_000);
    const { find: findIn } = searchOver({ 'a.txt': `The walrus sleeps.\n\n${long}\n\nThe ${long} buoy is red.` });
    expect(findIn('walrus').answers).toEqual(['The walrus sleeps.']);
    expect(findIn('red buoy').answers[0]).toMatch(/buoy is red\.$/u);
  });

  test('without any document there is nothing to find', () => {
    expect(searchOver({}).find('walrus')).toMatchObject({ answers: [], confidence: 0, wordless: false });
  });

  test('ten passages are listed at the most', () => {
    const lines = Array.from({ length: 30 }, (_, at) => `Walrus number ${at} sleeps on rock ${at * 7}.`);
    expect(searchOver({ 'a.txt': lines.join('\n\n') }).find('walrus').places).toHaveLength(10);
  });
});

describe('every language is searched by its own rules', () => {
  const { find: findIn } = searchOver({
    'de.txt': 'Der Hafen von Orlow hat drei Leuchttürme. Die Lotsen wohnen in den kleinen Häusern neben dem Rathaus.',
    'zh.txt': '北方的港口很深。渔民每天早上去港口工作。',
    'ja.txt': '港の北には灯台がある。漁師は毎朝そこで働く。',
    'ko.txt': '항구의 북쪽에는 등대가 있다. 어부들은 매일 아침 그곳에서 일한다.',
    'ru.txt': 'Рыбаки каждое утро приходят в порт. Маяк построили сто лет назад на севере острова.',
    'ar.txt': 'يقع الميناء القديم في شمال المدينة. ويعمل فيه الصيادون كل صباح.',
    'th.txt': 'ท่าเรืออยู่ทางเหนือของเมือง ชาวประมงทำงานที่นั่นทุกเช้า',
  });
  test.each([
    ['Wie viele Leuchtturme hat der Hafen?', 'de.txt'],
    ['Haus der Lotsen', 'de.txt'],
    ['港口深吗？', 'zh.txt'],
    ['灯台はどこにありますか', 'ja.txt'],
    ['등대는 어디에', 'ko.txt'],
    ['где построен маяк', 'ru.txt'],
    ['أين الميناء؟', 'ar.txt'],
    ['ท่าเรืออยู่ที่ไหน', 'th.txt'],
  ])('%s', (question, document) => {
    expect(findIn(question).places[0]).toBe(`${document} ¶ 1`);
  });
});
