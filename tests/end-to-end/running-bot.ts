import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Desk } from '../../src/core/desk.ts';
import { loadCommands } from '../../src/discord/load-commands.ts';
import { type Bot, type BotOptions, startBot } from '../../src/discord/start-bot.ts';
import { openDesk } from '../../src/open-desk.ts';
import type { Reaction } from '../../src/playground/interactions.ts';
import type { Posted } from '../../src/playground/messages.ts';
import type { Exchange } from '../../src/playground/rest.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { always, servicesOf } from '../builders/bot.ts';
import { createSchemaChecks } from '../discord-schema.ts';
import { DOCUMENTS } from './invented-documents.ts';

type Button = { readonly label: string; readonly custom_id: string; readonly disabled?: boolean };
type Embed = { readonly title?: string; readonly description?: string; readonly footer?: { readonly text: string } };

const commands = await loadCommands(join(import.meta.dirname, '../../commands'));

/**
 * The whole bot over invented documents, against a stand-in of its own for every test of a file. After each test the bot
 * must have broken no rule of Discord's, save those that the test said it would, and logged no error.
 */
export function runBot() {
  const logged: { level: number; msg: string }[] = [];
  const log = pino(
    { level: 'info' },
    { write: (line: string) => void logged.push(JSON.parse(line) as (typeof logged)[0]) },
  );
  const exchanges: Exchange[] = [];
  let folder: string;
  let data: string;
  let desk: Desk;
  let standIn: StandIn;
  let running: Bot[];
  let provoked: readonly unknown[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attache-'));
    await Promise.all(Object.entries(DOCUMENTS).map(([name, text]) => writeFile(join(folder, name), text)));
    data = await mkdtemp(join(tmpdir(), 'attache-data-'));
    desk = await openDesk({ knowledge: folder, data, log, analysis: 'awaited' });
  });
  afterAll(() => Promise.all([folder, data].map((made) => rm(made, { recursive: true }))));

  beforeEach(async () => {
    standIn = await startStandIn();
    [running, provoked, logged.length] = [[], [], 0];
  });
  afterEach(async () => {
    await Promise.all(running.map((bot) => bot.stop()));
    await standIn.stop();
    exchanges.push(...standIn.exchanges);
    expect(standIn.violations).toEqual(provoked);
    expect(logged.filter(({ level }) => level >= 50)).toEqual([]);
  });

  return {
    standIn: () => standIn,
    /** Sentences logged since the test began. */
    logged: () => logged.map(({ msg }) => msg),
    /** Announces violations that a test brings about on purpose. */
    provoke: (...violations: readonly unknown[]): void => void (provoked = violations),
    async start(options: Partial<BotOptions> = {}): Promise<Bot> {
      const bot = await startBot({
        token: 'a.b.c',
        apiUrl: standIn.apiUrl,
        servicesFor: always(servicesOf(desk)),
        log,
        commands,
        ...options,
      });
      running.push(bot);
      return bot;
    },
    desk: (): Desk => desk,
    deskOver: (knowledge: string): Promise<Desk> => openDesk({ knowledge, data, log, analysis: 'awaited' }),
    /** Asks as a member called jun, and gives the message that answers. */
    ask: async (question: string, options: Record<string, string | boolean> = {}): Promise<Posted> =>
      posted(await standIn.slash({ command: 'ask', member: 'jun', options: { question, ...options } })),
    /** Presses the button with that label, and gives the message that comes of it. */
    press: async (on: Posted, label: string, member = 'jun'): Promise<Posted> =>
      posted(
        await standIn.press(
          on.message.id,
          buttonsOf(on).find((button) => button.label === label)?.custom_id ?? label,
          member,
        ),
      ),
    /** What of all bodies sent in the file's finished tests does not conform to Discord's own schema. */
    faultsOfEveryBody(): string[] {
      const { validateRequest } = createSchemaChecks();
      const bodies = exchanges.filter(({ body }) => body !== undefined);
      expect(bodies.length).toBeGreaterThan(3);
      return bodies.flatMap(({ method, path, body }) => validateRequest(method, path, body));
    },
  };
}

/** What a person sees of a message: who sees it, title, text, footer and the labels of its buttons. */
export function seen(of: Posted): string {
  const parts = embedsOf(of).flatMap(({ title, description, footer }) => [title, description, footer?.text]);
  const labels = buttonsOf(of).map(({ label, disabled }) => (disabled ? `(${label})` : `[${label}]`));
  const privacy = of.visibleTo === undefined ? undefined : 'Only you can see this';
  return [privacy, ...parts, labels.join(' ')].filter(Boolean).join('\n');
}

export function embedsOf({ message }: Posted): readonly Embed[] {
  return message.embeds as readonly Embed[];
}

export function buttonsOf({ message }: Posted): readonly Button[] {
  return message.components.flatMap(({ components }) => components as Button[]);
}

function posted(reaction: Reaction): Posted {
  if (!('posted' in reaction)) throw new Error(`No message came, but ${JSON.stringify(reaction)}`);
  return reaction.posted;
}
