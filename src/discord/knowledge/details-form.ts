import { type APILabelComponent, ComponentType, TextInputStyle } from 'discord.js';
import { type DetailsForm, formOf, LONGEST } from '../../core/document-details.ts';
import { UserError } from '../../core/user-error.ts';
import type { Press, Submit } from '../command.ts';
import { customId } from '../custom-id.ts';
import { escapeText } from '../escape.ts';
import { managedGuild } from '../managed-guild.ts';
import { describe, detailsButton, renderDone } from '../render/knowledge.ts';
import { sendReply } from '../reply.ts';
import { addedBy } from './choose.ts';

const FIELDS: readonly {
  readonly field: keyof DetailsForm;
  readonly label: string;
  readonly description: string;
}[] = [
  { field: 'title', label: 'Title', description: 'As it stands in every citation.' },
  { field: 'author', label: 'Author', description: 'Whose views the document itself argues for.' },
  { field: 'date', label: 'Date', description: 'A year, a month or a day: 2026, 2026-11 or 2026-11-20.' },
  { field: 'url', label: 'Link', description: 'Where it can be read, beginning with https://.' },
  { field: 'tags', label: 'Tags', description: 'Parted by commas. Digests and channels can keep to tags.' },
];

/** *Details*: a form with what is known of a document. State: the document's token. */
export const openDetails: Press = async (interaction, { knowledge }, [token = '']) => {
  const guild = managedGuild(interaction, 'The documents of a server');
  const { document } = addedBy(token, guild, knowledge);
  if (!document) throw unreadable();
  const form = formOf(document);
  const components = FIELDS.map(({ field, label, description }): APILabelComponent => {
    const value = form[field];
    return {
      type: ComponentType.Label,
      label,
      description,
      component: {
        type: ComponentType.TextInput,
        custom_id: field,
        style: TextInputStyle.Short,
        max_length: LONGEST[field],
        required: false,
        ...(value === '' ? {} : { value }),
      },
    };
  });
  await interaction.showModal({
    custom_id: customId('knowledge-form', token),
    title: 'Details of the document',
    components,
  });
};

/** The form sent. State: the document's token. */
export const submitDetails: Submit = async (interaction, { knowledge }, [token = '']) => {
  const guild = managedGuild(interaction, 'The documents of a server');
  const { stored } = addedBy(token, guild, knowledge);
  const { fields } = interaction;
  const form = Object.fromEntries(FIELDS.map(({ field }) => [field, fields.getTextInputValue(field)])) as DetailsForm;
  const edited = await knowledge.edit(guild, stored.name, form);
  if (edited.outcome === 'absent' || !edited.added.document) throw unreadable();
  const { added, faults } = edited;
  const lines = [
    `Kept: ${describe(edited.added.document).join(' · ')}`,
    ...faults.map((fault) => `Not changed: ${escapeText(fault)}`),
  ];
  await sendReply(interaction, renderDone(lines.join('\n'), faults.length > 0 ? [detailsButton(added)] : []), 'asker');
};

function unreadable(): UserError {
  return new UserError(
    'added-document-unreadable',
    'That file cannot be read any more, so nothing can be said of it. /documents list says why.',
  );
}
