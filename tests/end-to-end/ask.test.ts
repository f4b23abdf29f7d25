import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openMemory } from '../../src/open-memory.ts';
import { openStorage } from '../../src/open-storage.ts';
import { always, servicesOf } from '../builders/bot.ts';
import { readableLog } from '../builders/log.ts';
import { schemaIsPresent } from '../discord-schema.ts';
import { buttonsOf, embedsOf, runBot, seen } from './running-bot.ts';

const bot = runBot();
const realDocuments = join(process.env['ATTACHE_SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'documents');

describe('Asking', () => {
  it('is answered in the words of the documents, with paragraph and source', async () => {
    await bot.start();
    const [question, quotation, citation] = seen(await bot.ask('How old is the oldest of the ferries?')).split('\n');
    expect(question).toBe('How old is the oldest of the ferries?');
    expect(quotation).toBe(
      '> Tern Harbour keeps eleven ferries, of which two are out of service. **The oldest of the ferries was built in 1987.**',
    );
    expect(citation).toContain('The Tern Harbour plan › Ships · ¶ 2 · 2024-05-02 · [source](https://example.org/tern)');
  });

  it('of one document, chosen from the list that appears as one types', async () => {
    await bot.start();
    const type = (document: string) =>
      bot.standIn().autocomplete({ command: 'ask', typing: 'document', options: { document } });
    expect(await type('tern')).toMatchObject({
      choices: [{ name: 'The Tern Harbour plan', value: 'tern-harbour.md' }],
    });
    expect(await type('')).toMatchObject({
      choices: [{ value: 'kisoku.txt' }, { value: 'tern-harbour.md' }, { value: 'winches.txt' }],
    });

    const question = 'How many tonnes does a winch lift?';
    expect(seen(await bot.ask(question, { document: 'winches.txt' }))).toContain('nine tonnes');
    expect(seen(await bot.ask(question, { document: 'tern-harbour.md' }))).not.toContain('nine tonnes');
  });

  it('of an unknown document is answered in private, with one that resembles it', async () => {
    await bot.start();
    expect(seen(await bot.ask('How many ferries are there?', { document: 'tern harbor' }))).toMatchInlineSnapshot(`
      "Only you can see this
      There is no document called “tern harbor”. Did you mean “The Tern Harbour plan”?"
    `);
  });

  it('what no document says is answered by saying so, to everyone', async () => {
    await bot.start();
    const reply = await bot.ask('Which violin concertos did Sibelius write?');
    expect(seen(reply)).toMatch(/The documents do not say\. Searched: 3 documents, \d+ passages\./u);
    expect(reply.visibleTo).toBeUndefined();
  });

  it.each([
    ['of spaces', '   '],
    ['of one emoji', '🐟'],
    ['of stop words', 'the of and'],
    ['of one word of 6,000 letters', 'x'.repeat(6000)],
    ['of 1,000 words', 'ferry '.repeat(1000)],
    ['of marks and mentions', '@everyone <@1> ||a|| [b](https://example.com) `c`'],
  ])('a question %s is answered too', async (_what, question) => {
    await bot.start();
    expect(seen(await bot.ask(question))).not.toContain('Something went wrong');
  });

  it('is answered in text that pings nobody and masks no link, whatever a document holds', async () => {
    await bot.start();
    const reply = await bot.ask('What must I read before I touch a capstan?');
    const [{ description = '' } = {}] = embedsOf(reply);
    expect(description).toContain('before you touch a capstan');
    expect(description.replaceAll(/\\./gu, '')).not.toMatch(/<@|\|\||`|\[the/u);
    expect(bot.standIn().exchanges.at(-1)?.body).toMatchObject({ data: { allowed_mentions: { parse: [] } } });
  });

  it('breaks no limit over a document without an end', async () => {
    await bot.start();
    const reply = await bot.ask('港の規則');
    expect(seen(reply)).toContain('[…]');
    expect(seen(await bot.press(reply, buttonsOf(reply)[0]?.label ?? ''))).toContain('[…]');
  });
});

describe('The buttons of an answer', () => {
  it('Context shows the paragraphs around a quotation to the person who pressed', async () => {
    await bot.start();
    const reply = await bot.ask('How many tonnes does a winch lift?', { document: 'winches.txt' });
    const context = await bot.press(reply, buttonsOf(reply)[0]?.label ?? '', 'tom');
    expect(seen(context)).toMatchInlineSnapshot(`
      "Only you can see this
      Winches are oiled in March.
      -# ¶ 1
      > Winches are oiled in March.
      -# **¶ 2**
      > **A winch lifts nine tonnes; no winch may lift a person.**
      quoted word for word"
    `);
    const tom = bot.standIn().guilds[0]?.members.find(({ username }) => username === 'tom');
    expect(context.visibleTo).toBe(tom?.id);
  });

  it('More shows further quotations to the person who pressed', async () => {
    await bot.start();
    const reply = await bot.ask('What do the ferries cost the town?');
    const more = await bot.press(reply, 'More', 'tom');
    expect(seen(more)).toMatch(/^Only you can see this\n[^]*¶/u);
    expect(embedsOf(more)[0]?.description).not.toBe(embedsOf(reply)[0]?.description);
  });

  it('Show everyone posts a private answer to the channel, once', async () => {
    await bot.start();
    const hidden = await bot.ask('How many ferries are there?', { private: true });
    expect(seen(hidden)).toContain('Only you can see this');
    await expect(bot.press(hidden, 'Show everyone', 'tom')).rejects.toThrow('not visible to this member');

    const updated = await bot.press(hidden, 'Show everyone');
    expect(seen(updated)).toContain('(Shown to everyone)');
    const inChannel = () =>
      bot
        .standIn()
        .messages('general')
        .filter(({ visibleTo }) => visibleTo === undefined);
    await vi.waitFor(() => expect(inChannel().map(({ message }) => message.embeds)).toEqual([hidden.message.embeds]));
    await expect(bot.press(updated, 'Shown to everyone')).rejects.toThrow('that can be pressed');
  });

  it('work after a restart of the bot, and what was said of an answer is kept', async () => {
    const data = await mkdtemp(join(tmpdir(), 'attache-'));
    onTestFinished(() => rm(data, { recursive: true }));
    /** What a bot works with that was started on that folder; `end` is how it ends. */
    const remembering = async () => {
      const storage = await openStorage({ data, log: readableLog().log });
      const { memory, stop } = await openMemory({ storage, keptDays: 30, now: Date.now });
      const end = async () => {
        stop();
        await storage.close();
      };
      return { storage, services: servicesOf(bot.desk(), { memory }), end };
    };
    const before = await remembering();
    const first = await bot.start({ servicesFor: always(before.services) });
    const reply = await bot.ask('What do the ferries cost the town?');
    await bot.press(reply, 'Not helpful');
    await first.stop();
    await before.end();

    const after = await remembering();
    onTestFinished(after.end);
    await bot.start({ servicesFor: always(after.services) });
    expect(seen(await bot.press(reply, 'More', 'tom'))).toMatch(/^Only you can see this\n[^]*¶/u);
    await bot.press(reply, 'Helpful', 'tom');
    const feedback = await after.storage.feedback.since(bot.standIn().guilds[0]?.id ?? '', 0);
    expect(feedback.map(({ question, helpful }) => [question, helpful])).toEqual([
      ['What do the ferries cost the town?', true],
      ['What do the ferries cost the town?', false],
    ]);
  });

  it('say kindly that they have expired, when the bot has forgotten the question', async () => {
    const first = await bot.start();
    const reply = await bot.ask('What do the ferries cost the town?');
    await first.stop();
    await bot.start();
    expect(seen(await bot.press(reply, 'More', 'tom'))).toMatchInlineSnapshot(`
      "Only you can see this
      That button has expired. Ask again with /ask, and fresh ones come with the answer."
    `);
    expect(seen(await bot.press(reply, buttonsOf(reply)[0]?.label ?? ''))).toContain('¶');
  });
});

describe.skipIf(!existsSync(realDocuments))('Asking real documents', () => {
  it.each([
    ['how many Tomahawks does Japan want?', /Tomahawk/u],
    ['When did South Korea open its mission to NATO?', /NATO/u],
    ['What did Stoltenburg say in Seoul?', /Stoltenberg/u],
  ])('%s', async (question, expected) => {
    await bot.start({ servicesFor: always(servicesOf(await bot.deskOver(realDocuments))) });
    const reply = await bot.ask(question);
    const [{ description = '', footer } = {}] = embedsOf(reply);
    const [, answer] = /\*\*(?!\d+\*\*)(.+?)\*\*/u.exec(description) ?? [];
    expect(answer).toMatch(expected);
    expect(footer?.text).toContain('quoted word for word');
    expect(seen(await bot.press(reply, buttonsOf(reply)[0]?.label ?? ''))).toContain('¶');
  });
});

it.skipIf(!schemaIsPresent)("Every body sent above conforms to Discord's own schema", () => {
  expect(bot.faultsOfEveryBody()).toEqual([]);
});
