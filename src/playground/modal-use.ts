import { UserError } from '../core/user-error.ts';
import { choose } from './component-use.ts';
import { INTERACTION } from './deeds.ts';
import type { Files, NewFile } from './files.ts';
import { isJson, type Json, objects } from './form.ts';
import type { Interactions, Reaction } from './interactions.ts';
import { FIELD, fieldsOf } from './modal-form.ts';
import { createResolved, type Resolved } from './resolved.ts';
import type { World } from './world.ts';

/** What goes into one field: words, ticked or not, what is chosen, or files. */
type FieldValue = string | boolean | readonly string[] | readonly NewFile[];
/** Values by the custom ids of a form's fields. */
export type FieldValues = { readonly [customId: string]: FieldValue };

/** What a person does with a form that the bot has opened. */
export function createModalUse(deps: { world: World; interactions: Interactions; files: Files }) {
  const { world, interactions, files } = deps;
  return {
    /** Sends a form, by the id that came with it; a field left out keeps what was written in it before. */
    async submit(id: string, values: FieldValues): Promise<Reaction> {
      const opened = interactions.modal(id);
      if (!opened) throw new UserError('unknown-form', 'That form is not open.');
      const { modal, place, on } = opened;
      const known = fieldsOf(modal).map((field) => field['custom_id']);
      const stray = Object.keys(values).find((name) => !known.includes(name));
      if (stray !== undefined) throw new UserError('unknown-field', `The form has no field “${stray}”.`);
      const resolved = createResolved(place, { world, files });
      const components = objects(modal['components']).map((each, index) => sent(each, index + 1, values, resolved));
      const data = { custom_id: modal['custom_id'], components, ...resolved.part() };
      return interactions.begin({ type: INTERACTION.modalSubmit, place, data, ...(on ? { on } : {}) });
    },
  };
}

/** A row of the form as it is sent: with what is in its field, without its looks. */
function sent(row: Json, id: number, values: FieldValues, resolved: Resolved): Json {
  const fill = (field: Json): Json => ({
    type: field['type'],
    id: id + 100,
    custom_id: field['custom_id'],
    ...filled(field, values[String(field['custom_id'])], resolved),
  });
  if (isJson(row['component'])) return { type: row['type'], id, component: fill(row['component']) };
  if (Array.isArray(row['components']))
    return { type: row['type'], id, components: objects(row['components']).map(fill) };
  return { type: row['type'], id };
}

function filled(field: Json, value: FieldValue | undefined, resolved: Resolved): Json {
  const required = field['required'] !== false;
  const wrong = (what: string) => new UserError('invalid-field', `The field “${String(field['custom_id'])}” ${what}.`);
  switch (field['type']) {
    case FIELD.textInput: {
      const words = value ?? field['value'] ?? '';
      if (typeof words !== 'string') throw wrong('takes words');
      if (required && words === '') throw wrong('has to be filled in');
      if (words !== '' && words.length < Number(field['min_length'] ?? 0)) throw wrong('holds too little');
      if (words.length > Number(field['max_length'] ?? 4000)) throw wrong('holds too much');
      return { value: words };
    }
    case FIELD.checkbox:
      return { value: value ?? field['default'] ?? false };
    case FIELD.radioGroup: {
      const offered = objects(field['options']);
      const chosen = value ?? offered.find((option) => option['default'] === true)?.['value'] ?? null;
      if (chosen === null && required) throw wrong('needs a choice');
      if (chosen !== null && !offered.some((option) => option['value'] === chosen)) throw wrong(`does not offer that`);
      return { value: chosen };
    }
    case FIELD.fileUpload: {
      const uploads = (Array.isArray(value) ? value : []).filter((each) => typeof each === 'object');
      const ids = uploads.map((file) => resolved.take('attachment', file));
      const [least, most] = [required ? Number(field['min_values'] ?? 1) : 0, Number(field['max_values'] ?? 1)];
      if (ids.length < least || ids.length > most) throw wrong(`takes ${least} to ${most} files`);
      if (ids.includes(undefined)) throw wrong('takes no file above 10 MB');
      return { values: ids };
    }
    default: {
      const defaults = objects(field['options']).filter((option) => option['default'] === true);
      const chosen = value === undefined ? defaults.map((option) => String(option['value'])) : [value].flat();
      const least = required ? Number(field['min_values'] ?? 1) : 0;
      const names = chosen.filter((each) => typeof each === 'string');
      return { values: choose({ ...field, min_values: least }, names, resolved) };
    }
  }
}
