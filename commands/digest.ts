import {
  ApplicationCommandOptionType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
} from 'discord.js';
import { showAnswer } from '../src/discord/answer-buttons.ts';
import type { Command } from '../src/discord/command.ts';
import { digestOptionChoices } from '../src/discord/digest/choices.ts';
import { doWithDigest, executeDigest, keepDigest, pickDigest, removeDigest } from '../src/discord/digest/handlers.ts';
import { focus, setOptions, which } from '../src/discord/digest/options.ts';
import { openQuestionForm, submitQuestion } from '../src/discord/digest/question-form.ts';

const { Subcommand } = ApplicationCommandOptionType;

export default {
  data: {
    name: 'digest',
    description: 'A daily digest of the documents in a channel of your choice.',
    default_member_permissions: String(PermissionFlagsBits.ManageGuild),
    options: [
      { type: Subcommand, name: 'set', description: 'Set up a digest, or change one.', options: setOptions },
      {
        type: Subcommand,
        name: 'preview',
        description: 'See the next digest now; nobody else does.',
        options: [which, focus],
      },
      { type: Subcommand, name: 'now', description: 'Post today’s digest at once.', options: [which] },
      {
        type: Subcommand,
        name: 'status',
        description: 'When it came and comes next, and why it was missed.',
        options: [which],
      },
      { type: Subcommand, name: 'pause', description: 'Stop posting until you resume it.', options: [which] },
      { type: Subcommand, name: 'resume', description: 'Post it again.', options: [which] },
      { type: Subcommand, name: 'remove', description: 'Remove a digest with its history.', options: [which] },
      { type: Subcommand, name: 'list', description: 'All digests of this server.' },
    ],
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  execute: executeDigest,
  autocomplete: digestOptionChoices,
  buttons: {
    'digest-ask': openQuestionForm,
    'digest-answer': showAnswer,
    'digest-do': doWithDigest,
    'digest-remove': removeDigest,
    'digest-keep': keepDigest,
  },
  selects: { 'digest-pick': pickDigest },
  modals: { 'digest-question': submitQuestion },
} satisfies Command;
