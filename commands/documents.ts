import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { documentChoices } from '../src/discord/document-option.ts';
import { executeDocuments, pickDocument, sendDocument, turnDocuments } from '../src/discord/documents/handlers.ts';

const { Subcommand, String: Text } = ApplicationCommandOptionType;

export default {
  data: {
    name: 'documents',
    description: 'The documents from which everything here is quoted.',
    options: [
      { type: Subcommand, name: 'list', description: 'All of them.' },
      {
        type: Subcommand,
        name: 'show',
        description: 'One of them: who is quoted in it, and how it begins.',
        options: [
          { type: Text, name: 'document', description: 'Its title or file.', required: true, autocomplete: true },
        ],
      },
      {
        type: Subcommand,
        name: 'search',
        description: 'Those with these words in title, author, date or tags.',
        options: [{ type: Text, name: 'words', description: 'Such as trade 2023.', required: true, max_length: 100 }],
      },
    ],
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  execute: executeDocuments,
  autocomplete: ({ text }, { desk }) => documentChoices(text, desk),
  buttons: { 'documents-page': turnDocuments, 'documents-file': sendDocument },
  selects: { 'documents-pick': pickDocument },
} satisfies Command;
