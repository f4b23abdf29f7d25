import { expect, it } from 'vitest';
import { type Actor, officesAt } from '../../src/core/actor.ts';

const rutte: Actor = {
  id: 'rutte-mark',
  name: 'Mark Rutte',
  type: 'person',
  aliases: [],
  demonyms: [],
  capitals: [],
  metonyms: [],
  speaksFor: [
    { actor: 'netherlands', role: 'Prime Minister', from: '2010-10-14', until: '2024-07-02' },
    { actor: 'nato', role: 'Secretary General', from: '2024-10-01' },
  ],
};

it.each([
  ['2023', ['netherlands']],
  ['2024', ['netherlands', 'nato']],
  ['2024-07-02', ['netherlands']],
  ['2024-08', []],
  ['2025-01-15', ['nato']],
  ['2001', []],
  [undefined, ['netherlands', 'nato']],
])('a person speaks on %s for those whose office they hold then', (date, actors) => {
  expect(officesAt(rutte, date).map(({ actor }) => actor)).toEqual(actors);
});
