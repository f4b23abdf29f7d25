import { deskOf, documentOf } from './document.ts';
import { actorOf, analysisDeps, analysisOf } from './positions.ts';

/** States, a league and a person of a sea that does not exist. */
const actors = [
  actorOf('orland', 'Orland', {
    flag: '🇴🇷',
    aliases: ['Republic of Orland'],
    capitals: ['Maren'],
    metonyms: ['the Blue Palace'],
  }),
  actorOf('north-vesk', 'North Vesk', { flag: '🇳🇻' }),
  actorOf('south-vesk', 'South Vesk'),
  actorOf('tide-league', 'Tide League', { type: 'organisation', aliases: ['TL'] }),
  actorOf('hale-ida', 'Ida Hale', { type: 'person', speaksFor: [{ actor: 'orland', role: 'Premier' }] }),
  actorOf('quiet-rock', 'Quiet Rock'),
  actorOf('farhaven', 'Farhaven'),
];

const topics = [
  { key: 'fishing', name: 'Fishing rights', words: ['fish*', 'herring'] },
  { key: 'ferries', name: 'Ferries', words: ['ferry'] },
  { key: 'nuclear-weapons', name: 'Nuclear weapons', words: ['nuclear', 'warhead'] },
];

const yearbook = documentOf(
  [
    'Orland wants to double its catch of herring by 2030. It may join the Tide League, but only if the quota falls.',
    'Orland has not signed the fishing treaty. Its budget leaves no room for new boats.',
    'Orland opposes any quota below nine tonnes. Ida Hale praised the Tide League in Maren.',
    'North Vesk opposes a larger catch for Orland. South Vesk says Orland has broken its word.',
    'This yearbook finds that Orland should sell its *old* boats.',
  ],
  { id: 'yearbook.md', title: 'Yearbook of the sea', date: '2024', url: 'https://example.org/sea' },
);
const letter = documentOf(
  [
    'Orland plans to open a ferry to North Vesk in May.',
    'Quiet Rock was seen from the ferry. North Vesk supports the ferry.',
  ],
  { id: 'letter.md', title: 'Letter from Maren', date: '2025-02-01' },
);
const names = {
  Orland: 'orland',
  'North Vesk': 'north-vesk',
  'South Vesk': 'south-vesk',
  'Tide League': 'tide-league',
  'Ida Hale': 'hale-ida',
  'Quiet Rock': 'quiet-rock',
};

const analyses = new Map([
  [
    'yearbook.md',
    analysisOf(yearbook, {
      names,
      positions: [
        {
          actor: 'orland',
          stance: 'seeks',
          topic: 'fishing',
          words: 'Orland wants to double its catch of herring by 2030.',
          date: '2030',
        },
        {
          actor: 'orland',
          stance: 'plans',
          strength: 'weak',
          topic: 'membership',
          words: 'It may join the Tide League, but only if the quota falls.',
        },
        { actor: 'orland', stance: 'did', topic: 'fishing', words: 'Orland has not signed the fishing treaty.' },
        {
          actor: 'orland',
          stance: 'constrained',
          strength: 'weak',
          topic: 'boats',
          words: 'Its budget leaves no room for new boats.',
          summary: 'Its budget leaves no room … boats',
        },
        { actor: 'orland', stance: 'opposes', topic: 'fishing', words: 'Orland opposes any quota below nine tonnes.' },
        {
          actor: 'hale-ida',
          stance: 'supports',
          topic: 'membership',
          words: 'Ida Hale praised the Tide League in Maren.',
        },
        {
          actor: 'north-vesk',
          stance: 'opposes',
          topic: 'fishing',
          words: 'North Vesk opposes a larger catch for Orland.',
        },
        {
          actor: 'orland',
          kind: 'others',
          by: 'south-vesk',
          stance: 'opposes',
          topic: 'trust',
          words: 'South Vesk says Orland has broken its word.',
        },
        {
          actor: 'orland',
          kind: 'author',
          stance: 'seeks',
          topic: 'boats',
          words: 'This yearbook finds that Orland should sell its *old* boats.',
        },
      ],
    }),
  ],
  [
    'letter.md',
    analysisOf(letter, {
      names,
      positions: [
        {
          actor: 'orland',
          stance: 'plans',
          topic: 'ferries',
          words: 'Orland plans to open a ferry to North Vesk in May.',
          date: 'May',
        },
        { actor: 'north-vesk', stance: 'supports', topic: 'ferries', words: 'North Vesk supports the ferry.' },
      ],
    }),
  ],
]);

/** A desk over two documents about an invented sea, analysed by hand. */
export const islandDesk = () => deskOf([yearbook, letter], { analysis: analysisDeps(actors, analyses, topics) });
