import { expect, test } from 'vitest';
import { namesIn, readLine } from '../../src/terminal/prompt-line.ts';

test.each([
  ['how deep is it?', { command: undefined, rest: 'how deep is it?' }],
  ['/actor south korea', { command: 'actor', rest: 'south korea' }],
  ['/ACTOR japan topic:nuclear weapons', { command: 'actor', rest: 'japan', topic: 'nuclear weapons' }],
  ['/compare japan "south korea" topic: “nato”', { command: 'compare', rest: 'japan "south korea"', topic: 'nato' }],
  ['/topic nato', { command: 'topic', rest: 'nato' }],
])('%s', (typed, parts) => expect(readLine(typed)).toEqual({ topic: undefined, ...parts }));

test.each([
  ['japan "south korea"', ['japan', 'south korea']],
  ['japan, south korea, nato', ['japan', 'south korea', 'nato']],
  ['“south korea” japan', ['south korea', 'japan']],
  ['', []],
])('names in %s', (rest, names) => expect(namesIn(rest)).toEqual(names));
