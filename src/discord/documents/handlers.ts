import type { BaseInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Added } from '../../core/added-document.ts';
import type { Document } from '../../core/document.ts';
import { byTitle } from '../../core/document-search.ts';
import { UserError } from '../../core/user-error.ts';
import type { Pick, Press, Services } from '../command.ts';
import { chosenDocument } from '../document-option.ts';
import { manages } from '../managed-guild.ts';
import { renderAbsence } from '../render/absence.ts';
import { renderDocument, renderDocuments, renderSearched } from '../render/documents.ts';
import { quoted, renderDone, sizeInWords } from '../render/knowledge.ts';
import { type Reply, sendReply, turnPage } from '../reply.ts';
import { keyOf, tokenOf } from '../token.ts';

/** `/documents`, by its subcommand; only the person who asks sees the reply. */
export async function executeDocuments(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const { options } = interaction;
  switch (options.getSubcommand()) {
    case 'show': {
      const named = chosenDocument(options.getString('document', true), services.desk) ?? '';
      return sendReply(interaction, showDocument(interaction, services, named), 'asker');
    }
    case 'search':
      return sendReply(interaction, searchFor(options.getString('words', true), services), 'asker');
    default:
      return sendReply(interaction, listPage(interaction, services, 0), 'asker');
  }
}

/** *Previous* and *Next*. State: the page, from 0. */
export const turnDocuments: Press = async (interaction, services, [page]) => {
  await turnPage(interaction, listPage(interaction, services, Number(page) || 0));
};

/** The choice of a document from a list. */
export const pickDocument: Pick = async (interaction, services, chosen) => {
  const ids = services.desk.library().documents.map(({ id }) => id);
  const id = keyOf(chosen, ids);
  if (id === undefined) throw gone();
  await sendReply(interaction, showDocument(interaction, services, id), 'asker');
};

/** *Download*: the file as this server added it. State: its token. */
export const sendDocument: Press = async (interaction, { desk, knowledge }, [token = '']) => {
  const { guildId, attachmentSizeLimit } = interaction;
  const seen = new Set(desk.library().documents.map(({ id }) => id));
  const found = knowledge
    .list(guildId ?? '')
    .find(({ stored, document }) => document && seen.has(document.id) && tokenOf(stored.name) === token);
  if (!found?.document) throw gone();
  const { stored, document } = found;
  if (stored.size > attachmentSizeLimit) {
    const words = `${stored.name} has ${sizeInWords(stored.size)}, and Discord takes ${sizeInWords(attachmentSizeLimit)} at most here. Ask whoever added it.`;
    throw new UserError('document-too-large', words);
  }
  const bytes = await knowledge.bytes(stored.guild, stored.name);
  if (!bytes) throw gone();
  const description = `The file as it was added: ${document.title}`.slice(0, 200);
  const file = { name: stored.name, attachment: Buffer.from(bytes), description };
  await sendReply(
    interaction,
    { ...renderDone(`${quoted(document.title)}, as it was added.`), files: [file] },
    'asker',
  );
};

function listPage(interaction: BaseInteraction, { desk, knowledge }: Services, page: number): Reply {
  const { documents, faults } = desk.library();
  const own = knowledge
    .list(interaction.guildId ?? '')
    .filter(({ document }) => !document)
    .flatMap(({ stored, faults: [fault] }) => (fault ? [{ ...fault, path: stored.name }] : []));
  const sorted = [...documents].sort(byTitle);
  return renderDocuments({ documents: sorted, page, faults: manages(interaction) ? [...own, ...faults] : [] });
}

function showDocument({ guildId }: BaseInteraction, { desk, knowledge }: Services, named: string): Reply {
  const overview = desk.document(named);
  return renderDocument(overview, ownOf(overview.document, guildId, knowledge));
}

/** A document as this server added it. */
function ownOf({ id }: Document, guild: string | null, knowledge: Services['knowledge']): Added | undefined {
  return knowledge.list(guild ?? '').find(({ document }) => document?.id === id);
}

function searchFor(typed: string, { desk }: Services): Reply {
  const found = desk.searchDocuments(typed);
  if (found.length > 0) return renderSearched(found, typed);
  const near = desk.suggest(typed).slice(0, 5);
  if (near.length > 0) return renderSearched(near, `like “${typed}”`);
  return renderAbsence(
    `No document has “${typed.slice(0, 100)}” in its title, author, date or tags. What the documents say is found with /ask.`,
  );
}

/** The same words whether it is gone or was never seen here. */
function gone(): UserError {
  return new UserError(
    'document-gone',
    'That document is gone: it was removed, or this channel searches it no longer. /documents list shows what there is.',
  );
}
