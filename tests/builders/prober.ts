import { Routes } from 'discord.js';
import { parseCustomId } from '../../src/discord/custom-id.ts';
import type { OptionValue, OptionValues } from '../../src/playground/command-options.ts';
import { isJson, type Json, objects } from '../../src/playground/form.ts';
import type { Reaction } from '../../src/playground/interactions.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';
import { ownCommands } from './bot.ts';

/** Where somebody tries everything, by names; `side` is the channel that they name in options. */
export type Spot = { readonly guild: string; readonly channel: string; readonly side: string; readonly member: string };

/** What was tried, and everything that came back. */
export type Heard = { readonly tried: string; readonly said: string };

export type Component = Json & { readonly custom_id: string };

const [SUBCOMMAND, GROUP, TEXT, WHOLE, YES_NO, CHANNEL, NUMBER, ATTACHMENT] = [1, 2, 3, 4, 5, 7, 10, 11] as const;
const [ROW, BUTTON, LABEL, INPUT] = [1, 2, 18, 4] as const;
const MODAL_SUBMIT = 5;

/**
 * Somebody who tries every command that is registered, with every option, everything offered while they type, every menu,
 * button, list and form, with words for which they should get nothing. No command is named here, so that a new one is
 * tried by itself. `settle` waits until the bot has nothing left to do.
 */
export function createProber(discord: StandIn, { side, ...here }: Spot, settle: () => Promise<void>) {
  const heard: Heard[] = [];
  const met = new Map<string, { readonly component: Component; readonly message: string }>();
  const guild = discord.guilds.find(({ name }) => name === here.guild);
  const channel = guild?.channels.find(({ name }) => name === here.channel);
  const commands = [...discord.commands(undefined), ...discord.commands(guild?.id)];
  const leaves = commands.flatMap((command) => (command.type === 1 ? leavesOf(command, String(command.name)) : []));
  const menus = commands.flatMap((command) => (command.type === 3 ? [String(command.name)] : []));

  async function note(tried: string, act: () => Promise<Reaction>): Promise<Reaction | undefined> {
    try {
      const reaction = await act();
      heard.push({ tried, said: JSON.stringify(reaction) });
      const message = 'posted' in reaction ? reaction.posted.message : undefined;
      const components = message?.components.flatMap((row) => row['components'] as readonly Component[]) ?? [];
      for (const component of components)
        if (message && component['disabled'] !== true && !met.has(component.custom_id))
          met.set(component.custom_id, { component, message: message.id });
      return reaction;
    } catch (error) {
      heard.push({ tried, said: String(error) });
      return undefined;
    } finally {
      await settle();
    }
  }

  /** Presses a button, or chooses everything that a list offers, one after the other. */
  async function use(message: string, component: Component, what: string): Promise<readonly (Reaction | undefined)[]> {
    const id = component.custom_id;
    if (component['type'] === BUTTON)
      return [await note(`press ${what}`, () => discord.press(message, id, here.member))];
    const reactions: (Reaction | undefined)[] = [];
    for (const { value } of objects(component['options']))
      reactions.push(
        await note(`choose ${String(value)} ${what}`, () => discord.select(message, id, String(value), here.member)),
      );
    return reactions;
  }

  /** Posts a message as the bot, with somebody else's buttons and lists. */
  async function post(rows: readonly (readonly Component[])[]): Promise<string> {
    const components = rows.map((row) => ({
      type: ROW,
      components: row.map((component) => ({ ...component, id: undefined, disabled: undefined })),
    }));
    const response = await fetch(`${discord.apiUrl}/v10${Routes.channelMessages(channel?.id ?? '')}`, {
      method: 'POST',
      headers: { authorization: 'Bot any', 'content-type': 'application/json' },
      body: JSON.stringify({ embeds: [{ description: 'Copied.' }], components }),
    });
    if (!response.ok) throw new Error(await response.text());
    return ((await response.json()) as { readonly id: string }).id;
  }

  return {
    heard,
    /** Every button and list that was met. */
    met: (): readonly Component[] => [...met.values()].map(({ component }) => component),
    /** Every command with some of these words in every option. */
    async useCommands(words: readonly string[]): Promise<void> {
      for (const [at, { path, options }] of leaves.entries())
        for (const filling of fillings(options, [...words.slice(at % words.length), ...words], side))
          await note(`/${path} ${JSON.stringify(filling)}`, () =>
            discord.slash({ ...here, command: path, options: filling }),
          );
    },
    /** Everything that is offered while these words, or nothing yet, are typed into any option. */
    async type(words: readonly string[]): Promise<void> {
      for (const { path, options } of leaves)
        for (const typing of options.flatMap(({ autocomplete, name }) => (autocomplete === true ? [String(name)] : [])))
          for (const typed of ['', ...words])
            await note(`/${path} ${typing}:${typed}…`, () =>
              discord.autocomplete({ ...here, command: path, options: { [typing]: typed }, typing }),
            );
    },
    /** Every command of a message's menu, on a message with these words. */
    async useMenus(content: string): Promise<void> {
      const { message } = discord.write({ ...here, content });
      for (const command of menus)
        await note(`${command} of ${content}`, () =>
          discord.contextMenu({ command, message: message.id, member: here.member }),
        );
    },
    /** Every button and list that was met, and every form that opens, filled with these words. */
    async useComponents(words: readonly string[]): Promise<void> {
      const before = [...met];
      for (const [id, { component, message }] of before) {
        for (const reaction of await use(message, component, id)) {
          if (reaction?.outcome !== 'modal') continue;
          const fields = objects(reaction.modal['components']).flatMap((row) =>
            isJson(row['component']) ? [row['component']] : [],
          );
          const values = fields.map((field, at) => [field['custom_id'], fit(words, at, field['max_length'] ?? 4000)]);
          await note(`send the form of ${id}`, () => discord.submit(reaction.id, Object.fromEntries(values)));
        }
      }
    },
    /** Buttons and lists that were copied from elsewhere, as if the bot had posted them here. */
    async useCopies(copied: readonly Component[]): Promise<void> {
      const each = [...new Map(copied.map((component) => [component.custom_id, component])).values()];
      const [buttons, lists] = [each.filter(({ type }) => type === BUTTON), each.filter(({ type }) => type !== BUTTON)];
      const rows = [...chunks(buttons, 5), ...lists.map((list) => [list])];
      for (const held of chunks(rows, 5)) {
        const message = await post(held);
        for (const component of held.flat()) await use(message, component, `a copy of ${component.custom_id}`);
      }
    },
    /** Every kind of form there is, as if it had been opened by one of these buttons, with a word in every field. */
    async sendForms(copied: readonly Component[], word: string): Promise<void> {
      const verbs = (await ownCommands()).flatMap(({ modals }) => Object.keys(modals ?? {}));
      const states = new Set(copied.map(({ custom_id }) => parseCustomId(custom_id)?.state.join(':') ?? ''));
      let template: Json = {};
      const unwatch = discord.watch((seen) => {
        if (seen.kind === 'event' && seen.name === 'INTERACTION_CREATE') template = seen.data;
      });
      await this.useMenus(word);
      unwatch();
      const fields = ['question', 'title', 'author', 'date', 'url', 'tags'];
      const components = fields.map((field, at) => ({
        type: LABEL,
        id: at + 1,
        component: { type: INPUT, id: at + 50, custom_id: field, value: word },
      }));
      for (const [at, custom_id] of verbs
        .flatMap((verb) => [...states].map((state) => `v1:${verb}:${state}`))
        .entries()) {
        const id = String(BigInt(String(template['id'])) + BigInt(at + 1));
        const data = { custom_id, components };
        discord.gateway.dispatch(
          'INTERACTION_CREATE',
          { ...template, id, token: `form-${at}`, type: MODAL_SUBMIT, data },
          guild?.id ?? '',
        );
        const answer = () =>
          discord.exchanges.findLast(({ path }) => path === `/interactions/${id}/form-${at}/callback`);
        while (!answer()) await new Promise((resolve) => setImmediate(resolve));
        heard.push({ tried: `send ${custom_id}`, said: JSON.stringify(answer()?.body) });
        await settle();
      }
    },
  };
}

/** The commands that can be sent, with their options. */
function leavesOf(
  command: Json,
  path: string,
): readonly { readonly path: string; readonly options: readonly Json[] }[] {
  const options = objects(command['options']);
  const inner = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  return inner.length > 0
    ? inner.flatMap((each) => leavesOf(each, `${path} ${String(each['name'])}`))
    : [{ path, options }];
}

/** Only what has to be filled in, everything, and everything with each other choice of an option. */
function fillings(options: readonly Json[], words: readonly string[], side: string): readonly OptionValues[] {
  const filled = options.map((option, at) => ({
    name: String(option['name']),
    option,
    values: valuesFor(option, words, at, side),
  }));
  const firsts = (wanted: typeof filled): OptionValues =>
    Object.fromEntries(wanted.flatMap(({ name, values: [value] }) => (value === undefined ? [] : [[name, value]])));
  const whole = firsts(filled);
  const others = filled.flatMap(({ name, values }) => values.slice(1).map((value) => ({ ...whole, [name]: value })));
  return [firsts(filled.filter(({ option }) => option['required'] === true)), whole, ...others];
}

/** Every value that an option may have for some words. */
function valuesFor(option: Json, words: readonly string[], at: number, side: string): readonly OptionValue[] {
  const choices = objects(option['choices']).map(({ value }) => value as OptionValue);
  if (choices.length > 0) return choices;
  const least = Number(option['min_value'] ?? 1);
  const values: Readonly<Record<number, OptionValue>> = {
    [TEXT]: fit(words, at, option['max_length'] ?? 6000),
    [WHOLE]: least,
    [NUMBER]: least,
    [YES_NO]: true,
    [CHANNEL]: side,
    [ATTACHMENT]: { name: 'plain.md', content: Buffer.from('Plain words.') },
  };
  const value = values[Number(option['type'])];
  return value === undefined ? [] : [value];
}

function fit(words: readonly string[], at: number, most: unknown): string {
  return (words[at % words.length] ?? '').slice(0, Number(most));
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
