import type { FormFault, Path } from './api-error.ts';
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
} from './form.ts';

/** Limits of application commands (interactions/application-commands). */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const TOTAL = 8000;
const LOCALES =
  'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko'.split(
    ' ',
  );
const SUBCOMMANDS = [1, 2];

const slashName: Check = (value, path) =>
  typeof value === 'string' && NAME.test(value) && value === value.toLowerCase()
    ? []
    : [fault(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid')];

function localized(each: Check): Check {
  return (value, path) => {
    if (!isJson(value)) return [fault(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')];
    return Object.entries(value).flatMap(([locale, words]) => [
      ...choice(LOCALES)(locale, [...path, locale]),
      ...(words === null ? [] : each(words, [...path, locale])),
    ]);
  };
}

const option: Check = (value, path) => {
  const nested: Check = isJson(value) && SUBCOMMANDS.includes(Number(value['type'])) ? options : list(0, 0, choice([]));
  return all(
    object(
      {
        type: integer(1, 11),
        name: slashName,
        name_localizations: localized(slashName),
        description: text(1, 100),
        description_localizations: localized(text(1, 100)),
        required: boolean,
        autocomplete: boolean,
        min_length: integer(0, 6000),
        max_length: integer(1, 6000),
        choices: list(
          0,
          25,
          object({ name: text(1, 100), name_localizations: localized(text(1, 100)) }, ['name', 'value']),
        ),
        options: nested,
      },
      ['type', 'name', 'description'],
    ),
    (given, at) =>
      isJson(given) && given['autocomplete'] === true && objects(given['choices']).length > 0
        ? [
            fault(
              [...at, 'choices'],
              'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES',
              'Options with autocomplete have no choices',
            ),
          ]
        : [],
  )(value, path);
};

const options: Check = all(
  (value, path) => list(0, 25, option)(value, path),
  (value, path) => {
    const held = objects(value);
    return held.flatMap((each, index) => {
      const late = each['required'] === true && held.slice(0, index).some((one) => one['required'] !== true);
      const double = held.findIndex((one) => one['name'] === each['name']) < index;
      return [
        ...(late
          ? [
              fault(
                [...path, index],
                'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
                'Required options must be placed before non-required options',
              ),
            ]
          : []),
        ...(double
          ? [
              fault(
                [...path, index, 'name'],
                'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
                'Option name already exists',
              ),
            ]
          : []),
      ];
    });
  },
);

/** What Discord would refuse in one command of a registration. */
export function checkCommand(command: unknown, path: Path): readonly FormFault[] {
  const slash = !isJson(command) || (command['type'] ?? 1) === 1;
  const common = {
    type: choice([1, 2, 3]),
    default_member_permissions: ((value, at) =>
      /^\d+$/.test(String(value))
        ? []
        : [fault(at, 'BITFIELD_TYPE_INVALID', 'Value is not a bit field.')]) satisfies Check,
    contexts: list(1, 3, choice([0, 1, 2])),
    integration_types: list(1, 2, choice([0, 1])),
    nsfw: boolean,
  };
  const form = slash
    ? object(
        {
          ...common,
          name: slashName,
          name_localizations: localized(slashName),
          description: text(1, 100),
          description_localizations: localized(text(1, 100)),
          options,
        },
        ['name', 'description'],
      )
    : object({ ...common, name: text(1, 32), name_localizations: localized(text(1, 32)), description: text(0, 0) }, [
        'name',
      ]);
  const heavy = isJson(command) && weigh(command) > TOTAL;
  return [
    ...form(command, path),
    ...(heavy ? [fault(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${TOTAL})`)] : []),
  ];
}

/** Characters of names, descriptions and choices, each in its longest language. */
function weigh(part: Json): number {
  const longest = (field: string) => {
    const translations = part[`${field}_localizations`];
    return Math.max(0, ...[part[field], ...(isJson(translations) ? Object.values(translations) : [])].map(length));
  };
  const inside = [...objects(part['options']), ...objects(part['choices'])];
  return (
    longest('name') +
    longest('description') +
    length(part['value']) +
    inside.reduce((sum, each) => sum + weigh(each), 0)
  );
}

function length(value: unknown): number {
  return typeof value === 'string' ? value.length : 0;
}
