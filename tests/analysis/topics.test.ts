import { describe, expect, it } from 'vitest';
import { analyzeDocument } from '../../src/analysis/analyze-document.ts';
import { parseTopics } from '../../src/analysis/topics.ts';
import { documentOf } from '../builders/document.ts';
import { analysisOf, gazetteer, shippedTopics } from './read-positions.ts';

const topicOf = (sentence: string) => analysisOf([sentence]).positions[0]?.topic;

describe('topics.yaml', () => {
  it('ships without faults', () => {
    expect(shippedTopics.faults).toEqual([]);
    expect(shippedTopics.topics.length).toBeGreaterThan(20);
  });

  it.each([
    ['Japan wants fewer warheads.', 'nuclear'],
    ['Japan rejected the sanctions.', 'sanctions'],
    ['Japan subsidises microchips.', 'chips'],
    ['Japan admits more refugees.', 'migration'],
    ['Japan cut its carbon emissions.', 'climate'],
    ['Japan apologised for the forced labour.', 'history'],
    ['Japan wants a free trade deal.', 'trade'],
  ])('%s %s', (sentence, topic) => expect(topicOf(sentence)).toBe(topic));

  it('what fits no topic stands under its own noun', () => {
    expect(topicOf('Japan welcomed the pandas.')).toBe('pandas');
  });

  it('a team’s own topics are all that counts', () => {
    const { topics } = parseTopics('zoos: { name: Zoos, words: [panda, tiger house] }', 'topics.yaml');
    const analysis = analyzeDocument(documentOf(['Japan welcomed the pandas.']), gazetteer, topics);
    expect(analysis.positions[0]?.topic).toBe('zoos');
  });

  it.each([
    ['a: {', 1, 'not valid YAML'],
    ['- a', 1, 'no list of topics'],
    ['a: { name: A, words: [x] }\nB c: { name: B, words: [y] }', 2, '“B c” cannot be a key'],
    ['a: { words: [x] }', 1, '“a” has no name'],
    ['a: { name: A, words: }', 1, 'no list of words'],
    ['a: text', 1, 'no name and words'],
    ['a: { name: A, words: [x], colour: red }', 1, 'unknown key “colour”'],
  ])('%s is a fault in line %i: %s', (text, line, cause) => {
    const [fault] = parseTopics(text, 'mine/topics.yaml').faults;
    expect(fault).toMatchObject({ path: 'mine/topics.yaml', line });
    expect(fault?.cause).toContain(cause);
    expect(fault?.remedy).not.toBe('');
  });

  it('a fault leaves the other topics in service', () => {
    const { topics } = parseTopics('a: { name: A, words: [x] }\nb: { name: B }', 'topics.yaml');
    expect(topics.map(({ key }) => key)).toEqual(['a']);
  });
});
