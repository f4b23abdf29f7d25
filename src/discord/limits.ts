import { type APIEmbed, type APIStringSelectComponent, ComponentType } from 'discord.js';
import type { Reply } from './reply.ts';

/** Discord's limits, in UTF-16 code units and pieces (developers/resources/message, developers/components/reference). */
export const LIMITS = {
  embeds: 10,
  /** Title, description, fields, footer and author of all embeds of a message together. */
  embedsTotal: 6000,
  embedTitle: 256,
  embedDescription: 4096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1024,
  embedFooter: 2048,
  embedAuthor: 256,
  rows: 5,
  buttonsPerRow: 5,
  buttonLabel: 80,
  customId: 100,
  selectOptions: 25,
  selectText: 100,
  placeholder: 150,
  fileDescription: 1024,
  files: 10,
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
} as const;

/** Throws an `Error` that lists every limit which the reply breaks: that is our fault, never the reader's. */
export function assertWithinLimits({ embeds, components, files = [] }: Reply): void {
  const faults: string[] = [];
  const check = (name: keyof typeof LIMITS, size: number) => {
    if (size > LIMITS[name]) faults.push(`${name}: ${size} > ${LIMITS[name]}`);
  };
  check('embeds', embeds.length);
  check(
    'embedsTotal',
    embeds.flatMap(textsOf).reduce((sum, text) => sum + text.length, 0),
  );
  for (const embed of embeds) {
    check('embedTitle', embed.title?.length ?? 0);
    check('embedDescription', embed.description?.length ?? 0);
    check('embedFooter', embed.footer?.text.length ?? 0);
    check('embedAuthor', embed.author?.name.length ?? 0);
    check('embedFields', embed.fields?.length ?? 0);
    for (const { name, value } of embed.fields ?? []) {
      check('embedFieldName', name.length);
      check('embedFieldValue', value.length);
    }
    if (textsOf(embed).every((text) => text.trim() === '')) faults.push('an embed is empty');
  }
  check('rows', components.length);
  for (const row of components) check('buttonsPerRow', row.components.length);
  const held = components.flatMap((row) => row.components);
  for (const component of held) {
    check('customId', component.custom_id.length);
    if (component.type === ComponentType.Button) check('buttonLabel', component.label?.length ?? 0);
    else faults.push(...faultsOfSelect(component, check));
  }
  if (new Set(held.map((component) => component.custom_id)).size < held.length) faults.push('a custom id occurs twice');
  check('files', files.length);
  for (const { description } of files) check('fileDescription', description.length);
  if (components.some((row) => row.components.length === 0)) faults.push('a row is empty');
  if (faults.length > 0) throw new Error(`The reply breaks Discord's limits: ${faults.join('; ')}`);
}

function faultsOfSelect(
  { options, placeholder = '' }: APIStringSelectComponent,
  check: (name: keyof typeof LIMITS, size: number) => void,
): string[] {
  check('selectOptions', options.length);
  check('placeholder', placeholder.length);
  for (const { label, value, description = '' } of options)
    for (const text of [label, value, description]) check('selectText', text.length);
  const values = new Set(options.map(({ value }) => value));
  return [
    ...(options.length === 0 ? ['a list has no options'] : []),
    ...(values.size < options.length ? ['an option occurs twice'] : []),
    ...(options.some(({ label, value }) => label.trim() === '' || value === '') ? ['an option is empty'] : []),
  ];
}

function textsOf({ title, description, fields, footer, author }: APIEmbed): string[] {
  const inFields = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [title, description, footer?.text, author?.name, ...inFields].filter((text) => text !== undefined);
}
