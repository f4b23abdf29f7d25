import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import type { OptionValues } from '../../src/playground/command-options.ts';
import type { NewFile } from '../../src/playground/files.ts';
import { schemaFaults } from '../builders/bot.ts';
import { idOf, messageOf, type Seen } from '../builders/message.ts';
import { type WholeBot, wholeBot } from '../builders/whole-bot.ts';

const HARBOUR = '# Harbour\n\nThe harbour of Lumen is nine metres deep.\n';
const VAULT = '---\ntags: [secret, money]\n---\n# The vault\n\nThe vault of Quorr holds ninety ledgers.\n';

let discord: WholeBot;
beforeAll(async () => {
  discord = await wholeBot({ files: { 'harbour.md': HARBOUR }, perServer: { documents: 12, bytes: 40_000 } });
});
afterAll(() => discord.stop());
afterEach(async () => {
  vi.restoreAllMocks();
  for (const { id } of discord.guilds) {
    for (const { stored } of discord.knowledge.list(id)) await discord.knowledge.remove(id, stored.name);
    for (const { channel } of discord.scopes.all()) await discord.scopes.clear(id, channel);
  }
});

type Where = { readonly member?: string; readonly channel?: string; readonly guild?: string };

const text = (name: string, content: string): NewFile => ({ name, content: Buffer.from(content) });

/** A message as it is after everything that was done with it. */
function last(seen: Seen): Seen {
  const posted = discord.guilds
    .flatMap(({ channels }) => channels)
    .flatMap(({ id }) => discord.messages(id))
    .find(({ message }) => message.id === seen.id);
  return posted ? messageOf({ outcome: 'replied', posted }) : seen;
}

async function use(
  command: string,
  options: OptionValues = {},
  { member = 'mara', ...where }: Where = {},
): Promise<Seen> {
  return last(messageOf(await discord.slash({ command, options, member, ...where })));
}

const add = (given: readonly NewFile[], where: Where = {}) =>
  use(
    'knowledge add',
    Object.fromEntries(given.map((file, at) => [at === 0 ? 'file' : `file-${at + 1}`, file])),
    where,
  );

const ask = async (question: string, where: Where = {}): Promise<string> => {
  const { text: said } = await use('ask', { question, private: true }, { member: 'jun', ...where });
  return said.split('\n').find((line) => line.startsWith('> ')) ?? 'nothing';
};

const press = async (on: Seen, label: string, member = 'mara') => {
  const reaction = await discord.press(on.id, idOf(on, label), member);
  return 'posted' in reaction ? messageOf(reaction) : reaction;
};

async function choices(command: string, option: string, typed: string, where: Where = {}): Promise<readonly string[]> {
  const options = { [option]: typed, ...(option === 'tags' ? { channel: 'briefings' } : {}) };
  const reaction = await discord.autocomplete({ command, options, typing: option, member: 'mara', ...where });
  return reaction.outcome === 'choices' ? reaction.choices.map(({ name, value }) => `${name} = ${value}`) : [];
}

test('a file that is attached answers at once, with a button for its details', async () => {
  const reply = await add([text('vault.md', VAULT)]);
  expect(reply).toMatchObject({
    private: true,
    title: '1 document added',
    text: '**1** vault.md · added as **The vault** · 2 passages, 1 kB · secret, money',
    components: [{ label: 'Details' }],
  });
  expect(await ask('how many ledgers does the vault of Quorr hold?')).toBe(
    '> **The vault of Quorr holds ninety ledgers.**',
  );
  expect(await ask('how deep is the harbour of Lumen?')).toBe('> **The harbour of Lumen is nine metres deep.**');
});

test('of ten files, each is told what came of it', async () => {
  await add([text('vault.md', VAULT)]);
  const png = { name: 'scan.pdf', content: Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1') };
  const reply = await add([
    text('tides.md', 'The tide of Lumen rises nine feet.'),
    text('copy of vault.md', VAULT),
    text('harbour copy.txt', HARBOUR),
    text('vault.md', 'The vault was moved.'),
    text('empty.txt', ''),
    png,
    text('setup.exe', 'MZ'),
    text('report.doc', 'old'),
    text('long.txt', 'Long. '.repeat(7000)),
    text('../../@everyone **bold**.md', 'It is bold.'),
  ]);
  expect(reply.title).toBe('3 documents added');
  expect(reply.text).toMatchInlineSnapshot(`
    "**1** tides.md · added as **The tide of Lumen rises nine feet.** · 1 passage, 1 kB
    **2** copy of vault.md · was here already: “The vault”
    **3** harbour copy.txt · was here already: “Harbour”, among the documents that every server has
    **4** vault.md · added as **The vault was moved.** · kept as vault-2.md: there is another file of that name, which \`/knowledge remove\` deletes · 1 passage, 1 kB
    **5** empty.txt · **not added**: The file is empty. Write its text, or remove the file.
    **6** scan.pdf · **not added**: The file is a picture, whatever its name says. Save its text as one of these: PDF, Word \\(.docx), web pages \\(.html), EPUB, OpenDocument \\(.odt), Markdown and plain text.
    **7** setup.exe · **not added**: This is not a format that is read. Save it as one that is: PDF, Word \\(.docx), web pages \\(.html), EPUB, OpenDocument \\(.odt), Markdown and plain text.
    **8** report.doc · **not added**: Old Word files \\(.doc) are not read. Open it in Word or LibreOffice and save it as .docx without a password.
    **9** long.txt · **not added**: It has 42 kB, and 39 kB of the 40 kB of this server are left. Remove something with \`/knowledge remove\`, or ask whoever runs the bot for more.
    **10** ../../\\@everyone \\*\\*bold\\*\\*.md · added as **It is bold.** · 1 passage, 1 kB"
  `);
  expect(reply.components.map(({ label }) => label)).toEqual(['Details 1', 'Details 4', 'Details 10']);
});

test('how far it is can be seen while files are read', async () => {
  const { add: addTo } = discord.knowledge;
  vi.spyOn(discord.knowledge, 'add').mockImplementation(async (guild, file) => {
    if (file.name === 'winds.md') await wait(2000);
    return addTo(guild, file);
  });
  const seen = new Set<string>();
  const done = add([text('tides.md', 'The tide rises.'), text('winds.md', 'The wind turns.')]);
  await expect
    .poll(
      () => {
        for (const { message } of discord.messages('general')) seen.add(JSON.stringify(message.embeds));
        return [...seen].find((embeds) => embeds.includes('Adding 2 files: 1 of 2 done'));
      },
      { timeout: 4000 },
    )
    .toContain('winds.md · is being read');
  const { id } = await done;
  await expect
    .poll(() => JSON.stringify(discord.messages('general').find(({ message }) => message.id === id)?.message.embeds))
    .toContain('2 documents added');
});

test('where there is no room on the disk, the reader is told whom to tell, and nothing is served', async () => {
  const full = new UserError(
    'storage-full',
    'The bot has no room left, so this was not saved. Tell whoever runs the bot.',
  );
  vi.spyOn(discord.storage.documents, 'put').mockRejectedValueOnce(full);
  const reply = await add([text('vault.md', VAULT), text('tides.md', 'The tide of Lumen rises nine feet.')]);
  expect(reply.text).toMatchInlineSnapshot(`
    "**1** vault.md · **not added**: The bot has no room left, so this was not saved. Tell whoever runs the bot.
    **2** tides.md · added as **The tide of Lumen rises nine feet.** · 1 passage, 1 kB"
  `);
  expect(await ask('how many ledgers does the vault of Quorr hold?')).toBe('nothing');
});

test('a server that has as much as it may have is told so, and what to do', async () => {
  await add(Array.from({ length: 10 }, (_, at) => text(`${at}.md`, `It is number ${at}.`)));
  const reply = await add([text('a.md', 'It is a.'), text('b.md', 'It is b.'), text('c.md', 'It is c.')]);
  expect(reply.text).toMatchInlineSnapshot(`
    "**1** a.md · added as **It is a.** · 1 passage, 1 kB
    **2** b.md · added as **It is b.** · 1 passage, 1 kB
    **3** c.md · **not added**: This server has 12 documents, as many as it may. Remove one with \`/knowledge remove\`, or ask whoever runs the bot for more."
  `);
});

test('a form shows what was found in a document, and what it is changed to stands in every citation', async () => {
  const reply = await add([text('vault.md', VAULT)]);
  const opened = await press(reply, 'Details');
  if (!('modal' in opened)) throw new Error('There is no form');
  const fields = opened.modal['components'] as { label: string; component: { custom_id: string; value?: string } }[];
  expect(fields.map(({ label, component }) => `${label}: ${component.value ?? ''}`)).toEqual([
    'Title: The vault',
    'Author: ',
    'Date: ',
    'Link: ',
    'Tags: secret, money',
  ]);
  const values = { title: 'Vaults *of* Quorr', author: 'Ana Lopes', date: '2024-05', url: 'https://vault.example/1' };
  const kept = messageOf(await discord.submit(opened.id, { ...values, tags: 'money' }));
  expect(kept).toMatchObject({ private: true });
  expect(kept.text).toMatchInlineSnapshot(
    `"Kept: **Vaults \\*of\\* Quorr** · Ana Lopes · 2024-05 · money · [source](https://vault.example/1)"`,
  );
  const answer = await use('ask', { question: 'how many ledgers does the vault of Quorr hold?' }, { member: 'jun' });
  expect(answer.text).toContain(
    'Vaults \\*of\\* Quorr › The vault · ¶ 2 · 2024-05 · [source](https://vault.example/1)',
  );
});

test('what cannot be used of a form stays as it was, and the rest is kept', async () => {
  const opened = await press(await add([text('vault.md', VAULT)]), 'Details');
  if (!('modal' in opened)) throw new Error('There is no form');
  const reply = messageOf(await discord.submit(opened.id, { author: 'Ana Lopes', date: 'soon', url: 'ftp://x' }));
  expect(reply.text).toMatchInlineSnapshot(`
    "Kept: **The vault** · Ana Lopes · secret, money
    Not changed: Date: “soon” is none. Write a year, a month or a day: 2026, 2026-11 or 2026-11-20.
    Not changed: Link: “ftp\\://x” is no address of the web. It begins with https\\://."
  `);
  expect(reply.components.map(({ label }) => label)).toEqual(['Details']);
});

test('a document is deleted only when that is confirmed, and then nothing is left of it', async () => {
  const words = `The vault of Quorr holds ninety ledgers. Poland wants to buy the vault of Quorr. ${'It is old. '.repeat(40)}`;
  const page = text('vault.html', `<html><head><title>The vault</title></head><body><p>${words}</p></body></html>`);
  await add([page]);
  await discord.desks.analyze();
  const answer = await use('ask', { question: 'how many ledgers does the vault of Quorr hold?' }, { member: 'jun' });
  const kept = await press(await use('knowledge remove', { document: 'vault.html' }), 'Keep it');
  expect(kept).toMatchObject({ text: 'Nothing was deleted.' });
  const asked = await use('knowledge remove', { document: 'vault.html' });
  expect(asked.text).toMatchInlineSnapshot(`
    "Delete “The vault” (vault.html)?
    Its file, its text, its place in the index and what was found in it are deleted. What was quoted from it in messages stays there."
  `);
  expect([await onDisk('conversions'), await onDisk('analyses')]).toEqual([
    expect.stringContaining('Quorr'),
    expect.stringContaining('Quorr'),
  ]);
  expect(await press(asked, 'Delete it')).toMatchObject({
    outcome: 'updated',
    text: expect.stringMatching(/is deleted: .*\n-# 0 of 12 documents and 0 kB of 40 kB are used/u),
  });
  expect(await onDisk('')).not.toContain('Quorr');
  expect(await discord.storage.documents.list()).toEqual([]);
  expect(await ask('how many ledgers does the vault of Quorr hold?')).toBe('nothing');
  expect(await press(answer, 'Context', 'jun')).toMatchObject({
    text: expect.stringContaining('its document was removed'),
  });
});

/** Everything that is kept of documents besides the database. */
async function onDisk(folder: string): Promise<string> {
  const names = await readdir(join(discord.data, folder), { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'utf8')))).join('\n');
}

test('a document that was changed since is told from one that is gone', async () => {
  await add([text('vault.md', VAULT)]);
  const answer = await use('ask', { question: 'how many ledgers does the vault of Quorr hold?' }, { member: 'jun' });
  await use('knowledge rename', { document: 'vault.md', title: 'Vaults' });
  expect(await press(answer, 'Context', 'jun')).toMatchObject({ title: 'Vaults' });
  await press(await use('knowledge remove', { document: 'Vaults' }), 'Delete it');
  await add([text('vault.md', VAULT.replace('ninety', 'eighty'))]);
  expect(await press(answer, 'Context', 'jun')).toMatchObject({
    text: '“The vault” has been changed since this was quoted. Ask again with /ask for what it says now.',
  });
});

test('a shared document is found in every server, and only its own server can end that', async () => {
  await add([text('vault.md', VAULT)]);
  const guests = { guild: 'Guests', member: 'ines' };
  const question = 'how many ledgers does the vault of Quorr hold?';
  expect(await ask(question, guests)).toBe('nothing');
  expect((await use('knowledge share', { document: 'vault.md', with: 'all' })).text).toMatchInlineSnapshot(
    `"“The vault” can be found in every server that this bot is in. \`/knowledge share\` with “this server alone” ends that."`,
  );
  expect(await ask(question, guests)).toBe('> **The vault of Quorr holds ninety ledgers.**');
  const foreign = await use('knowledge share', { document: 'vault.md', with: 'own' }, { guild: 'Guests' });
  expect(foreign.text).toContain('This server has added no document “vault.md”.');
  expect((await use('knowledge share', { document: 'The vault', with: 'own' })).text).toBe(
    '“The vault” can be found in this server alone.',
  );
  expect(await ask(question, guests)).toBe('nothing');
});

test('a channel that keeps to tags finds nothing else, nor do its threads, until it may find everything again', async () => {
  await add([text('vault.md', VAULT)]);
  const [vault, harbour] = ['how many ledgers does the vault of Quorr hold?', 'how deep is the harbour of Lumen?'];
  const set = await use('knowledge scope', { channel: 'general', tags: 'Secret, gold' }, { channel: 'briefings' });
  expect(set.text.replace(/<#\d+>/u, '<#general>')).toMatchInlineSnapshot(`
    "In <#general> and its threads, only documents tagged “Secret” or “gold” are found: 1 document of 2.
    That holds for answers, cards, digests, evidence and everything offered while somebody types, also below older messages.
    No document has the tag “gold” yet. There are: money, secret."
  `);
  for (const channel of ['general', 'fishing rights']) {
    expect(await ask(vault, { channel })).toBe('> **The vault of Quorr holds ninety ledgers.**');
    expect(await ask(harbour, { channel })).toBe('nothing');
    const offered = await choices('ask', 'document', '', { channel });
    expect(offered.map((choice) => choice.split(' = ')[0])).toEqual(['The vault']);
  }
  expect(await ask(harbour, { channel: 'briefings' })).toBe('> **The harbour of Lumen is nine metres deep.**');
  await press(set, 'Find everything there');
  expect(await ask(harbour, { channel: 'fishing rights' })).toBe('> **The harbour of Lumen is nine metres deep.**');
  const told = await use('knowledge scope', { channel: 'general' });
  expect(told.text.replace(/<#\d+>/u, '<#general>')).toBe(
    'In <#general>, every document of this server is found. Name tags to change that: `/knowledge scope channel: tags:`',
  );
});

test("a server's own documents and all tags are offered as one types, in no other server and as far as a channel finds them", async () => {
  await add([text('vault.md', VAULT), text('tides.md', '# Tides\n\nThe tide rises.')]);
  expect(await choices('knowledge remove', 'document', '')).toEqual([
    'Tides · tides.md = tides.md',
    'The vault · vault.md = vault.md',
  ]);
  expect(await choices('knowledge rename', 'document', 'VAU')).toEqual(['The vault · vault.md = vault.md']);
  expect(await choices('knowledge remove', 'document', '', { guild: 'Guests' })).toEqual([]);
  expect(await choices('knowledge scope', 'tags', '')).toEqual(['money (1) = money', 'secret (1) = secret']);
  expect(await choices('knowledge scope', 'tags', 'Money, s')).toEqual(['Money, secret (1) = Money, secret']);
  await use('knowledge scope', { channel: 'general', tags: 'other' });
  expect(await choices('knowledge remove', 'document', '')).toEqual([]);
});

test.each([
  ['add', { file: text('a.md', 'A.') }],
  ['remove', { document: 'vault.md' }],
  ['rename', { document: 'vault.md', title: 'x' }],
  ['share', { document: 'vault.md', with: 'all' }],
  ['scope', { channel: 'general', tags: 'x' }],
] as [string, OptionValues][])(
  '/knowledge %s is refused to those who do not manage the server',
  async (subcommand, options) => {
    await add([text('vault.md', VAULT)]);
    const spied = vi.spyOn(discord.view, 'offered').mockImplementation(() => discord.commands(undefined));
    await expect(discord.slash({ command: `knowledge ${subcommand}`, options, member: 'jun' })).resolves.toSatisfy(
      (reaction) => messageOf(reaction as never).text.includes('people with the permission Manage Server'),
    );
    expect(spied).toHaveBeenCalled();
    expect(discord.knowledge.list(discord.guilds[0]?.id ?? '')).toMatchObject([
      { stored: { name: 'vault.md', shared: false } },
    ]);
  },
);

test('nothing of all this broke a rule of Discord', () => {
  expect(discord.violations).toEqual([]);
  expect(schemaFaults(discord.exchanges)).toEqual([]);
  expect(discord.entries.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
