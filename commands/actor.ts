import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { replyWithCard } from '../src/discord/actor-card.ts';
import { actorOrTopicChoices, chosenTopic } from '../src/discord/actor-option.ts';
import { openCard, pickCardTopic, shareCard, turnCard } from '../src/discord/card-buttons.ts';
import type { Command } from '../src/discord/command.ts';
import { pickOther } from '../src/discord/comparison-buttons.ts';
import { sendReply } from '../src/discord/reply.ts';

const { String: Text, Boolean: YesNo } = ApplicationCommandOptionType;

export default {
  data: {
    name: 'actor',
    description: 'What a state, an organisation or a person wants, says, did and opposes, in quotations.',
    options: [
      { type: Text, name: 'name', description: 'A name, in any spelling.', required: true, autocomplete: true },
      { type: Text, name: 'topic', description: 'One topic; without it, all of them.', autocomplete: true },
      { type: YesNo, name: 'private', description: 'Only you see the card; you can show it to everyone later.' },
    ],
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async execute(interaction, { desk }) {
    const { options } = interaction;
    const request = { actor: options.getString('name', true), topic: chosenTopic(options.getString('topic'), desk) };
    const hidden = options.getBoolean('private') ?? false;
    const sharing = hidden ? 'offered' : 'none';
    const reply = replyWithCard(desk, request, { section: 'own', page: 0, sharing });
    await sendReply(interaction, reply, hidden ? 'asker' : 'everyone');
  },
  autocomplete: ({ text, option }, { desk }) => actorOrTopicChoices(text, desk, option),
  buttons: { card: turnCard, 'card-open': openCard, 'card-show': shareCard },
  selects: { 'card-topic': pickCardTopic, 'card-compare': pickOther },
} satisfies Command;
