import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import type { Logger } from 'pino';
import type { Desk } from '../core/desk.ts';
import { UserError } from '../core/user-error.ts';
import type { AskedQuestions } from './asked-questions.ts';
import type { Choice, Command } from './command.ts';
import { parseCustomId } from './custom-id.ts';
import { answerFault, isPastAnswering, loggable } from './faults.ts';
import { LIMITS } from './limits.ts';

export type Dispatch = (interaction: Interaction) => Promise<void>;

type Deps = {
  readonly commands: readonly Command[];
  readonly desk: Desk;
  readonly asked: AskedQuestions;
  readonly log: Logger;
};

/** Takes every interaction to its command, autocomplete, button or list. Never rejects: whatever fails is answered and logged. */
export function createDispatch({ commands, desk, asked, log }: Deps): Dispatch {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const presses = new Map(commands.flatMap(({ buttons }) => Object.entries(buttons ?? {})));
  const picks = new Map(commands.flatMap(({ selects }) => Object.entries(selects ?? {})));

  async function run(interaction: RepliableInteraction): Promise<void> {
    if (interaction.isChatInputCommand()) {
      const command = byName.get(interaction.commandName);
      if (command) return command.execute(interaction, desk, asked);
    }
    if (interaction.isButton()) {
      const pressed = parseCustomId(interaction.customId);
      const press = pressed && presses.get(pressed.verb);
      if (press) return press(interaction, desk, asked, pressed.state);
      throw new UserError(
        'button-unknown',
        'That button has expired: it belongs to another version of the bot. Ask again with /ask.',
      );
    }
    if (interaction.isStringSelectMenu()) {
      const chosen = parseCustomId(interaction.customId);
      const pick = chosen && picks.get(chosen.verb);
      if (pick) return pick(interaction, desk, interaction.values[0] ?? '', chosen.state);
      throw new UserError(
        'list-unknown',
        'That list has expired: it belongs to another version of the bot. Use the command again.',
      );
    }
    throw new UserError(
      'command-unknown',
      'This bot no longer offers that. Restart Discord to see what it offers now.',
    );
  }

  function choicesFor(interaction: AutocompleteInteraction, entry: Logger): readonly Choice[] {
    try {
      const { name, value } = interaction.options.getFocused(true);
      const choices = byName.get(interaction.commandName)?.autocomplete?.(value, desk, name);
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
      await interaction.respond(choicesFor(interaction, entry)).catch((error: unknown) => {
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

/** What was used, for the log; never what was typed. */
function nameOf(interaction: Interaction) {
  if (interaction.isCommand() || interaction.isAutocomplete()) return { command: interaction.commandName };
  return interaction.isMessageComponent() ? { component: parseCustomId(interaction.customId)?.verb ?? 'unknown' } : {};
}
