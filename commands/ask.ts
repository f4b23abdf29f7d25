import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { showContext, showEveryone, showMore } from '../src/discord/answer-buttons.ts';
import type { Command } from '../src/discord/command.ts';
import { chosenDocument, documentChoices } from '../src/discord/document-option.ts';
import { renderAnswer } from '../src/discord/render/answer.ts';
import { sendReply } from '../src/discord/reply.ts';

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
  async execute(interaction, { desk, asked }) {
    const { options } = interaction;
    const question = options.getString('question', true);
    const request = { question, document: chosenDocument(options.getString('document'), desk) };
    const hidden = options.getBoolean('private') ?? false;
    const answer = desk.ask(request);
    const reply = renderAnswer(answer, { id: asked.keep(request), sharing: hidden ? 'offered' : 'none' });
    await sendReply(interaction, reply, hidden ? 'asker' : 'everyone');
  },
  autocomplete: ({ text }, { desk }) => documentChoices(text, desk),
  buttons: { context: showContext, more: showMore, show: showEveryone },
} satisfies Command;
