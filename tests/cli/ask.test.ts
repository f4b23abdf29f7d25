import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, run } from './run.ts';

const files = {
  'japan.md':
    '---\ntitle: A shopping list\ndate: 2023\n---\n\nTokyo revised its papers in 2022. Japan plans to buy 500 Tomahawk missiles. Parliament agreed.\n\nThe alliance met in Madrid in June.\n',
  'korea.md': '# Korea\n\nSeoul opened a mission to NATO in Brussels in November.\n\nIts president spoke in Madrid.\n',
};

test('a question is answered in plain text with the passage, its place and the answering sentence marked', async () => {
  const cwd = folderOf(files);
  expect(
    await run('cli.ts', ['ask', 'how many tomahwak missiles does japan want?', '--knowledge', '.'], { cwd }),
  ).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "Read as: tomahwak → Tomahawk
    │ Tokyo revised its papers in 2022.
    ┃ Japan plans to buy 500 Tomahawk missiles.
    │ Parliament agreed.
      A shopping list · ¶ 1 · 2023 · japan.md

    1 passage from 1 of 2 documents · quoted word for word · ┃ marks the answering sentence
    ",
    }
  `);
});

test('a question need not be in quotation marks', async () => {
  const cwd = folderOf(files);
  const { stdout } = await run('cli.ts', ['ask', 'where', 'is', 'the', 'mission', 'of', 'Seoul', '--json'], {
    cwd,
    env: { KNOWLEDGE_DIR: '.' },
  });
  expect(JSON.parse(stdout)).toMatchObject({ question: 'where is the mission of Seoul', outcome: 'found' });
});

test('--json prints the object that is documented, and every quotation is a span of its document', async () => {
  const cwd = folderOf(files);
  const { stdout, code } = await run('cli.ts', ['ask', 'tomahawk missiles Japan', '--knowledge', cwd, '--json'], {
    cwd,
  });
  const answer = JSON.parse(stdout);
  expect(Object.keys(answer)).toEqual([
    'question',
    'outcome',
    'confidence',
    'quotations',
    'corrections',
    'nearest',
    'elapsedMs',
  ]);
  expect(answer.quotations[0]).toMatchObject({
    document: 'japan.md',
    title: 'A shopping list',
    paragraph: 1,
    text: 'Tokyo revised its papers in 2022. Japan plans to buy 500 Tomahawk missiles. Parliament agreed.',
    answer: 'Japan plans to buy 500 Tomahawk missiles.',
  });
  expect(code).toBe(0);
});

test('--knowledge goes before KNOWLEDGE_DIR', async () => {
  const cwd = folderOf(files);
  const other = folderOf({ 'other.md': 'Bananas grow in Ecuador.' });
  const { stdout } = await run('cli.ts', ['documents', '--knowledge', other], { cwd, env: { KNOWLEDGE_DIR: cwd } });
  expect(stdout).toContain('other.md');
  expect(stdout).not.toContain('japan.md');
});

test('--document asks that document alone, and an unknown one is answered with near names', async () => {
  const cwd = folderOf(files);
  const within = await run('cli.ts', ['ask', 'Madrid', '--document', 'korea.md', '--knowledge', '.', '--json'], {
    cwd,
  });
  const answer = JSON.parse(within.stdout);
  const listed: { document: string }[] = [...answer.quotations, ...answer.nearest];
  expect(new Set(listed.map(({ document }) => document))).toEqual(new Set(['korea.md']));
  const unknown = await run('cli.ts', ['ask', 'Madrid', '--document', 'korae', '--knowledge', '.'], { cwd });
  expect(unknown).toMatchInlineSnapshot(`
    {
      "code": 1,
      "stderr": "There is no document called “korae”. Did you mean “Korea”?
    ",
      "stdout": "",
    }
  `);
});

test('a batch is answered line by line, and bad lines are named without stopping it', async () => {
  const knowledge = folderOf(files);
  const cwd = folderOf({
    'questions.ndjson': '{"id": "a", "question": "Madrid"}\noops\n{"id": "b", "question": ""}\n',
  });
  const ended = await run('cli.ts', ['ask', '--batch', 'questions.ndjson', '--json', '--knowledge', knowledge], {
    cwd,
  });
  const lines = ended.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ id, outcome }) => [id, outcome])).toMatchObject([
    ['a', expect.any(String)],
    ['b', 'not-found'],
  ]);
  expect(ended.stderr).toBe('Line 2 is not JSON; it was passed over. A line reads {"id": "q1", "question": "…"}.\n');
  expect(ended.code).toBe(1);
});

test('a batch comes from standard input too', async () => {
  const cwd = folderOf(files);
  const input = Array.from({ length: 500 }, (_, id) => `{"id": ${id}, "question": "Madrid"}`).join('\n');
  const { stdout, code } = await run('cli.ts', ['ask', '--batch', '-', '--json', '--knowledge', '.'], { cwd, input });
  expect(
    stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).id),
  ).toEqual(Array.from({ length: 500 }, (_, id) => id));
  expect(code).toBe(0);
});

const commandsThereAre = 'ask, actor, compare, topic, check, evidence, documents, import, digest or backup';
const optionsThereAre =
  'Options are --knowledge, --document, --topic, --batch, --date, --focus, --into, --title, --author, --publisher, --url, --tags, --json, --help; --help explains them.';

test.each([
  ['no command', [], `Say what to do: ${commandsThereAre}. --help explains them.`],
  ['an unknown command', ['digests'], `There is no command “digests”: ${commandsThereAre}. --help explains them.`],
  ['an unknown option', ['ask', 'x', '--jsn'], `Unknown option '--jsn'. ${optionsThereAre}`],
  [
    'an option without its value',
    ['ask', 'x', '--knowledge'],
    `Option '--knowledge <value>' argument missing. ${optionsThereAre}`,
  ],
  [
    'no question',
    ['ask', '--json'],
    'Write the question after ask, in quotation marks; --json and --document go with one.',
  ],
  ['a question beside a batch', ['ask', 'x', '--batch', '-'], 'Give either a question or --batch, not both.'],
  [
    'a batch that is not there',
    ['ask', '--batch', 'missing.ndjson'],
    'Cannot read the questions in DIR/missing.ndjson: there is no such file.',
  ],
  [
    'a batch that is a folder',
    ['ask', '--batch', '.'],
    'DIR is a folder; --batch wants a file with one question a line.',
  ],
  [
    'an option that documents does not take',
    ['documents', '--batch', '-'],
    'documents takes --knowledge and --json, and nothing else.',
  ],
  ['a folder without a name', ['documents', '--knowledge', ''], 'Write the folder of the documents after --knowledge.'],
  [
    'a folder that is a file',
    ['documents', '--knowledge', 'japan.md'],
    '“DIR/japan.md” is a file. Name the folder that holds your documents with KNOWLEDGE_DIR or --knowledge.',
  ],
  [
    'a folder that is not there',
    ['documents', '--knowledge', 'missing'],
    'There is no folder “DIR/missing”. Create it and put your documents in it, or name another with KNOWLEDGE_DIR or --knowledge.',
  ],
])('%s: cause and remedy in a line, without a stack', async (_, args, message) => {
  const cwd = folderOf(files);
  const { stdout, stderr, code } = await run('cli.ts', args, { cwd });
  expect([stdout, stderr.replaceAll(cwd, 'DIR'), code]).toEqual(['', `${message}\n`, 1]);
});

test('documents lists what is searched, and files that cannot be', async () => {
  const cwd = folderOf({ ...files, 'picture.md': new Uint8Array([0, 255, 254, 0, 1]) });
  const { stdout, stderr, code } = await run('cli.ts', ['documents', '--knowledge', '.'], { cwd });
  expect(stdout).toMatchInlineSnapshot(`
    "A shopping list
      japan.md · 2023 · en · 2 passages
    Korea
      korea.md · en · 3 passages

    2 documents, 5 passages

    Not served: 1 file
      picture.md: The file is binary, and no text. Export it as Markdown or plain text in UTF-8.
    "
  `);
  expect([stderr, code]).toEqual(['', 0]);
  const json = JSON.parse((await run('cli.ts', ['documents', '--json', '--knowledge', '.'], { cwd })).stdout);
  expect(json.documents).toMatchObject([{ document: 'japan.md', passages: 2 }, { document: 'korea.md' }]);
  expect(json.faults).toMatchObject([{ path: 'picture.md' }]);
});

test('documents names apart what is used in part, and settings that cannot be read keep nothing from being served', async () => {
  const cwd = folderOf({ ...files, 'half.md': '---\nurl: nowhere\n---\n\nA boat.\n' });
  for (const name of ['actors.yaml', 'topics.yaml']) mkdirSync(join(cwd, name));
  const { stdout, code } = await run('cli.ts', ['documents', '--knowledge', '.'], { cwd });
  expect(code).toBe(0);
  expect(stdout.slice(stdout.indexOf('3 documents')).replaceAll(cwd, 'DIR')).toMatchInlineSnapshot(`
    "3 documents, 6 passages

    Used in part: 3 files
      half.md: The text is served, but not everything in its front matter could be used: url is no http or https address: “nowhere”. Correct that; put a value that holds a colon, # or quotation mark into quotation marks.
      DIR/actors.yaml: It cannot be read (EISDIR). Make it a text file that the bot may read, or remove it.
      DIR/topics.yaml: It cannot be read (EISDIR). Make it a text file that the bot may read, or remove it.
    "
  `);
});

test('--help names every command and option', async () => {
  const { stdout, code } = await run('cli.ts', ['--help'], { cwd: join(import.meta.dirname) });
  for (const word of [
    'ask',
    'actor',
    'compare',
    'topic',
    'documents',
    '--batch',
    '--knowledge',
    '--document',
    '--json',
  ])
    expect(stdout).toContain(word);
  expect(code).toBe(0);
});
