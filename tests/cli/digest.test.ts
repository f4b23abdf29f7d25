import { expect, test } from 'vitest';
import { folderOf, run } from './run.ts';

const files = {
  'tanks.md':
    '---\ntitle: On tanks\ndate: 2024\ntags: [Steel]\n---\n\nPoland wants to buy more tanks than it has soldiers.\n\nFrance opposes the purchase of tanks by all of its neighbours.\n',
};
const start = (args: readonly string[], cwd = folderOf(files)) =>
  run('cli.ts', ['digest', ...args, '--knowledge', '.'], { cwd, env: { DATA_DIR: folderOf({}) } });

test('the digest of a day is printed', async () => {
  const args = ['preview', '--date', '2026-12-01', '--focus', 'poland'];
  const first = await start(args);
  expect([first.stderr, first.code]).toEqual(['', 0]);
  expect(first.stdout).toMatchInlineSnapshot(`
    "Tuesday 1 December · Poland

    POSITION OF THE DAY · 🇵🇱 Poland seeks · Arms and procurement
    ┃ Poland wants to buy more tanks than it has soldiers.
      On tanks · ¶ 1 · 2024 · tanks.md

    Quoted word for word.
    "
  `);
});

test('--json prints one object', async () => {
  const { stdout } = await start(['preview', '--date', '2026-12-01', '--focus', 'Poland, steel', '--json']);
  const { position, ...digest } = JSON.parse(stdout);
  expect(digest).toMatchObject({ date: '2026-12-01', focus: ['Poland', 'Steel'], news: { all: 0 }, asked: null });
  expect(position).toMatchObject({ actor: { type: 'state' }, quotation: { document: 'tanks.md', title: 'On tanks' } });
});

test('a folder in which nobody holds a position has an empty digest', async () => {
  const { stdout } = await start(['preview', '--date', '2026-12-01'], folderOf({ 'a.md': 'Ferries are slow.' }));
  expect(stdout).toBe('Tuesday 1 December: nothing new, and no position to show.\n');
});

test.each([
  [
    ['preview', '--date', '2026-02-30'],
    /^“2026-02-30” is no day\. Write year, month and day, as \d{4}-\d\d-\d\d\.\n$/u,
  ],
  [
    ['preview', '--focus', 'polnd, steal, brazil'],
    /^“steal” is no actor, topic or tag of the documents\. Try Steel\. No document says anything of “Brazil”\. Try .*Poland.*\.\n$/u,
  ],
  [[], /^Write preview after digest: digest preview --date 2026-12-01 --focus japan,nato\n$/u],
])('%s: cause and remedy in a line', async (args, message) => {
  const { stdout, stderr, code } = await start(args);
  expect(stderr).toMatch(message);
  expect([stdout, code]).toEqual(['', 1]);
});
