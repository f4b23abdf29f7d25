import { UserError } from '../core/user-error.ts';
import { fillIn, findOption, type OptionValues } from './command-options.ts';
import type { Commands } from './commands.ts';
import { componentsIn } from './components.ts';
import { objects } from './form.ts';
import { INTERACTION, type Interactions, type Reaction } from './interactions.ts';
import type { Messages, Posted } from './messages.ts';
import type { Place, Whereabouts, World } from './world.ts';

/** A slash command as a person enters it; `command` holds its subcommands too, as in 'digest set'. */
export type Slash = Whereabouts & { readonly command: string; readonly options?: OptionValues };
/** A slash command while the option `typing` is being typed. */
export type Typing = Slash & { readonly typing: string };

const BUTTON = 2;
const STRING_SELECT = 3;
const LINK_STYLE = 5;

/** What a person in a channel can do. Each throws `UserError` for what a Discord client would not let them do. */
export function createPerson(deps: {
  world: World;
  commands: Commands;
  messages: Messages;
  interactions: Interactions;
}) {
  const { world, commands, messages, interactions } = deps;

  function enter({ command: path, options = {}, ...at }: Slash, focused?: string) {
    const place = world.locate(at);
    const [name = '', ...subcommands] = path.split(' ');
    const command = commands.pick(place.guild.id, name);
    if (!command) throw new UserError('unknown-command', `No command “${name}” is registered here.`);
    const data = {
      id: command.id,
      name,
      type: command.type,
      ...(command['guild_id'] === undefined ? {} : { guild_id: command['guild_id'] }),
      options: fillIn(command, subcommands, options, focused),
    };
    return { command, place, data };
  }

  /** A message that a member sees, and where it stands. */
  function look(messageId: string, member: string | undefined): { on: Posted; place: Place } {
    const on = messages.find(messageId);
    const place = on && whereIs(world, on.message.channel_id, member);
    if (!on || !place || (on.visibleTo ?? place.member.id) !== place.member.id) {
      throw new UserError('unknown-message', 'That message is not there, or not visible to this member.');
    }
    return { on, place };
  }

  return {
    /** Sends a slash command. */
    async slash(request: Slash): Promise<Reaction> {
      const { place, data } = enter(request);
      return interactions.begin({ type: INTERACTION.command, place, data });
    },
    /** Types into an option that offers choices as one types. */
    async autocomplete({ typing, ...request }: Typing): Promise<Reaction> {
      const { command, place, data } = enter(request, typing);
      const option = findOption(command, typing);
      if (option?.['autocomplete'] !== true)
        throw new UserError('invalid-option', `The option “${typing}” offers no choices.`);
      const choicesOf = option['type'] === 3 ? 'string' : 'number';
      return interactions.begin({ type: INTERACTION.autocomplete, place, data, choicesOf });
    },
    /** Presses a button of a message, by its custom id. */
    async press(messageId: string, customId: string, member?: string): Promise<Reaction> {
      const { on, place } = look(messageId, member);
      const button = componentsIn(on.message).find((each) => each['custom_id'] === customId);
      if (button?.['type'] !== BUTTON || button['style'] === LINK_STYLE || button['disabled'] === true) {
        throw new UserError('unknown-button', `The message has no button “${customId}” that can be pressed.`);
      }
      const data = { custom_id: customId, component_type: BUTTON, id: button['id'] };
      return interactions.begin({ type: INTERACTION.component, place, data, on });
    },
    /** Chooses options of a list below a message, by the list's custom id and the options' values. */
    async select(
      messageId: string,
      customId: string,
      values: string | readonly string[],
      member?: string,
    ): Promise<Reaction> {
      const { on, place } = look(messageId, member);
      const select = componentsIn(on.message).find((each) => each['custom_id'] === customId);
      if (select?.['type'] !== STRING_SELECT || select['disabled'] === true) {
        throw new UserError('unknown-select', `The message has no list “${customId}” to choose from.`);
      }
      const chosen = [values].flat();
      const offered = objects(select['options']).map(({ value }) => value);
      const stray = chosen.find((value) => !offered.includes(value));
      if (stray !== undefined) throw new UserError('unknown-option', `The list has no option “${stray}”.`);
      const [least, most] = [Number(select['min_values'] ?? 1), Number(select['max_values'] ?? 1)];
      if (chosen.length < least || chosen.length > most || new Set(chosen).size < chosen.length) {
        throw new UserError('invalid-choice', `The list takes ${least} to ${most} different options.`);
      }
      const data = { custom_id: customId, component_type: STRING_SELECT, id: select['id'], values: chosen };
      return interactions.begin({ type: INTERACTION.component, place, data, on });
    },
  };
}

function whereIs(world: World, channelId: string, member: string | undefined): Place | undefined {
  const guild = world.guilds.find(({ channels }) => channels.some(({ id }) => id === channelId));
  return guild && world.locate({ guild: guild.id, channel: channelId, member });
}
