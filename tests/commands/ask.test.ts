import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Document } from '../../src/core/document.ts';
import type { Quotation } from '../../src/core/quotation.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';
import { botOnStandIn, ownCommands } from '../builders/bot.ts';
import { deskOf, documentOf } from '../builders/document.ts';
import { memoryOf } from '../builders/storage.ts';

const depths = ['nine', 'seven', 'six', 'five', 'four'].map(
  (depth, index) => `Harbour ${index} is ${depth} metres deep.`,
);
const harbours = documentOf(['Depths were measured in spring.', ...depths], { url: 'https://example.org/h' });
const lights = documentOf(['The western light burns gas.'], { id: 'lights.md', title: 'Lights' });
const served: Document[] = [harbours, lights];
const altered: Quotation[] = [];

const database = openDatabase(':memory:');
const storage = storageOver(database);

let discord: Awaited<ReturnType<typeof botOnStandIn>>;
beforeAll(async () => {
  discord = await botOnStandIn(deskOf(served, { altered }), await ownCommands(), {
    services: { memory: memoryOf(storage) },
  });
});
afterAll(() => discord.stop());

async function ask(options: Record<string, string | boolean>) {
  return messageOf(await discord.slash({ command: 'ask', options }));
}

type Reaction = Awaited<ReturnType<typeof discord.slash>>;

/** A message as its reader sees it. */
function messageOf(reaction: Reaction) {
  if (reaction.outcome !== 'replied' && reaction.outcome !== 'updated')
    throw new Error(`There is no message: ${reaction.outcome}`);
  const { message, visibleTo } = reaction.posted;
  const [embed] = message.embeds as { description?: string; footer?: { text: string } }[];
  const rows = message.components as { components: { label: string; custom_id: string; disabled?: boolean }[] }[];
  return {
    id: message.id,
    private: visibleTo !== undefined,
    text: embed?.description ?? '',
    buttons: rows.flatMap((row) => row.components),
  };
}

async function press({ id, buttons }: Awaited<ReturnType<typeof ask>>, label: string, member?: string) {
  const button = buttons.find((candidate) => candidate.label === label);
  return messageOf(await discord.press(id, button?.custom_id ?? `no button ${label}`, member));
}

test('an answer goes to the channel, and its buttons answer whoever presses them', async () => {
  const answer = await ask({ question: 'which harbour is deep?' });
  expect(answer.private).toBe(false);
  expect(answer.text).toContain(
    '> **Harbour 0 is nine metres deep.**\n**1** · Harbours · ¶ 2 · [source](https://example.org/h)',
  );
  expect(answer.buttons.map(({ label }) => label)).toEqual([
    'Context 1',
    'Context 2',
    'Context 3',
    'More',
    'Helpful',
    'Not helpful',
  ]);

  const context = await press(answer, 'Context 1', 'jun');
  expect(context.private).toBe(true);
  expect(context.text).toBe(
    '-# ¶ 1\n> Depths were measured in spring.\n-# **¶ 2** · [source](https://example.org/h)\n> **Harbour 0 is nine metres deep.**\n-# ¶ 3\n> Harbour 1 is seven metres deep.',
  );

  const more = await press(answer, 'More', 'jun');
  expect(more.private).toBe(true);
  expect(more.text).toContain('> **Harbour 4 is four metres deep.**\n**5** · Harbours · ¶ 6');
});

test('one document alone can be asked, by its path or its title', async () => {
  expect((await ask({ question: 'does the harbour light burn gas?', document: 'lights.md' })).text).toContain(
    'western light',
  );
  expect((await ask({ question: 'which light or harbour?', document: 'LIGHTS' })).text).not.toContain('Harbour');
});

test('a private answer is seen by the asker alone until it is shown to everyone, once', async () => {
  const answer = await ask({ question: 'what does the light burn?', private: true });
  expect(answer.private).toBe(true);
  const updated = await press(answer, 'Show everyone');
  expect(updated.buttons.at(-1)).toMatchObject({ label: 'Shown to everyone', disabled: true });
  await expect.poll(() => discord.messages('general').at(-1)?.visibleTo).toBeUndefined();
  const shown = discord.messages('general').at(-1)?.message;
  expect(JSON.stringify(shown?.embeds)).toContain('The western light burns gas.');
});

/** What is kept of the server, oldest first, with names instead of ids. */
async function kept() {
  const guild = discord.guilds[0];
  const nameOf = (user: string) => guild?.members.find(({ id }) => id === user)?.username;
  const channelOf = (channel: string) => guild?.channels.find(({ id }) => id === channel)?.name;
  const questions = (await storage.questions.since(guild?.id ?? '', 0, 99)).toReversed();
  const feedback = (await storage.feedback.since(guild?.id ?? '', 0)).toReversed();
  return {
    questions: questions.map(({ user, channel, ...logged }) => ({
      ...logged,
      user: nameOf(user),
      channel: channelOf(channel),
    })),
    feedback: feedback.map(({ user, question, helpful }) => `${nameOf(user)}: ${question} ${helpful ? '+' : '-'}`),
  };
}

test('each question is logged with where and by whom it was asked, and whether the documents answered', async () => {
  const logged = async () => (await kept()).questions.slice(-3);
  await ask({ question: 'does the western light burn oil?', document: 'lights.md' });
  await ask({ question: 'who governs zanzibar?', private: true });
  await ask({ question: '🚢' });
  await ask({ question: 'which light?' });
  const asked = { user: 'mara', channel: 'general', private: false, found: true };
  await expect.poll(logged).toMatchObject([
    { ...asked, question: 'does the western light burn oil?', document: 'lights.md' },
    { ...asked, question: 'who governs zanzibar?', private: true, found: false },
    { ...asked, question: 'which light?' },
  ]);
});

test('readers say whether an answer helped, also where the documents are silent, and the last word of each counts', async () => {
  const answer = await ask({ question: 'what does the light burn?' });
  const silence = await ask({ question: 'who governs zanzibar?' });
  expect(await press(answer, 'Helpful', 'jun')).toMatchObject({
    private: true,
    text: 'Thank you: noted as helpful. Press the other button if you change your mind.',
  });
  await press(answer, 'Helpful', 'tom');
  expect(await press(answer, 'Not helpful', 'jun')).toMatchObject({
    private: true,
    text: 'Thank you: noted as not helpful. Asking in other words may find more.',
  });
  await press(silence, 'Helpful', 'jun');
  expect((await kept()).feedback).toEqual([
    'tom: what does the light burn? +',
    'jun: what does the light burn? -',
    'jun: who governs zanzibar? +',
  ]);
});

test('where nothing can be kept, questions are answered, and buttons that work without it stay', async () => {
  const before = await ask({ question: 'which harbour is deep?' });
  database.connection.exec('PRAGMA query_only = ON');
  try {
    const answer = await ask({ question: 'which harbour is deep?', private: true });
    expect(answer.text).toContain('> **Harbour 0 is nine metres deep.**');
    expect(answer.buttons.map(({ label }) => label)).toEqual(['Context 1', 'Context 2', 'Context 3']);
    expect((await press(answer, 'Context 1')).text).toContain('Depths were measured in spring.');
    expect((await press(before, 'More')).text).toContain('Harbour 4');
    expect(await press(before, 'Helpful')).toMatchObject({
      private: true,
      text: 'The bot may not write down what it should keep, so this was not saved. Tell whoever runs the bot, then try again.',
    });
  } finally {
    database.connection.exec('PRAGMA query_only = OFF');
  }
});

test.each([
  ['  ', 'no word to search for'],
  ['🚢', 'no word to search for'],
  ['who governs zanzibar?', 'The documents do not say. Searched: 2 documents, 7 passages.'],
  ['zanzibar '.repeat(666), 'The documents do not say.'],
])('the question %j is answered honestly', async (question, words) => {
  expect((await ask({ question })).text).toContain(words);
});

test('an unknown document is a kind word to the asker alone', async () => {
  const { text, private: hidden } = await ask({ question: 'how deep?', document: '**nowhere**' });
  expect(text).toBe(
    'There is no document called “\\*\\*nowhere\\*\\*”. Write its title, or its path in the folder of the documents.',
  );
  expect(hidden).toBe(true);
});

test('documents are offered as one types', async () => {
  const reaction = await discord.autocomplete({
    command: 'ask',
    options: { question: 'x', document: 'li' },
    typing: 'document',
  });
  expect(reaction).toEqual({ outcome: 'choices', choices: [{ name: 'Lights', value: 'lights.md' }] });
});

test.each([
  [
    'has changed',
    [documentOf(['The keeper wakes.'], { id: 'keeper.md', title: 'The keeper' })],
    '“The keeper” has been changed since this was quoted. Ask again with /ask for what it says now.',
  ],
  [
    'is gone',
    [],
    'That passage is gone: its document was removed, or this channel searches it no longer. Ask again with /ask for what there is now.',
  ],
])('a passage whose document %s since is not shown as if it were there', async (_, now, words) => {
  const quoted = documentOf(['The lighthouse keeper sleeps.'], { id: 'keeper.md', title: 'Keeper' });
  const later = deskOf(now);
  const desk = { ...deskOf([quoted]), context: later.context, library: later.library };
  const own = await botOnStandIn(desk, await ownCommands());
  try {
    const answer = messageOf(await own.slash({ command: 'ask', options: { question: 'who sleeps?' } }));
    const reaction = await own.press(answer.id, answer.buttons[0]?.custom_id ?? '');
    expect(messageOf(reaction)).toMatchObject({ private: true, text: words });
  } finally {
    await own.stop();
  }
});

test('nothing of all this broke a rule of Discord', () => {
  expect(discord.violations).toEqual([]);
  expect(altered).toEqual([]);
});
