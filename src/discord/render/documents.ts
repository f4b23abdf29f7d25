import type { Added } from '../../core/added-document.ts';
import { shownPath } from '../../core/added-id.ts';
import { count } from '../../core/answer.ts';
import type { Document, DocumentFault } from '../../core/document.ts';
import type { DocumentOverview } from '../../core/document-overview.ts';
import { choiceName } from '../choice-name.ts';
import { customId } from '../custom-id.ts';
import { escapeLine } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { tokenOf } from '../token.ts';
import { button, contextButton, rowsOf, selectRow } from './buttons.ts';
import { renderSource } from './citation.ts';
import { COLOURS } from './colours.ts';
import { describe, sizeOf } from './knowledge.ts';
import { joinWithin } from './parts.ts';
import { renderQuotation } from './quotation.ts';

/** Documents on a page, and faults, speakers and code units of the first words that are shown. */
const PAGE = 10;
const FAULTS = 8;
const SPEAKERS = 6;
const OPENING = 900;
/** Code units of a page of documents, and of a file's fault. */
const ROOM = 2800;
const FAULT = { path: 60, words: 200 } as const;

/** All documents, for a page of them. */
type Listing = {
  readonly documents: readonly Document[];
  /** From 0. */
  readonly page: number;
  /** What is wrong with files, for those who can mend it. */
  readonly faults: readonly DocumentFault[];
};

/** A page of all documents, with a list to open one, and what is wrong with files. */
export function renderDocuments({ documents, page: wished, faults }: Listing): Reply {
  const pages = Math.max(1, Math.ceil(documents.length / PAGE));
  const page = Math.max(0, Math.min(wished, pages - 1));
  const shown = documents.slice(page * PAGE, (page + 1) * PAGE);
  const passages = documents.reduce((sum, document) => sum + document.passages.length, 0);
  const counted = `${count(documents.length, 'document')}, ${count(passages, 'passage')}`;
  const turn = (label: string, to: number) => button(label, customId('documents-page', to));
  return {
    embeds: [
      {
        color: COLOURS.found,
        title: 'Documents',
        description: linesOf(shown, page * PAGE + 1) || 'There are none here.',
        footer: { text: pages > 1 ? `${counted} · page ${page + 1} of ${pages}` : counted },
      },
      ...(faults.length > 0 && page === 0 ? [faultsEmbed(faults)] : []),
    ],
    components: [
      ...rowsOf([
        ...(page > 0 ? [turn('Previous', page - 1)] : []),
        ...(page + 1 < pages ? [turn('Next', page + 1)] : []),
      ]),
      ...openList(shown),
    ],
  };
}

/** The documents that were searched for; the first of them, where there are more than fit. */
export function renderSearched(documents: readonly Document[], typed: string): Reply {
  const shown = documents.slice(0, PAGE);
  const more = documents.length - shown.length;
  return {
    embeds: [
      {
        color: COLOURS.found,
        title: escapeLine(`Documents: ${typed}`, LIMITS.embedTitle),
        description: linesOf(shown, 1),
        footer: {
          text: `${count(documents.length, 'document')}${more > 0 ? ` · ${more} more; another word narrows it down` : ''}`,
        },
      },
    ],
    components: openList(shown),
  };
}

/** One document; `added` is it where this server added it itself. */
export function renderDocument({ document, opening, speakers }: DocumentOverview, added: Added | undefined): Reply {
  const { id, title, author, publisher, date, tags, language, url } = document;
  const line = (name: string, text: string | undefined, limit = 200) =>
    text === undefined || text === '' ? [] : [`**${name}** ${escapeLine(text, limit)}`];
  const source = url === undefined ? undefined : renderSource({ url });
  const description = [
    `-# ${[escapeLine(shownPath(id), 120), language, sizeOf(document)].join(' · ')}`,
    ...line('Author', author),
    ...line('Publisher', publisher),
    ...line('Date', date, 60),
    ...line('Tags', tags.join(', ')),
    ...(source === undefined ? [] : [`**Link** ${source}`]),
    ...(added ? [`**Added** <t:${Math.floor(added.stored.addedAt / 1000)}:D> by <@${added.stored.addedBy}>`] : []),
    ...(added?.stored.shared ? ['**Shared** with every server that this bot is in'] : []),
    `**Quoted most** ${speakersInWords(speakers)}`,
    ...(opening ? ['', '-# It begins', renderQuotation(opening, OPENING, { bold: false })] : []),
  ];
  const file = added ? [button('Download', customId('documents-file', tokenOf(added.stored.name)))] : [];
  return {
    embeds: [
      {
        color: COLOURS.found,
        title: escapeLine(title, LIMITS.embedTitle) || '–',
        description: description.join('\n'),
        ...(opening ? { footer: { text: 'quoted word for word' } } : {}),
      },
    ],
    components: rowsOf([...(opening ? [contextButton(opening, undefined)] : []), ...file]),
  };
}

function speakersInWords(speakers: DocumentOverview['speakers']): string {
  if (!speakers) return 'It is still being read for that; look again in a moment.';
  const heard = speakers.slice(0, SPEAKERS);
  if (heard.length === 0) return 'nobody was found to be named in it';
  return heard
    .map(({ actor, positions, mentions }) => {
      const counts = [
        ...(positions > 0 ? [count(positions, 'position')] : []),
        ...(mentions > 0 ? [`named ${mentions} ${mentions === 1 ? 'time' : 'times'}`] : []),
      ];
      return `${escapeLine(actor.name, 60)} (${counts.join(', ')})`;
    })
    .join(' · ');
}

function linesOf(documents: readonly Document[], first: number): string {
  return documents
    .map((document, index) => {
      const [title = '', ...rest] = describe({ ...document, tags: [], url: '' });
      return joinWithin([`**${first + index}** ${title}`, ...rest, sizeOf(document)], ROOM / PAGE);
    })
    .join('\n');
}

function openList(documents: readonly Document[]): Reply['components'] {
  const options = documents.map(({ id, title }) => ({
    label: choiceName(title || shownPath(id)),
    description: choiceName(shownPath(id)),
    value: tokenOf(id),
  }));
  return selectRow(customId('documents-pick'), 'Open a document', options);
}

/** Every file that is not served, or in part, with what to do. */
function faultsEmbed(faults: readonly DocumentFault[]): Reply['embeds'][number] {
  const shown = faults.slice(0, FAULTS);
  const more = faults.length - shown.length;
  const lines = shown.map(
    ({ path, cause, remedy }) =>
      `**${escapeLine(shownPath(path), FAULT.path)}** ${escapeLine(`${cause} ${remedy}`, FAULT.words)}`,
  );
  return {
    color: COLOURS.quiet,
    title: `Files with faults: ${faults.length}`,
    description: [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n'),
  };
}
