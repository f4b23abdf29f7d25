import { expect, it } from 'vitest';
import { findMentions } from '../../src/analysis/mentions.ts';
import { shippedGazetteer } from './shipped-gazetteer.ts';

const gazetteer = shippedGazetteer();
const actors = (text: string) => [...new Set(findMentions(text, gazetteer).map(({ actor }) => actor))];

it.each([
  [
    'full names in either order',
    'Fumio Kishida met Xi Jinping; Kishida Fumio smiled.',
    ['kishida-fumio', 'xi-jinping'],
  ],
  ['a surname after a full name', 'Kim Jong Un spoke. Later Kim left.', ['kim-jong-un']],
  ['a surname after a title', 'President Biden objected.', ['biden-joe']],
  ['a surname known to all', 'Nobody asked Stoltenberg.', ['stoltenberg-jens']],
  ['a common surname alone', 'Kim and Park had lunch with Lee.', []],
  ['a title that nobody of that name held', 'Mr Costa and Governor Michel spoke.', []],
  ['somebody else of that surname', 'Ivanka Trump and Hunter Biden came.', []],
])('%s', (_, text, expected) => expect(actors(text)).toEqual(expected));
