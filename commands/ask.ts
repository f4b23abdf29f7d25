import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { judgeAnswer, showContext, showEveryone, showMore } from '../src/discord/answer-buttons.ts';
import { answerQuestion } from '../src/discord/answer-question.ts';
import type { Command } from '../src/discord/command.ts';
import { chosenDocument, documentChoices } from '../src/discord/document-option.ts';

const { String: Text, Boolean: YesNo } = ApplicationCommandOptionType;

export default {
  data: {
    name: 'ask',
    description: 'Ask the documents; they answer in their own words, with paragraph and source.',
    options: [
      { type: Text, name: 'question', description: 'In your own words, or “an exact phrase”.', required: true },
      { type: Text, name: 'document', description: 'One document; without it, all of them.', autocomplete: true },
      { type: YesNo, name: 'private', description: 'Only you see the answer; you can show it to everyone later.' },
    ],
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async execute(interaction, services) {
    const { options } = interaction;
    const question = options.getString('question', true);
    const document = chosenDocument(options.getString('document'), services.desk);
    const audience = options.getBoolean('private') ? 'asker' : 'everyone';
    await answerQuestion(interaction, services, { question, document }, audience);
  },
  autocomplete: ({ text }, { desk }) => documentChoices(text, desk),
  buttons: {
    context: showContext,
    more: showMore,
    show: showEveryone,
    helpful: judgeAnswer(true),
    unhelpful: judgeAnswer(false),
  },
} satisfies Command;
