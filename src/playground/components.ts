import type { FormFault } from './api-error.ts';
import {
  all,
  boolean,
  type Check,
  choice,
  fault,
  integer,
  isJson,
  type Json,
  list,
  object,
  objects,
  text,
  webAddress,
} from './form.ts';

/** Component types (components/reference): 1 action row, 2 button, 3 string select, 5–8 the selects of users, roles, channels. */
const SELECTS = [3, 5, 6, 7, 8];
const LINK_STYLE = 5;

const emoji = object({ name: text(1, 32) });

const button: Check = all(
  object({ style: choice([1, 2, 3, 4, 5]), label: text(0, 80), emoji, disabled: boolean }, ['style']),
  (value, path) => {
    if (!isJson(value)) return [];
    const link = value['style'] === LINK_STYLE;
    const address = link
      ? object({ url: webAddress(512) }, ['url'])(value, path)
      : object({ custom_id: text(1, 100) }, ['custom_id'])(value, path);
    const both =
      value[link ? 'custom_id' : 'url'] === undefined
        ? []
        : [fault(path, 'BASE_TYPE_CHOICES', 'A custom id and url cannot both be specified')];
    const blank =
      value['label'] || value['emoji']
        ? []
        : [fault(path, 'BUTTON_COMPONENT_EMPTY', 'A button must have a label or an emoji')];
    return [...address, ...both, ...blank];
  },
);

const option = object(
  { label: text(1, 100), value: text(1, 100), description: text(0, 100), emoji, default: boolean },
  ['label', 'value'],
);

/** A list to choose from, of options or of people, roles or channels. */
export const select: Check = (value, path) =>
  object(
    {
      custom_id: text(1, 100),
      placeholder: text(0, 150),
      min_values: integer(0, 25),
      max_values: integer(1, 25),
      disabled: boolean,
      required: boolean,
      options: list(1, 25, option),
      channel_types: list(0, 15, integer(0, 20)),
    },
    isJson(value) && value['type'] === 3 ? ['custom_id', 'options'] : ['custom_id'],
  )(value, path);

const inRow: Check = (value, path) => {
  const type = isJson(value) ? value['type'] : undefined;
  if (type === 2) return button(value, path);
  if (SELECTS.includes(Number(type))) return select(value, path);
  return [fault([...path, 'type'], 'UNION_TYPE_CHOICES', 'Value of field "type" must be one of (2, 3, 5, 6, 7, 8).')];
};

const row: Check = all(
  object({ type: choice([1]), components: list(1, 5, inRow) }, ['type', 'components']),
  (value, path) => {
    const held = isJson(value) ? objects(value['components']) : [];
    const crowded = held.length > 1 && held.some(({ type }) => SELECTS.includes(Number(type)));
    return crowded
      ? [fault(path, 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width')]
      : [];
  },
);

/** The components of a message: five rows at most, each of five buttons or one select, every custom id once. */
export const rows: Check = all(list(0, 5, row), (value, path) => {
  const seen = new Set<unknown>();
  return objects(value).flatMap((each, at) =>
    objects(each['components']).flatMap(({ custom_id: id }, index): FormFault[] => {
      if (id === undefined || !seen.has(id)) {
        seen.add(id);
        return [];
      }
      const where = [...path, at, 'components', index, 'custom_id'];
      return [fault(where, 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')];
    }),
  );
});

/** Every component inside the rows of a message. */
export function componentsIn(message: { readonly components: readonly Json[] }): readonly Json[] {
  return message.components.flatMap(({ components }) => objects(components));
}
