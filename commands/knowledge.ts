import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { feedOptions } from '../src/discord/feed/options.ts';
import { FILES, fileOption } from '../src/discord/knowledge/add.ts';
import { openDetails, submitDetails } from '../src/discord/knowledge/details-form.ts';
import { executeKnowledge, keepDocument, knowledgeChoices, removeDocument } from '../src/discord/knowledge/handlers.ts';
import { clearScope } from '../src/discord/knowledge/scope.ts';

const { Subcommand, String: Text, Attachment, Channel } = ApplicationCommandOptionType;

const files = Array.from({ length: FILES }, (_, at): APIApplicationCommandBasicOption => {
  const description =
    at === 0 ? 'PDF, Word, web page, EPUB, OpenDocument, Markdown or text; 25 MB at most.' : 'One more.';
  return { type: Attachment, name: fileOption(at + 1), description, required: at === 0 };
});
const document: APIApplicationCommandBasicOption = {
  type: Text,
  name: 'document',
  description: 'One that this server added.',
  required: true,
  autocomplete: true,
};
const EVERYWHERE = { name: 'every server that this bot is in', value: 'all' };
const HERE = { name: 'this server alone', value: 'own' };

export default {
  data: {
    name: 'knowledge',
    description: 'The documents that this server adds, and where they are found.',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      {
        type: Subcommand,
        name: 'add',
        description: 'Add up to ten files; this server alone finds them.',
        options: files,
      },
      {
        type: Subcommand,
        name: 'remove',
        description: 'Delete a document with all that was made of it.',
        options: [document],
      },
      {
        type: Subcommand,
        name: 'rename',
        description: 'Give a document another title.',
        options: [
          document,
          { type: Text, name: 'title', description: 'The new one.', required: true, min_length: 1, max_length: 200 },
        ],
      },
      {
        type: Subcommand,
        name: 'share',
        description: 'Let every server find a document, or this one alone again.',
        options: [
          document,
          { type: Text, name: 'with', description: 'Who finds it.', required: true, choices: [EVERYWHERE, HERE] },
        ],
      },
      {
        type: Subcommand,
        name: 'scope',
        description: 'Let a channel find only documents with certain tags.',
        options: [
          {
            type: Channel,
            name: 'channel',
            description: 'The channel; its threads go with it.',
            required: true,
            channel_types: [
              ChannelType.GuildText,
              ChannelType.GuildAnnouncement,
              ChannelType.GuildForum,
              ChannelType.GuildVoice,
              ChannelType.GuildStageVoice,
              ChannelType.PublicThread,
              ChannelType.PrivateThread,
              ChannelType.AnnouncementThread,
            ],
          },
          {
            type: Text,
            name: 'tags',
            description: 'Parted by commas; without any, you see what holds now.',
            max_length: 300,
            autocomplete: true,
          },
        ],
      },
      feedOptions,
    ],
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  execute: executeKnowledge,
  autocomplete: knowledgeChoices,
  buttons: {
    'knowledge-details': openDetails,
    'knowledge-remove': removeDocument,
    'knowledge-keep': keepDocument,
    'knowledge-clear': clearScope,
  },
  modals: { 'knowledge-form': submitDetails },
} satisfies Command;
