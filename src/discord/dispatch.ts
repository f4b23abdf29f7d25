import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import type { Logger } from 'pino';
import { UserError } from '../core/user-error.ts';
import { channelLine } from './channel-line.ts';
import { type AnyCommand, type Choice, isMessageCommand, type ServicesFor, type Whereabouts } from './command.ts';
import { parseCustomId } from './custom-id.ts';
import { answerFault, isPastAnswering, loggable } from './faults.ts';
import { LIMITS } from './limits.ts';

export type Dispatch = (interaction: Interaction) => Promise<void>;

type Deps = {
  readonly commands: readonly AnyCommand[];
  readonly servicesFor: ServicesFor;
  readonly log: Logger;
};

/** Takes every interaction to its command, autocomplete, button, list or form. Never rejects: whatever fails is answered and logged. */
export function createDispatch({ commands, servicesFor, log }: Deps): Dispatch {
  const typed = new Map(
    commands.flatMap((command) => (isMessageCommand(command) ? [] : [[command.data.name, command]])),
  );
  const onMessages = new Map(
    commands.flatMap((command) => (isMessageCommand(command) ? [[command.data.name, command]] : [])),
  );
  const presses = new Map(commands.flatMap(({ buttons }) => Object.entries(buttons ?? {})));
  const picks = new Map(commands.flatMap(({ selects }) => Object.entries(selects ?? {})));
  const submits = new Map(commands.flatMap(({ modals }) => Object.entries(modals ?? {})));

  async function run(interaction: RepliableInteraction): Promise<void> {
    const services = await servicesFor(await whereaboutsOf(interaction));
    if (interaction.isChatInputCommand()) {
      const command = typed.get(interaction.commandName);
      if (command) return command.execute(interaction, services);
    }
    if (interaction.isMessageContextMenuCommand()) {
      const command = onMessages.get(interaction.commandName);
      if (command) return command.execute(interaction, services);
    }
    if (interaction.isButton()) {
      const pressed = parseCustomId(interaction.customId);
      const press = pressed && presses.get(pressed.verb);
      if (press) return press(interaction, services, pressed.state);
      throw expired('button');
    }
    if (interaction.isStringSelectMenu()) {
      const chosen = parseCustomId(interaction.customId);
      const pick = chosen && picks.get(chosen.verb);
      if (pick) return pick(interaction, services, interaction.values[0] ?? '', chosen.state);
      throw expired('list');
    }
    if (interaction.isModalSubmit()) {
      const sent = parseCustomId(interaction.customId);
      const submit = sent && submits.get(sent.verb);
      if (submit) return submit(interaction, services, sent.state);
      throw expired('form');
    }
    throw new UserError(
      'command-unknown',
      'This bot no longer offers that. Restart Discord to see what it offers now.',
    );
  }

  async function choicesFor(interaction: AutocompleteInteraction, entry: Logger): Promise<readonly Choice[]> {
    try {
      const { options, commandName, guildId: guild, locale } = interaction;
      const { name: option, value: text } = options.getFocused(true);
      const channelName = (id: string) => interaction.guild?.channels.cache.get(id)?.name;
      const about = { text, option, guild, channelName, locale, subcommand: options.getSubcommand(false) ?? undefined };
      const services = await servicesFor(await whereaboutsOf(interaction));
      const choices = await typed.get(commandName)?.autocomplete?.(about, services);
      return choices?.slice(0, LIMITS.choices) ?? [];
    } catch (error) {
      entry.error({ err: loggable(error) }, 'Choices could not be found');
      return [];
    }
  }

  return async (interaction) => {
    const entry = log.child({ interaction: interaction.id, guild: interaction.guildId, ...nameOf(interaction) });
    const since = performance.now();
    if (interaction.isAutocomplete()) {
      await interaction.respond(await choicesFor(interaction, entry)).catch((error: unknown) => {
        entry[isPastAnswering(error) ? 'debug' : 'error']({ err: loggable(error) }, 'Choices could not be sent');
      });
      return;
    }
    try {
      await run(interaction);
      entry.info({ ms: Math.round(performance.now() - since) }, 'An interaction was answered');
    } catch (error) {
      await answerFault(interaction, error, entry);
    }
  };
}

async function whereaboutsOf({ client, guildId, channelId }: Interaction): Promise<Whereabouts> {
  const channels = channelId === null ? undefined : await channelLine(client, channelId);
  return { guild: guildId ?? undefined, channels };
}

/** What was used, for the log; never what was typed. */
function nameOf(interaction: Interaction) {
  if (interaction.isCommand() || interaction.isAutocomplete()) return { command: interaction.commandName };
  const pressed = interaction.isMessageComponent() || interaction.isModalSubmit();
  return pressed ? { component: parseCustomId(interaction.customId)?.verb ?? 'unknown' } : {};
}

function expired(thing: 'button' | 'list' | 'form'): UserError {
  return new UserError(
    `${thing}-unknown`,
    `That ${thing} has expired: it belongs to another version of the bot. Use the command again.`,
  );
}
