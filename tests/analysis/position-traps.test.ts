import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyzeDocument } from '../../src/analysis/analyze-document.ts';
import type { Position } from '../../src/core/position.ts';
import { parseDocument } from '../../src/library/parse-document.ts';
import { analysisOf, gazetteer, heldIn, positionsIn, shippedTopics } from './read-positions.ts';

const us = 'The United States wavers. ';

describe('places and alliances', () => {
  it('a capital is a government, a summit in it and a declaration named after it are not', () => {
    expect(heldIn(`${us}There was quick praise for the plan from Washington.`)).toContain('united-states supports');
    expect(heldIn(`${us}Ministers met at the summit in Washington.`)).toEqual(['united-states constrained']);
    expect(heldIn(`${us}The Washington Declaration changed little.`)).toEqual(['united-states constrained']);
  });

  it('Brussels is a body in one sentence and a city in the next', () => {
    expect(heldIn('The EU is slow. Brussels fears a dispute.')).toContain('european-union warns');
    expect(heldIn('The EU is slow. Its mission in Brussels closed.')).not.toContain('european-union warns');
  });

  it('“the alliance” is NATO where NATO is the alliance spoken of, and not an alliance of others', () => {
    expect(heldIn('NATO met on Monday. The alliance condemned the launch.')).toContain('nato opposes');
    expect(heldIn('Tokyo praised the deal. The alliance with Washington grew.').join()).not.toContain('nato');
  });

  it('a state is found by a capital that the document never uses', () => {
    expect(heldIn('China objects.')).toEqual(['china opposes']);
  });
});

describe('whose words they are', () => {
  it('advice to a state is no position of the state', () => {
    expect(positionsIn('The Danish government will now have to answer the offer.')).toEqual([
      'author denmark constrained',
    ]);
  });

  it('what a body could do is proposed by the author', () => {
    expect(positionsIn('As a next step, ASEAN could found a school.')).toEqual(['author asean seeks']);
  });

  it('a quotation in a paragraph of its own is of the speaker named before it', () => {
    const held = heldIn(
      'Trade has become one, as NATO Secretary General Jens Stoltenberg underlined:',
      'The war shows how close our continents are.',
    );
    expect(held.filter((line) => line.startsWith('stoltenberg'))).not.toEqual([]);
    const { positions } = analysisOf(['This suits the EU, which admits that:', 'A change is under way.']);
    expect(positions.filter(({ paragraph }) => paragraph === 2).map(({ actor }) => actor)).toEqual(['european-union']);
  });

  it('“X said that Y wants” is what others say of Y', () => {
    expect(positionsIn('Spain said that Morocco wants the strait.')).toEqual([
      'others morocco seeks',
      'others morocco states',
      'own spain states',
    ]);
  });

  it('the author’s word for somebody is not that one’s position', () => {
    expect(heldIn('The Chinese threat to the islands has grown.')).toEqual([]);
    expect(heldIn('The road ends near the Russian border.')).toEqual([]);
  });
});

describe('spelling and repetition', () => {
  it('“co-operation”, “cooperation”, “defence” and “defense” give the same topic', () => {
    const topics = ['defence budget', 'defense budget'].map(
      (words) => analysisOf([`Japan wants a larger ${words}.`]).positions[0]?.topic,
    );
    expect(topics).toEqual(['defence-spending', 'defence-spending']);
  });

  it('a sentence printed twice is quoted from both places', () => {
    const { positions } = analysisOf(['Oman objects.', 'Oman objects.']);
    expect(positions.map(({ paragraph }) => paragraph)).toEqual([1, 2]);
  });

  it('“may” and “might” never become a plan', () => {
    expect(heldIn('Japan may sign. Japan might sell.')).toEqual([]);
  });

  it('spun words stay as they are printed', () => {
    const { positions } = analysisOf(['Japan wants extra time.']);
    expect(positions[0]?.summary).toBe('Japan wants extra time.');
  });
});

const shared = join(process.env['ATTACHE_SHARED'] ?? '../shared', 'documents');

describe.skipIf(!existsSync(shared))('the two documents', () => {
  const read = (id: string) => {
    const parsed = parseDocument({ id, bytes: readFileSync(join(shared, id)) });
    if (!('document' in parsed)) throw new Error(`${id} cannot be read`);
    return analyzeDocument(parsed.document, gazetteer, shippedTopics.topics).positions;
  };
  const own = (positions: readonly Position[], actor: string, paragraph: number) =>
    positions.filter(
      (position) => position.actor === actor && position.paragraph === paragraph && position.kind === 'own',
    );

  it('document 000', () => {
    const positions = read('000_feba7c56cb867ca7.txt');
    expect(own(positions, 'united-states', 6).map(({ stance }) => stance)).toEqual(['supports']);
    expect(own(positions, 'united-states', 11).map(({ stance }) => stance)).toEqual(['supports']);
    expect(own(positions, 'japan', 27)).toEqual([]);
    for (const step of [20, 21, 22]) expect(own(positions, 'nato', step)).toEqual([]);
  });

  it('document 002', () => {
    const positions = read('002_ddbbba8ea09e0d96.txt');
    expect(own(positions, 'stoltenberg-jens', 30)).not.toEqual([]);
    expect(own(positions, 'european-union', 17)).not.toEqual([]);
    expect(own(positions, 'united-states', 19)).toEqual([]);
    expect(own(positions, 'united-states', 20).map(({ stance }) => stance)).toEqual(['did']);
  });
});
