import { select } from './components.ts';
import { all, boolean, type Check, fault, integer, isJson, type Json, list, object, objects, text } from './form.ts';

/** Component types that a form may hold (components/reference): inside a Label, unless noted. */
export const FIELD = {
  row: 1,
  stringSelect: 3,
  textInput: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  textDisplay: 10,
  label: 18,
  fileUpload: 19,
  radioGroup: 21,
  checkboxGroup: 22,
  checkbox: 23,
} as const;

const customId = text(1, 100);

const input = (required: readonly string[]): Check =>
  object(
    {
      custom_id: customId,
      style: integer(1, 2),
      label: text(1, 45),
      value: text(0, 4000),
      placeholder: text(0, 100),
      required: boolean,
      min_length: integer(0, 4000),
      max_length: integer(1, 4000),
    },
    ['custom_id', 'style', ...required],
  );
const options = (min: number): Check =>
  list(
    min,
    10,
    object({ value: text(1, 100), label: text(1, 100), description: text(0, 100), default: boolean }, [
      'value',
      'label',
    ]),
  );
const common = { custom_id: customId, required: boolean };
const several = { min_values: integer(0, 10), max_values: integer(1, 10) };

const FIELDS: Readonly<Record<number, Check>> = {
  [FIELD.textInput]: input([]),
  ...Object.fromEntries([3, 5, 6, 7, 8].map((type) => [type, select])),
  [FIELD.fileUpload]: object({ ...common, ...several }, ['custom_id']),
  [FIELD.radioGroup]: object({ ...common, options: options(2) }, ['custom_id', 'options']),
  [FIELD.checkboxGroup]: object({ ...common, ...several, options: options(1) }, ['custom_id', 'options']),
  [FIELD.checkbox]: object({ custom_id: customId, default: boolean }, ['custom_id']),
};

/** Passes a component to the check of its type. */
function byType(checks: Readonly<Record<number, Check>>): Check {
  return (value, path) => {
    const check = isJson(value) ? checks[Number(value['type'])] : undefined;
    if (check) return check(value, path);
    const types = Object.keys(checks).join(', ');
    return [fault([...path, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${types}).`)];
  };
}

const top: Check = byType({
  [FIELD.row]: object({ components: list(1, 1, byType({ [FIELD.textInput]: input(['label']) })) }, ['components']),
  [FIELD.textDisplay]: object({ content: text(1, 4000) }, ['content']),
  [FIELD.label]: object({ label: text(1, 45), description: text(0, 100), component: byType(FIELDS) }, [
    'label',
    'component',
  ]),
});

/** A form to fill in: its title, and one to five rows with a field of their own each, no custom id twice. */
export const modalForm: Check = all(
  object({ custom_id: customId, title: text(1, 45), components: list(1, 5, top) }, [
    'custom_id',
    'title',
    'components',
  ]),
  (value, path) => {
    const ids = isJson(value) ? fieldsOf(value).map((field) => field['custom_id']) : [];
    return ids.some((id, index) => id !== undefined && ids.indexOf(id) < index)
      ? [fault([...path, 'components'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')]
      : [];
  },
);

/** What can be filled in of a form. */
export function fieldsOf(modal: Json): readonly Json[] {
  return objects(modal['components']).flatMap((each) =>
    isJson(each['component']) ? [each['component']] : objects(each['components']),
  );
}
