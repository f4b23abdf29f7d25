import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OptionValues } from '../../src/playground/command-options.ts';
import { schemaFaults } from '../builders/bot.ts';
import { idOf, messageOf, type Seen, valueOf } from '../builders/message.ts';
import { type WholeBot, wholeBot } from '../builders/whole-bot.ts';

const files = {
  'strait.md': `---
title: The strait of Orm
author: Ana Lopes
publisher: Sea Institute
date: 2024-05-02
url: https://sea.example/strait
tags: [trade, sea]
---
# Ships

Poland wants to buy more tugs for the strait. France opposes the plan of Poland. France has warned Poland twice.
`,
  'broken.pdf': 'no pdf at all',
  'weather.txt': 'It rains on most days of the year.',
};

let discord: WholeBot;
beforeAll(async () => {
  discord = await wholeBot({ files });
  const bytes = Buffer.from('---\ntags: [sea]\n---\n# Tides of Orm\n\nThe tide rises nine feet.');
  await discord.knowledge.add(discord.guilds[0]?.id ?? '', { name: 'tides.md', bytes, by: '42' });
});
afterAll(() => discord.stop());

type Where = { readonly member?: string; readonly guild?: string };

const use = async (subcommand: string, options: OptionValues = {}, where: Where = {}): Promise<Seen> =>
  messageOf(await discord.slash({ command: `documents ${subcommand}`, options, member: 'jun', ...where }));

/** Moments and people differ from run to run. */
const steady = ({ title, text }: Seen) => `${title}\n${text.replace(/<t:\d+:D>/gu, '<today>')}`;

test('everybody sees what there is, by title', async () => {
  const reply = await use('list');
  expect(reply.private).toBe(true);
  expect(steady(reply)).toMatchInlineSnapshot(`
    "Documents
    **1** **It rains on most days of the year.** · 1 passage, 1 kB
    **2** **The strait of Orm** · Ana Lopes · 2024-05-02 · 2 passages, 1 kB
    **3** **Tides of Orm** · 2 passages, 1 kB"
  `);
  expect(await use('list', {}, { guild: 'Guests', member: 'ines' })).toMatchObject({
    text: expect.not.stringContaining('Tides'),
  });
});

test('what is wrong with files is told to those who manage the server', async () => {
  const embedsOf = async (member: string) => {
    const reaction = await discord.slash({ command: 'documents list', member });
    return 'posted' in reaction ? JSON.stringify(reaction.posted.message.embeds) : '';
  };
  expect(await embedsOf('jun')).not.toContain('broken.pdf');
  expect(await embedsOf('mara')).toContain(
    '**broken.pdf** The file is not a PDF, whatever its name says, or its beginning is missing.',
  );
});

test('one document tells who is quoted most, and begins in its own words', async () => {
  const reply = await use('show', { document: 'the strait of orm' });
  expect(steady(reply)).toMatchInlineSnapshot(`
    "The strait of Orm
    -# strait.md · en · 2 passages, 1 kB
    **Author** Ana Lopes
    **Publisher** Sea Institute
    **Date** 2024-05-02
    **Tags** trade, sea
    **Link** [source](https://sea.example/strait)
    **Quoted most** France (2 positions, named 2 times) · Poland (1 position, named 3 times)

    -# It begins
    > Poland wants to buy more tugs for the strait. France opposes the plan of Poland. France has warned Poland twice."
  `);
  expect(reply.components.map(({ label }) => label)).toEqual(['Context']);
});

test('what the server itself added can be had back as it was', async () => {
  const list = await use('list');
  const reaction = await discord.select(list.id, idOf(list, 'Open a document'), valueOf(list, 'Tides of Orm'), 'jun');
  const shown = messageOf(reaction);
  expect(steady(shown)).toMatchInlineSnapshot(`
    "Tides of Orm
    -# tides.md · en · 2 passages, 1 kB
    **Tags** sea
    **Added** <today> by <@42>
    **Quoted most** nobody was found to be named in it

    -# It begins
    > The tide rises nine feet."
  `);
  const sent = messageOf(await discord.press(shown.id, idOf(shown, 'Download'), 'jun'));
  expect(sent).toMatchObject({ private: true, files: [{ filename: 'tides.md' }] });
  const file = await fetch(sent.files[0]?.url ?? '');
  expect(await file.text()).toContain('The tide rises nine feet.');
});

test('a document is found by words of its title, author, date or tags', async () => {
  const found = async (words: string) => {
    const { title, text } = await use('search', { words });
    return [title, ...text.split('\n').map((line) => line.split('**')[3])];
  };
  expect(await found('sea')).toEqual(['Documents: sea', 'The strait of Orm', 'Tides of Orm']);
  expect(await found('lopes 2024')).toEqual(['Documents: lopes 2024', 'The strait of Orm']);
  expect(await found('tdies of orm')).toEqual(['Documents: like “tdies of orm”', 'Tides of Orm', 'The strait of Orm']);
  expect((await use('search', { words: 'zzzz' })).text).toMatchInlineSnapshot(
    `"No document has “zzzz” in its title, author, date or tags. What the documents say is found with /ask."`,
  );
});

test('a document that is not there is answered with what may have been meant', async () => {
  expect((await use('show', { document: 'tides of ormm' })).text).toBe(
    'There is no document called “tides of ormm”. Did you mean “Tides of Orm” or “The strait of Orm”?',
  );
});

test('many documents are turned page by page', async () => {
  const { id = '' } = discord.guilds[1] ?? {};
  for (let at = 10; at < 35; at += 1)
    await discord.knowledge.add(id, { name: `${at}.md`, bytes: Buffer.from(`# Note ${at}\n\nIt is ${at}.`), by: '42' });
  const guests = { guild: 'Guests', member: 'ines' };
  const first = await use('list', {}, guests);
  expect(first.text).toContain('**10** **Note 18**');
  expect(first.components.map(({ label, placeholder }) => label ?? placeholder)).toEqual(['Next', 'Open a document']);
  const second = messageOf(await discord.press(first.id, idOf(first, 'Next'), 'ines'));
  expect(second).toMatchObject({ outcome: 'updated', text: expect.stringContaining('**11** **Note 19**') });
  const third = messageOf(await discord.press(second.id, idOf(second, 'Next'), 'ines'));
  expect(third.text.split('\n')).toHaveLength(7);
  expect(third.components.map(({ label, placeholder }) => label ?? placeholder)).toEqual([
    'Previous',
    'Open a document',
  ]);
});

test('nothing of all this broke a rule of Discord', () => {
  expect(discord.violations).toEqual([]);
  expect(schemaFaults(discord.exchanges)).toEqual([]);
  expect(discord.entries.filter(({ level }) => Number(level) >= 50)).toEqual([]);
});
