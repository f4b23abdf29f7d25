import { expect, onTestFinished, test } from 'vitest';
import { startStandIn } from '../../src/playground/stand-in.ts';
import { folderOf, run } from './run.ts';

const files = {
  'japan.md':
    '---\ntitle: A shopping list\n---\nJapan plans to buy 500 Tomahawk missiles.\n\nThe alliance met in Madrid in June.\n',
};

test('without a token it is found in a browser, and says in one line where', async () => {
  const cwd = folderOf(files);
  const env = { KNOWLEDGE_DIR: '.' };
  const { stdout, stderr, code } = await run('main.ts', [], { cwd, env, stopAt: 'Attaché is at' });
  expect(stdout).toMatch(
    /^Attaché is at http:\/\/127\.0\.0\.1:\d+(?: \(port \d+ is taken\))?, since no DISCORD_TOKEN is set\. Ctrl\+C ends it\.\n$/u,
  );
  expect([stderr, code]).toEqual(['', 0]);
});

test('ask without a question asks for questions, line by line', async () => {
  const cwd = folderOf(files);
  const env = { KNOWLEDGE_DIR: '.' };
  const input = '/ask tomahawk missiles Japan\n/documents\n';
  const { stdout, code } = await run('cli.ts', ['ask'], { cwd, env, input });
  expect(stdout).toMatchInlineSnapshot(`
    "Type a question, or /help.

    > /ask tomahawk missiles Japan
    ┃ Japan plans to buy 500 Tomahawk missiles.
      A shopping list · ¶ 1 · japan.md

    1 passage from 1 of 1 document · quoted word for word · ┃ marks the answering sentence

    > /documents
    A shopping list
      japan.md · en · 2 passages

    1 document, 2 passages

    "
  `);
  expect(code).toBe(0);
});

test('a card asked for in a pipe waits until the documents are read', async () => {
  const env = { KNOWLEDGE_DIR: '.' };
  const { stdout } = await run('cli.ts', ['ask'], { cwd: folderOf(files), env, input: '/actor japan\n' });
  expect(stdout).toContain('WANTS\n 1 plans · Japan plans to buy 500 Tomahawk missiles.');
});

test('wrong settings are listed all at once before anything starts', async () => {
  const cwd = folderOf(files);
  const env = { DISCORD_GUILD_ID: 'x', DISCORD_API_URL: 'ftp://x' };
  const { stdout, stderr, code } = await run('main.ts', [], { cwd, env });
  expect([stdout, code]).toEqual(['', 1]);
  expect(stderr).toMatchInlineSnapshot(`
    "2 settings are wrong; mend them in .env or the environment:
      DISCORD_GUILD_ID is “x”, but a server’s id is 17 to 20 digits. Example: DISCORD_GUILD_ID=112233445566778899
      DISCORD_API_URL is “ftp://x”, which is no http or https address. Example: DISCORD_API_URL=http://127.0.0.1:4000/api
    "
  `);
});

test('registering commands without a token says what is missing', async () => {
  const cwd = folderOf(files);
  const { stderr, code } = await run('main.ts', ['--deploy'], { cwd });
  expect([stderr, code]).toMatchInlineSnapshot(`
    [
      "Commands are registered with DISCORD_TOKEN, which is not set. Write it into .env (see .env.example).
    ",
      1,
    ]
  `);
});

test('with a token it serves Discord until it is told to stop', async () => {
  const standIn = await startStandIn();
  onTestFinished(() => standIn.stop());
  const cwd = folderOf(files);
  const env = { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: standIn.apiUrl, KNOWLEDGE_DIR: '.' };
  const { stdout, stderr, code } = await run('main.ts', [], { cwd, env, stopAt: 'The bot is ready' });
  expect(standIn.commands(undefined).map(({ name }) => name)).toContain('ask');
  expect(stderr).toContain('Stopping');
  expect([stdout, code]).toEqual(['', 0]);
});

test('--deploy registers the commands and ends, and says when there was nothing to do', async () => {
  const standIn = await startStandIn();
  onTestFinished(() => standIn.stop());
  const cwd = folderOf(files);
  const env = { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: standIn.apiUrl };
  const ended = [await run('main.ts', ['--deploy'], { cwd, env }), await run('main.ts', ['--deploy'], { cwd, env })];
  expect(ended).toEqual([
    { stdout: 'The commands are registered for every server.\n', stderr: '', code: 0 },
    { stdout: 'The commands for every server were up to date.\n', stderr: '', code: 0 },
  ]);
});

test('a token that Discord refuses ends it with cause and remedy', async () => {
  const standIn = await startStandIn();
  onTestFinished(() => standIn.stop());
  standIn.faults.refuseToken();
  const cwd = folderOf(files);
  const env = { DISCORD_TOKEN: 'a.b.c', DISCORD_API_URL: standIn.apiUrl, KNOWLEDGE_DIR: '.', LOG_LEVEL: 'silent' };
  const { stdout, stderr, code } = await run('main.ts', [], { cwd, env });
  expect(stderr).toMatch(/^Discord refuses the token\. .*DISCORD_TOKEN.*\n$/u);
  expect([stdout, code]).toEqual(['', 1]);
});

test('an unknown option says which there is', async () => {
  const { stderr, code } = await run('main.ts', ['--deplyo'], { cwd: folderOf(files) });
  expect([stderr, code]).toEqual(['There is no option “--deplyo”; --deploy registers the commands and ends.\n', 1]);
});
