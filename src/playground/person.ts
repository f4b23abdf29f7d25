import { UserError } from '../core/user-error.ts';
import { fillIn, findOption, type OptionValues } from './command-options.ts';
import type { Command } from './commands.ts';
import { createComponentUse } from './component-use.ts';
import { INTERACTION } from './deeds.ts';
import type { Files, NewFile } from './files.ts';
import type { Json } from './form.ts';
import type { Interactions, Reaction } from './interactions.ts';
import type { MemberView } from './member-view.ts';
import type { Messages, Posted } from './messages.ts';
import { createModalUse } from './modal-use.ts';
import { createResolved } from './resolved.ts';
import type { Place, Whereabouts, World } from './world.ts';

/** A slash command as a person enters it; `command` holds its subcommands too, as in 'digest set'. */
export type Slash = Whereabouts & { readonly command: string; readonly options?: OptionValues };
/** A slash command while the option `typing` is being typed. */
export type Typing = Slash & { readonly typing: string };
/** A command from the menu of a message, by its id, or of a member, by name or id. */
export type ContextMenu = Whereabouts & { readonly command: string } & (
    | { readonly message: string }
    | { readonly user: string }
  );
/** A message that a person writes. */
export type Writing = Whereabouts & { readonly content: string; readonly files?: readonly NewFile[] };

const SLASH = 1;
const USER = 2;
const MESSAGE = 3;

/** What a person in a channel can do. Each throws `UserError` for what a Discord client would not let them do. */
export function createPerson(deps: {
  world: World;
  view: MemberView;
  messages: Messages;
  interactions: Interactions;
  files: Files;
}) {
  const { world, view, messages, interactions, files } = deps;

  function find(place: Place, type: number, name: string): Command {
    const command = view.offered(place).find((each) => each.type === type && each.name === name);
    if (!command) throw new UserError('unknown-command', `No command “${name}” is registered here.`);
    return command;
  }

  function enter({ command: path, options = {}, ...at }: Slash, focused?: string) {
    const place = view.stand(at);
    const [name = '', ...subcommands] = path.split(' ');
    const command = find(place, SLASH, name);
    if (!view.mayWrite(place)) {
      throw new UserError('no-writing', `${place.member.username} may not write in ${place.channel.name}.`);
    }
    const resolved = createResolved(place, { world, files });
    const filled = fillIn(command, subcommands, options, resolved, focused);
    return { command, place, data: { ...used(command), options: filled, ...resolved.part() } };
  }

  return {
    ...createComponentUse({ world, view, interactions, files }),
    ...createModalUse({ world, interactions, files }),
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
    /** Picks a command from the menu of a message or a member. */
    async contextMenu(request: ContextMenu): Promise<Reaction> {
      if ('message' in request) {
        const { on, place } = view.look(request.message, request.member);
        const resolved = createResolved(place, { world, files });
        const data = { ...used(find(place, MESSAGE, request.command)), target_id: resolved.message(on.message) };
        return interactions.begin({ type: INTERACTION.command, place, data: { ...data, ...resolved.part() } });
      }
      const place = view.stand(request);
      const resolved = createResolved(place, { world, files });
      const id = resolved.take('user', request.user);
      if (id === undefined) throw new UserError('unknown-place', `There is no member “${request.user}” here.`);
      const data = { ...used(find(place, USER, request.command)), target_id: id, ...resolved.part() };
      return interactions.begin({ type: INTERACTION.command, place, data });
    },
    /** Writes a message, of which the bot hears only by a command on it. */
    write({ content, files: added = [], ...at }: Writing): Posted {
      const place = view.stand(at);
      if (!view.mayWrite(place)) {
        throw new UserError('no-writing', `${place.member.username} may not write in ${place.channel.name}.`);
      }
      const attachments = added.map((file) => files.keep(file));
      return messages.post(place.channel.id, { content, attachments }, { author: place.member });
    },
  };
}

/** The data of a command that is used, without what a person fills in. */
function used(command: Command): Json {
  const { id, name, type } = command;
  return { id, name, type, ...(command['guild_id'] === undefined ? {} : { guild_id: command['guild_id'] }) };
}
