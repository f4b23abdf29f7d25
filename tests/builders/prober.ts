import { Routes } from 'discord.js';
import type { Json } from '../../src/playground/form.ts';
import { isJson, objects } from '../../src/playground/form.ts';
import type { OptionValue, OptionValues } from '../../src/playground/command-options.ts';
import type { Reaction } from '../../src/playground/interactions.ts';
import type { StandIn } from '../../src/playground/stand-in.ts';

/** Where somebody tries everything, and where else they may point to. */
export type Spot = { readonly guild: string; readonly channel: string; readonly side: string; readonly member: string };

/** What was tried, and everything that came back. */
export type Heard = { readonly tried: string; readonly said: string };

type Component = Json & { readonly custom_id: string };

const [SUBCOMMAND, GROUP, TEXT, WHOLE, YES_NO, CHANNEL, NUMBER, ATTACHMENT] = [1, 2, 3, 4, 5, 7, 10, 11];
const BUTTON = 2;
const BUTTONS_OF_A_MESSAGE = 25;

/**
 * Somebody who tries every command that is registered, with every option, everything offered while they type, every menu,
 * button, list and form, with words that they should not get anything for. Nothing here names a command.
 */
export function createProber(discord: StandIn, spot: Spot) {
  const { side, ...here } = spot;
  const heard: Heard[] = [];
  const met = new Map<string, { readonly component: Component; readonly message: string }>();

  async function note(tried: string, act: () => Promise<Reaction>): Promise<Reaction | undefined> {
    try {
      const reaction = await act();
      heard.push({ tried, said: JSON.stringify(reaction) });
      if ('posted' in reaction) {
        const { message } = reaction.posted;
        for (const component of message.components.flatMap(({ components }) => components as readonly Component[]))
          if (component['disabled'] !== true && !met.has(component.custom_id))
            met.set(component.custom_id, { component, message: message.id });
      }
      return reaction;
    } catch (error) {
      heard.push({ tried, said: String(error) });
      return undefined;
    }
  }

  const commands = () => [...discord.commands(undefined), ...discord.commands(discord.guilds.find(({ name }) => name === here.guild)?.id)];
  const leaves = commands().flatMap((command) => (command.type === 1 ? leavesOf(command, String(command.name)) : []));
  const menus = commands().flatMap((command) => (command.type === 3 ? [String(command.name)] : []));

  /** Every value that an option may have for some words. */
  function valuesFor(option: Json, words: readonly string[], at: number): readonly OptionValue[] {
    const choices = objects(option['choices']).map(({ value }) => value as OptionValue);
    if (choices.length > 0) return choices;
    const text = (words[at % words.length] ?? '').slice(0, Number(option['max_length'] ?? 6000));
    const values: Readonly<Record<number, OptionValue>> = {
      [TEXT as number]: text,
      [WHOLE as number]: Number(option['min_value'] ?? 1),
      [NUMBER as number]: Number(option['min_value'] ?? 1),
      [YES_NO as number]: true,
      [CHANNEL as number]: side,
      [ATTACHMENT as number]: { name: 'plain.md', content: Buffer.from('Plain words.') },
    };
    const value = values[Number(option['type'])];
    return value === undefined ? [] : [value];
  }

  function fillings(options: readonly Json[], words: readonly string[]): readonly OptionValues[] {
    const filled = options.map((option, at) => ({ option, values: valuesFor(option, words, at) }));
    const whole = Object.fromEntries(filled.flatMap(({ option, values: [value] }) => (value === undefined ? [] : [[option['name'], value]])));
    const required = Object.fromEntries(
      filled.flatMap(({ option, values: [value] }) => (option['required'] === true && value !== undefined ? [[option['name'], value]] : [])),
    );
    const others = filled.flatMap(({ option, values }) => values.slice(1).map((value) => ({ ...whole, [String(option['name'])]: value })));
    return [required, whole, ...others];
  }

  return {
    heard,
    /** Every custom id that was met, with the values of lists. */
    met: () => [...met.values()].map(({ component }) => component),
    /** Every command with some of these words in every option, and what is offered for each of them. */
    async useCommands(words: readonly string[]): Promise<void> {
      for (const { path, options } of leaves) {
        for (const filling of fillings(options, words))
          await note(`/${path} ${JSON.stringify(filling)}`, () => discord.slash({ ...here, command: path, options: filling }));
        for (const typing of options.filter(({ autocomplete }) => autocomplete === true).map(({ name }) => String(name)))
          for (const typed of ['', ...words, ...words.map((word) => word.slice(0, 3))])
            await note(`/${path} ${typing}:${typed}…`, () =>
              discord.autocomplete({ ...here, command: path, options: { [typing]: typed }, typing }),
            );
      }
    },
    /** Every command of a message's menu, on a message with these words. */
    async useMenus(content: string): Promise<void> {
      const { message } = discord.write({ ...here, content });
      for (const command of menus)
        await note(`${command}: ${content}`, () => discord.contextMenu({ command, message: message.id, member: here.member }));
    },
    /** Every button and list that was met, and every form that opens, filled with these words. */
    async useComponents(words: readonly string[]): Promise<void> {
      for (const [id, { component, message }] of [...met]) {
        const reactions =
          component['type'] === BUTTON
            ? [await note(`press ${id}`, () => discord.press(message, id, here.member))]
            : await inTurn(objects(component['options']), ({ value }) =>
                note(`choose ${id} ${String(value)}`, () => discord.select(message, id, String(value), here.member)),
              );
        for (const reaction of reactions) {
          if (reaction?.outcome !== 'modal') continue;
          const fields = objects(reaction.modal['components']).flatMap((row) => (isJson(row['component']) ? [row['component']] : []));
          const values = Object.fromEntries(
            fields.map((field, at) => [field['custom_id'], (words[at % words.length] ?? '').slice(0, Number(field['max_length'] ?? 4000))]),
          );
          await note(`send ${id}`, () => discord.submit(reaction.id, values));
        }
      }
    },
    /** Buttons and lists that were copied from elsewhere, as if the bot had posted them here. */
    async useCopies(copied: readonly Component[]): Promise<void> {
      const place = discord.guilds.find(({ name }) => name === here.guild)?.channels.find(({ name }) => name === here.channel);
      const buttons = copied.filter(({ type }) => type === BUTTON);
      const lists = copied.filter(({ type }) => type !== BUTTON);
      const messages = [
        ...chunks(buttons, BUTTONS_OF_A_MESSAGE).map((chunk) => chunks(chunk, 5)),
        ...chunks(lists, 5).map((chunk) => chunk.map((list) => [list])),
      ];
      for (const rows of messages) {
        const components = rows.map((row) => ({ type: 1, components: row.map(({ id: _, disabled: __, ...component }) => component) }));
        const response = await fetch(`${discord.apiUrl}/v10${Routes.channelMessages(place?.id ?? '')}`, {
          method: 'POST',
          headers: { authorization: 'Bot any', 'content-type': 'application/json' },
          body: JSON.stringify({ embeds: [{ description: 'Copied.' }], components }),
        });
        if (!response.ok) throw new Error(await response.text());
        const { id: message } = (await response.json()) as { readonly id: string };
        for (const component of rows.flat())
          await (component['type'] === BUTTON
            ? note(`press a copy of ${component.custom_id}`, () => discord.press(message, component.custom_id, here.member))
            : inTurn(objects(component['options']), ({ value }) =>
                note(`choose from a copy of ${component.custom_id} ${String(value)}`, () =>
                  discord.select(message, component.custom_id, String(value), here.member),
                ),
              ));
      }
    },
  };
}

/** The commands that can be sent, with their options. */
function leavesOf(command: Json, path: string): readonly { readonly path: string; readonly options: readonly Json[] }[] {
  const options = objects(command['options']);
  const inner = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  return inner.length > 0 ? inner.flatMap((each) => leavesOf(each, `${path} ${String(each['name'])}`)) : [{ path, options }];
}

function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

async function inTurn<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await act(item));
  return results;
}
