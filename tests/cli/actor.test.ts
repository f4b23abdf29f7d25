import { expect, test } from 'vitest';
import { folderOf, run } from './run.ts';

const files = {
  'tanks.md':
    '---\ntitle: On tanks\ndate: 2024\n---\n\nPoland wants to buy more tanks. France opposes the purchase of tanks.\n\nGermany was named once.\n',
};
const start = (args: readonly string[], { cwd = folderOf(files), input = '' } = {}) =>
  run('cli.ts', [...args, '--knowledge', '.'], { cwd, input, env: { DATA_DIR: folderOf({}) } });

test('a card is printed with the place of each line', async () => {
  const { stdout, stderr, code } = await start(['actor', 'poland']);
  expect([stderr, code]).toEqual(['', 0]);
  expect(stdout).toContain('WANTS\n 1 seeks · Poland wants to buy more tanks.\n   On tanks · ¶ 1 · 2024 · tanks.md\n');
});

test('--json prints the object that is documented', async () => {
  const card = JSON.parse((await start(['actor', 'Warsaw', '--json'])).stdout);
  expect(card).toMatchObject({
    query: 'Warsaw',
    actor: { id: 'poland', name: 'Poland', type: 'state' },
    positions: [
      { kind: 'own', stance: 'seeks', strength: 'direct', quotation: { document: 'tanks.md', paragraph: 1 } },
    ],
    mentions: [{ document: 'tanks.md', paragraph: 1, text: 'Poland' }],
  });
});

test('a batch makes a card a line, and bad lines are named', async () => {
  const { stdout, stderr, code } = await start(['actor', '--batch', '-', '--json'], {
    input: '{"query": "poland"}\noops\n{"query": "korea"}\n{"query": "germany"}\n',
  });
  const cards = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(cards).toMatchObject([
    { query: 'poland', actor: { id: 'poland' } },
    { query: 'korea', actor: null, candidates: [{ id: 'south-korea' }, { id: 'north-korea' }] },
    { query: 'germany', actor: { id: 'germany' }, positions: [], mentions: [{ paragraph: 2 }] },
  ]);
  expect([stderr, code]).toEqual(['Line 2 is not JSON; it was passed over. A line reads {"query": "japan"}.\n', 1]);
});

test('actors are compared, and a topic shows who holds what', async () => {
  const comparison = await start(['compare', 'poland', 'france', '--json']);
  expect(JSON.parse(comparison.stdout)).toMatchObject({ rows: [{ agreement: 'opposed' }] });
  const { topic } = JSON.parse(comparison.stdout).rows[0];
  const { stdout } = await start(['topic', topic]);
  expect(stdout).toMatch(/France · opposes 1[^]*Poland · seeks 1/u);
});

test.each([
  [['actor'], 'Write the name of the actor after actor.'],
  [['actor', 'x', '--batch', '-'], 'Give either a name or --batch, not both.'],
  [['compare', 'x'], 'Name two or three actors after compare; put a name of several words in quotation marks.'],
  [['topic'], 'Write the topic after topic, such as nuclear weapons.'],
  [['topic', 'x', '--topic', 'y'], 'topic takes --knowledge and --json, and nothing else.'],
])('%s: cause and remedy in a line', async (args, message) => {
  const { stdout, stderr, code } = await start(args);
  expect([stdout, stderr, code]).toEqual(['', `${message}\n`, 1]);
});
