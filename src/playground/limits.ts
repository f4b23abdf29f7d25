import { rows } from './components.ts';
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

/** Message flags (resources/message): those that a reply, a channel message and an edit may set. */
export const EPHEMERAL = 64;
const SUPPRESS_EMBEDS = 4;
const SUPPRESS_NOTIFICATIONS = 4096;
const EMBED_TOTAL = 6000;

/** A picture may be a file of the same message, by its name. */
const pictureAddress: Check = (value, path) =>
  /^attachment:\/\/./u.test(String(value)) ? [] : webAddress(2048)(value, path);

const embed = object({
  title: text(0, 256),
  description: text(0, 4096),
  url: webAddress(2048),
  color: integer(0, 0xffffff),
  fields: list(0, 25, object({ name: text(1, 256), value: text(1, 1024), inline: boolean }, ['name', 'value'])),
  footer: object({ text: text(1, 2048), icon_url: webAddress(2048) }, ['text']),
  author: object({ name: text(1, 256), url: webAddress(2048), icon_url: webAddress(2048) }, ['name']),
  image: object({ url: pictureAddress }, ['url']),
  thumbnail: object({ url: pictureAddress }, ['url']),
});

const embeds: Check = all(list(0, 10, embed), (value, path) => {
  const held = objects(value);
  const total = held.reduce((sum, each) => sum + weigh(each), 0);
  const empty = held.flatMap((each, index) =>
    weigh(each) === 0 && !each['image'] && !each['thumbnail']
      ? [
          fault(
            [...path, index],
            'BASE_TYPE_REQUIRED',
            'This embed shows nothing: give it a title, a description or fields',
          ),
        ]
      : [],
  );
  const heavy =
    total > EMBED_TOTAL
      ? [fault(path, 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of ${EMBED_TOTAL}`)]
      : [];
  return [...empty, ...heavy];
});

/** Characters of an embed that count towards the sum over all embeds of a message. */
function weigh(embedded: Json): number {
  const inside = [embedded['footer'], embedded['author']]
    .filter(isJson)
    .flatMap((each) => [each['text'], each['name']]);
  const fields = objects(embedded['fields']).flatMap((each) => [each['name'], each['value']]);
  return [embedded['title'], embedded['description'], ...inside, ...fields]
    .filter((each) => typeof each === 'string')
    .reduce((sum, each) => sum + each.trim().length, 0);
}

const mentions: Check = all(object({ parse: list(0, 3, choice(['roles', 'users', 'everyone'])) }), (value, path) => {
  if (!isJson(value) || !Array.isArray(value['parse'])) return [];
  return (['users', 'roles'] as const).flatMap((kind) =>
    (value['parse'] as unknown[]).includes(kind) && Array.isArray(value[kind]) && value[kind].length > 0
      ? [
          fault(
            [...path, 'parse'],
            'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
            `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
          ),
        ]
      : [],
  );
});

const attachments: Check = list(0, 10, object({ filename: text(1, 1024), description: text(0, 1024) }, ['id']));

function flags(allowed: number): Check {
  return (value, path) =>
    Number.isInteger(value) && (Number(value) & ~allowed) === 0
      ? []
      : [fault(path, 'MESSAGE_FLAGS_INVALID', `Of the message flags only those in ${allowed} can be set here.`)];
}

function message(settable: number): Check {
  return object({
    content: text(0, 2000),
    embeds,
    components: rows,
    attachments,
    allowed_mentions: mentions,
    flags: flags(settable),
    tts: boolean,
  });
}

/** What Discord refuses in a message, by how it is sent. Components V2 are not offered here: their flag is refused. */
export const messageForms = {
  reply: message(SUPPRESS_EMBEDS | EPHEMERAL | SUPPRESS_NOTIFICATIONS),
  channel: message(SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS),
  edit: message(SUPPRESS_EMBEDS),
  defer: object({ flags: flags(EPHEMERAL) }),
} as const;

/** The answer to an autocomplete request, for an option of a string or a number. */
export function choicesForm(kind: 'string' | 'number'): Check {
  const value: Check =
    kind === 'string'
      ? text(1, 100)
      : (given, path) =>
          typeof given === 'number' ? [] : [fault(path, 'NUMBER_TYPE_COERCE', 'Value is not a number.')];
  return object({ choices: list(0, 25, object({ name: text(1, 100), value }, ['name', 'value'])) }, ['choices']);
}

/** What Discord accepts but shows otherwise than meant: of two embeds with one address, only the first appears. */
export function hiddenEmbeds(body: Json): readonly string[] {
  const addresses = objects(body['embeds']).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
  return addresses.filter((address, index) => addresses.indexOf(address) < index);
}
