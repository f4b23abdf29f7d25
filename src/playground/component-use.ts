import { UserError } from '../core/user-error.ts';
import { componentsIn } from './components.ts';
import { INTERACTION } from './deeds.ts';
import type { Files } from './files.ts';
import { type Json, objects } from './form.ts';
import type { Interactions, Reaction } from './interactions.ts';
import type { MemberView } from './member-view.ts';
import { createResolved, type Kind, type Resolved } from './resolved.ts';
import type { World } from './world.ts';

const BUTTON = 2;
const LINK_STYLE = 5;
/** Lists of people, roles and channels, by what they offer. */
const NAMING: Readonly<Record<number, Kind>> = { 5: 'user', 6: 'role', 7: 'mentionable', 8: 'channel' };

/** What a person does with buttons and lists below a message. */
export function createComponentUse(deps: { world: World; view: MemberView; interactions: Interactions; files: Files }) {
  const { world, view, interactions, files } = deps;

  return {
    /** Presses a button of a message, by its custom id. */
    async press(messageId: string, customId: string, member?: string): Promise<Reaction> {
      const { on, place } = view.look(messageId, member);
      const button = componentsIn(on.message).find((each) => each['custom_id'] === customId);
      if (button?.['type'] !== BUTTON || button['style'] === LINK_STYLE || button['disabled'] === true) {
        throw new UserError('unknown-button', `The message has no button “${customId}” that can be pressed.`);
      }
      const data = { custom_id: customId, component_type: BUTTON, id: button['id'] };
      return interactions.begin({ type: INTERACTION.component, place, data, on });
    },
    /** Chooses from a list below a message, by the list's custom id and the options' values, or names of people, roles or channels. */
    async select(
      messageId: string,
      customId: string,
      values: string | readonly string[],
      member?: string,
    ): Promise<Reaction> {
      const { on, place } = view.look(messageId, member);
      const list = componentsIn(on.message).find((each) => each['custom_id'] === customId);
      if (!list || list['type'] === BUTTON || list['disabled'] === true) {
        throw new UserError('unknown-select', `The message has no list “${customId}” to choose from.`);
      }
      const resolved = createResolved(place, { world, files });
      const chosen = choose(list, [values].flat(), resolved);
      const data = { custom_id: customId, component_type: list['type'], id: list['id'], values: chosen };
      return interactions.begin({ type: INTERACTION.component, place, data: { ...data, ...resolved.part() }, on });
    },
  };
}

/** What of a list is chosen, as values or ids. Throws `UserError` for what the list does not offer or not take together. */
export function choose(list: Json, wanted: readonly string[], resolved: Resolved): readonly string[] {
  const kind = NAMING[Number(list['type'])];
  const types = Array.isArray(list['channel_types']) ? list['channel_types'] : [];
  const offered = objects(list['options']).map(({ value }) => value);
  const chosen = wanted.map((value) => {
    const taken = kind ? resolved.take(kind, value, types) : value;
    if (taken === undefined || (!kind && !offered.includes(value)))
      throw new UserError('unknown-option', `The list has no option “${value}”.`);
    return taken;
  });
  const [least, most] = [Number(list['min_values'] ?? 1), Number(list['max_values'] ?? 1)];
  if (chosen.length < least || chosen.length > most || new Set(chosen).size < chosen.length) {
    throw new UserError('invalid-choice', `The list takes ${least} to ${most} different options.`);
  }
  return chosen;
}
