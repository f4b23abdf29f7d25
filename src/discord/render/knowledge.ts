import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import type { Added, AddOutcome } from '../../core/added-document.ts';
import { count } from '../../core/answer.ts';
import type { Document } from '../../core/document.ts';
import { customId } from '../custom-id.ts';
import { escapeLine, escapeText } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { tokenOf } from '../token.ts';
import { button, rowsOf } from './buttons.ts';
import { renderSource } from './citation.ts';
import { COLOURS } from './colours.ts';
import { joinWithin } from './parts.ts';

const LENGTH = { title: 100, name: 60, author: 60, date: 40, tags: 100, fault: 280 } as const;
/** Code units that all files of one reply may take. */
const ROOM = 3900;

/** What is known of a file that is being added: it waits, is being read, or this came of it. */
export type FileProgress = {
  readonly name: string;
  readonly state:
    | 'waiting'
    | 'reading'
    | AddOutcome
    /** It did not get that far. */
    | { readonly outcome: 'failed'; readonly cause: string; readonly remedy: string };
};

/** The files of one `/knowledge add`, a line each, with a button for the details of each that was added. */
export function renderAdding(files: readonly FileProgress[]): Reply {
  const done = files.filter(({ state }) => typeof state === 'object');
  const added = files.flatMap(({ state }, index) =>
    typeof state === 'object' && state.outcome === 'added' ? [{ added: state.added, number: index + 1 }] : [],
  );
  const head =
    done.length < files.length
      ? `Adding ${count(files.length, 'file')}: ${done.length} of ${files.length} done`
      : added.length === 0
        ? 'Nothing was added'
        : `${count(added.length, 'document')} added`;
  const buttons =
    done.length < files.length
      ? []
      : added.map((each) => detailsButton(each.added, files.length > 1 ? each.number : undefined));
  return {
    embeds: [
      {
        color: added.length > 0 ? COLOURS.found : COLOURS.quiet,
        title: head,
        description: files.map((file, index) => renderFile(file, index + 1, ROOM / files.length)).join('\n'),
        ...(added.length > 0 && done.length === files.length
          ? { footer: { text: 'They can be asked now. Positions for /actor and /compare follow in a moment.' } }
          : {}),
      },
    ],
    components: rowsOf(buttons),
  };
}

/** A file on a line; what has no room in `budget` code units is left out. */
function renderFile({ name, state }: FileProgress, number: number, budget: number): string {
  const head = `**${number}** ${escapeLine(name, LENGTH.name)}`;
  if (state === 'waiting') return `${head} · waits`;
  if (state === 'reading') return `${head} · is being read`;
  const [what = '', ...more] = state.outcome === 'added' ? addedInWords(state) : [outcomeInWords(state)];
  return joinWithin([`${head} · ${what}`, ...more], budget);
}

/** What matters most first. */
function addedInWords({ document, namesake, added }: Extract<AddOutcome, { outcome: 'added' }>): readonly string[] {
  const [title = '', ...rest] = describe(document);
  const [gap] = added.faults;
  const other = `kept as ${escapeLine(added.stored.name, LENGTH.name)}: there is another file of that name, which \`/knowledge remove\` deletes`;
  return [`added as ${title}`, ...(namesake ? [other] : []), ...(gap ? [inWords(gap)] : []), sizeOf(document), ...rest];
}

function outcomeInWords(state: Exclude<FileProgress['state'], string | { outcome: 'added' }>): string {
  switch (state.outcome) {
    case 'duplicate':
      return `was here already: ${quoted(state.title)}${state.own ? '' : ', among the documents that every server has'}`;
    case 'unreadable':
      return `**not added**: ${inWords(state.fault)}`;
    case 'failed':
      return `**not added**: ${inWords(state)}`;
    case 'too-large':
      return `**not added**: It has ${sizeInWords(state.size)}; a file may have ${sizeInWords(state.most)}. Split it into smaller documents.`;
    case 'too-many':
      return `**not added**: This server has ${count(state.most, 'document')}, as many as it may. Remove one with \`/knowledge remove\`, or ask whoever runs the bot for more.`;
    case 'too-much':
      return `**not added**: It has ${sizeInWords(state.size)}, and ${sizeInWords(Math.max(0, state.most - state.used))} of the ${sizeInWords(state.most)} of this server are left. Remove something with \`/knowledge remove\`, or ask whoever runs the bot for more.`;
  }
}

/** What is said of a document: title, author, date, tags and link, each as far as there is one. */
export function describe({ title, author, date, tags, url }: Document): readonly string[] {
  return [
    `**${escapeLine(title, LENGTH.title) || '–'}**`,
    author === undefined ? undefined : escapeLine(author, LENGTH.author),
    date === undefined ? undefined : escapeLine(date, LENGTH.date),
    tags.length === 0 ? undefined : escapeLine(tags.join(', '), LENGTH.tags),
    url === undefined ? undefined : renderSource({ url }),
  ].filter((part) => part !== undefined);
}

/** "71 passages, 34 kB". */
export function sizeOf({ passages, text }: Document): string {
  return `${count(passages.length, 'passage')}, ${sizeInWords(Buffer.byteLength(text))}`;
}

/** "12 kB", "3.4 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024).toLocaleString('en')} kB`;
  return `${(bytes / 1024 / 1024).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}

/** Opens the form of a document's details. */
export function detailsButton({ stored }: Added, number?: number): APIButtonComponentWithCustomId {
  return button(
    number === undefined ? 'Details' : `Details ${number}`,
    customId('knowledge-details', tokenOf(stored.name)),
  );
}

/** Words of our own on what was done or is to be done, with buttons; what they repeat of people is escaped already. */
export function renderDone(description: string, buttons: readonly APIButtonComponentWithCustomId[] = []): Reply {
  return { embeds: [{ color: COLOURS.quiet, description }], components: rowsOf(buttons) };
}

/** A title between quotation marks. */
export function quoted(title: string): string {
  return `“${escapeLine(title, LENGTH.title)}”`;
}

/** Cause and remedy; what they repeat of a file is escaped. */
function inWords({ cause, remedy }: { readonly cause: string; readonly remedy: string }): string {
  return escapeLine(`${cause} ${remedy}`, LENGTH.fault);
}

/** Asks before a document is deleted. */
export function renderRemoval({ stored, document }: Added): Reply {
  const shared = stored.shared ? ' Every server loses it, for it is shared.' : '';
  const words = [
    `Delete ${quoted(document?.title ?? stored.name)} (${escapeLine(stored.name, LENGTH.name)})?`,
    `Its file, its text, its place in the index and what was found in it are deleted.${shared} What was quoted from it in messages stays there.`,
  ];
  const token = tokenOf(stored.name);
  return renderDone(words.join('\n'), [
    { ...button('Delete it', customId('knowledge-remove', token)), style: ButtonStyle.Danger },
    button('Keep it', customId('knowledge-keep')),
  ]);
}

/** Tags in words: “trade” or “fish”. */
export function tagsInWords(tags: readonly string[]): string {
  const named = tags.map((tag) => `“${escapeText(tag)}”`);
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`;
}

/** How much of what a server may add is taken. */
export function renderUse(use: { readonly documents: number; readonly bytes: number }, limits: typeof use): string {
  return `${use.documents} of ${count(limits.documents, 'document')} and ${sizeInWords(use.bytes)} of ${sizeInWords(limits.bytes)} are used`.slice(
    0,
    LIMITS.embedFooter,
  );
}
