import { describe, expect, it } from 'vitest';
import { readNames } from '../../src/analysis/document-names.ts';
import { findMentions } from '../../src/analysis/mentions.ts';
import { shippedGazetteer } from './shipped-gazetteer.ts';

const gazetteer = shippedGazetteer();
/** "japan:Tokyo" for each mention, in order. */
const named = (text: string) =>
  findMentions(text, gazetteer).map(({ actor, start, end }) => `${actor}:${text.slice(start, end)}`);
const actors = (text: string) => [...new Set(findMentions(text, gazetteer).map(({ actor }) => actor))];

describe('names', () => {
  it('finds names, official names, abbreviations and demonyms, longest first', () => {
    expect(
      named(
        'The Republic of Korea (ROK) and Papua New Guinea met Kenyan and South Korean envoys; the U.S. sent no one.',
      ),
    ).toEqual([
      'south-korea:Republic of Korea',
      'south-korea:ROK',
      'papua-new-guinea:Papua New Guinea',
      'kenya:Kenyan',
      'south-korea:South Korean',
      'united-states:U.S.',
    ]);
  });

  it.each([
    ['north korea is never south korea', 'North Korea fired two missiles.', ['north-korea']],
    [
      'the official name of the North holds that of the South',
      'The Democratic People’s Republic of Korea refused.',
      ['north-korea'],
    ],
    [
      'a reworded official name is still the North',
      'The Democratic Folks’s Republic of Korea refused.',
      ['north-korea'],
    ],
    ['a reworded official name is still China', 'The Folks’s Republic of China objects.', ['china']],
    ['the Republic of China is Taiwan', 'The Republic of China moved its government to the island.', ['taiwan']],
    ['possessives', "Japan’s offer and China's answer", ['japan', 'china']],
    [
      'hyphens name both',
      'Sino-US and ROK–Japan ties, the US-Philippine drill',
      ['china', 'united-states', 'south-korea', 'japan', 'philippines'],
    ],
    ['Sino- alone names nobody', 'A sino-phile at Sino-Forest', []],
    ['both Koreas', 'South and North Korean shells; the two Koreas', ['south-korea', 'north-korea']],
    ['an organ names its body', 'the UN Security Council met', ['un-security-council', 'united-nations']],
    ['British spelling of acronyms', 'Nato and Unesco agreed', ['nato', 'unesco']],
    ['variants of G7', 'The G-7 and the G20 met; P5+1 did not', ['g7', 'g20', 'p5-plus-1']],
    ['a plus is part of the name', 'Quad+ and OPEC+', ['quad-plus', 'quad', 'opec-plus']],
    [
      'buildings stand for governments',
      'The Kremlin and the White House spoke; Downing Street waited.',
      ['russia', 'united-states', 'united-kingdom'],
    ],
    [
      'accents may be missing',
      'Cote d’Ivoire, São Tomé and Principe, Türkiye',
      ['ivory-coast', 'sao-tome-and-principe', 'turkiye'],
    ],
    ['Saint and St', 'St. Lucia and St Kitts and Nevis', ['saint-lucia', 'saint-kitts-and-nevis']],
    ['addresses name nobody', 'See https://www.japan.go.jp/Japan and press@China.example', []],
  ])('%s', (_, text, expected) => expect(actors(text)).toEqual(expected));
});

describe('names that hold another name', () => {
  it.each([
    'Ships crossed the South China Sea.',
    'The Bank of Japan raised its rate.',
    'Tension on the Korean Peninsula grows.',
    'The Sea of Japan is rough.',
    'A base in the Indian Ocean',
    'Oil in the Gulf of Mexico and in New Mexico',
    'The Korean War ended in an armistice.',
    'Latin American and South American markets',
    'The Washington Post and the Japan Times reported it.',
    'East German files',
    'She taught at Boston University and the American University.',
    'Native Americans were not asked.',
    'They drove through New South Wales and British Columbia.',
  ])('“%s” names no state', (text) => expect(actors(text)).toEqual([]));

  it('a language is not its state', () => {
    expect(actors('The islands, Takeshima in Japanese, are called otherwise elsewhere.')).toEqual([]);
    expect(actors('French-speaking voters read the Korean language press.')).toEqual([]);
    expect(actors('The vessel entered in Japanese waters.')).toEqual(['japan']);
  });

  it('a first name is not a country', () => {
    expect(actors('The plant in Atlanta, Georgia, is near the Georgia state line.')).toEqual([]);
    expect(actors('Chad Miller met Michael Jordan and Georgia Brown.')).toEqual([]);
    expect(actors('King Abdullah of Jordan flew to Chad; Georgian President Mikheil visited.')).toEqual([
      'jordan',
      'chad',
      'georgia',
    ]);
  });
});

describe('small and capital letters', () => {
  it.each([
    ['the pronoun is not the country', 'They told us that it hurts us.', []],
    ['capitals without small letters', 'LET US GO, SAID THE MAN', []],
    ['capitals with the article', 'THE US AND JAPAN SIGN', ['united-states', 'japan']],
    ['a capital pronoun inside a headline', 'NATO TELLS US LITTLE', ['nato']],
    [
      'small letters throughout',
      'what does japan want from the us and south korea?',
      ['japan', 'united-states', 'south-korea'],
    ],
    ['small letters, the pronoun', 'please tell us about poland', ['poland']],
    ['common nouns', 'He cooked a turkey in a china bowl.', []],
    ['sentence-initial words', 'Polish the silver. Who came? Reunion is near.', []],
  ])('%s', (_, text, expected) => expect(actors(text)).toEqual(expected));
});

describe('capitals', () => {
  const us = 'The United States has allies. ';
  it.each([
    ['agrees', 'Washington agreed to talks.', true],
    ['owns', 'It is in Washington’s interest.', true],
    ['praises', 'There was praise from Washington.', true],
    ['after a conjunction', 'When Washington objects, others wait.', true],
    ['is asked', 'Allies put pressure on Washington.', true],
    ['as a place', 'They met in Washington.', false],
    ['near', 'A base near Washington closed.', false],
    ['a declaration', 'The Washington Declaration stands.', false],
    ['a summit', 'The Washington summit ended.', false],
    ['a visit', 'On a visit to Washington he smiled.', false],
    ['a flight', 'She flew from Washington on Monday.', false],
    ['a person', 'George Washington crossed the river.', false],
    ['a district', 'He lives outside Washington, D.C.', false],
    ['based', 'A Washington-based institute disagrees.', false],
    ['two places', 'Offices in Ottawa and Washington closed.', false],
    ['an attack', 'The attack on Washington failed.', false],
    ['a mayor', 'The mayor of Washington spoke.', false],
  ])('Washington %s', (_, sentence, counts) => {
    expect(named(us + sentence).includes('united-states:Washington')).toBe(counts);
  });

  it('a capital says nothing where the document never names its state', () => {
    expect(actors('Paris agreed, and Oslo followed.')).toEqual([]);
    expect(actors('The Paris Agreement binds France.')).toEqual(['france']);
  });

  it('Brussels is a place where the document names both the EU and NATO, and the EU where it names the EU alone', () => {
    expect(named('The EU is slow. Brussels hesitates.')).toContain('european-union:Brussels');
    expect(actors('The EU and NATO differ. Brussels hesitates.')).toEqual(['european-union', 'nato']);
    expect(named('The EU is slow. Its mission in Brussels hesitates.')).toEqual(['european-union:EU']);
  });

  it('takes a list of twenty thousand cities', () => {
    expect(findMentions(`Japan. ${'Tokyo and '.repeat(20_000)}`, gazetteer)).toHaveLength(20_001);
  });

  it('a capital counts where only its president is named', () => {
    expect(named('Putin spoke. Moscow supports the plan.')).toEqual(['putin-vladimir:Putin', 'russia:Moscow']);
  });

  it('the title line of a heading does not hide a government', () => {
    expect(named('Washington Warns Its Allies\n\nThe United States has allies.')).toContain('united-states:Washington');
    expect(named('Kyiv, 3 May — Ukraine said no.')).toEqual(['ukraine:Ukraine']);
  });
});

describe('names by the document', () => {
  it('a long name defines its abbreviation', () => {
    expect(named('The Marshall Islands (MI) spoke. MI voted yes.')).toContain('marshall-islands:MI');
  });

  it('an abbreviation after a list is not the last one’s', () => {
    expect(actors('Japan and New Zealand (AP4) met. AP4 ministers agreed.')).toEqual(['japan', 'new-zealand', 'ap4']);
  });

  it('an abbreviation that the document spells out otherwise is somebody else', () => {
    expect(actors('The Indian Cricket Council (ICC) met. The ICC has six members.')).toEqual(['india']);
  });

  it('the Alliance is NATO where NATO is named and the word has its capital', () => {
    expect(named('NATO met. The Alliance agreed, and the alliance with Japan grew.')).toEqual([
      'nato:NATO',
      'nato:Alliance',
      'japan:Japan',
    ]);
    expect(actors('The Alliance for Progress failed.')).toEqual([]);
  });

  it('the North and the South are the Koreas where both are the subject', () => {
    expect(named('North Korea and South Korea talked. The North left, the South stayed.')).toEqual([
      'north-korea:North Korea',
      'south-korea:South Korea',
      'north-korea:North',
      'south-korea:South',
    ]);
    expect(named('North Korea and South Korea lie far from the North Atlantic and the South of Spain.')).toEqual([
      'north-korea:North Korea',
      'south-korea:South Korea',
      'spain:Spain',
    ]);
    expect(actors('Italy’s poor regions are in the South.')).toEqual(['italy']);
  });

  it('Korea alone is the one that the document names', () => {
    expect(named('South Korea sells tanks. Korea also sells ships.')).toContain('south-korea:Korea');
    expect(named('North Korea, South Korea: the Korean government sells tanks to Korean people.')).toEqual([
      'north-korea:North Korea',
      'south-korea:South Korea',
      'south-korea:Korean',
    ]);
    expect(actors('Korea was a kingdom.')).toEqual([]);
  });

  it('a paragraph is read with what its document says', () => {
    const document = readNames('The United States wavers.\n\nWashington objects.\n\nPresident Yoon waits.', gazetteer);
    expect(findMentions('Washington objects.', gazetteer, document).map(({ actor }) => actor)).toEqual([
      'united-states',
    ]);
    expect(findMentions('Yoon waits.', gazetteer, document).map(({ actor }) => actor)).toEqual(['yoon-suk-yeol']);
  });

  it('country names in the document’s language count', () => {
    const find = (text: string, language: string) =>
      findMentions(text, gazetteer, readNames(text, gazetteer, language)).map(({ actor }) => actor);
    expect(find('Südkoreas Antwort an die USA und an Frankreich', 'de')).toEqual([
      'south-korea',
      'united-states',
      'france',
    ]);
    expect(find('日本和美国发表声明。', 'zh')).toEqual(['japan', 'united-states']);
    expect(find('タイムとタイの合意', 'ja')).toEqual(['thailand']);
    expect(find('일본은 인도적 지원을 약속했다.', 'ko')).toEqual(['japan']);
  });
});
