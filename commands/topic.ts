import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { actorOrTopicChoices, chosenTopic } from '../src/discord/actor-option.ts';
import type { Command } from '../src/discord/command.ts';
import { sendReply } from '../src/discord/reply.ts';
import { pickTopicCard, shareTopic, turnTopic } from '../src/discord/topic-buttons.ts';
import { showTopic } from '../src/discord/topic-overview.ts';

const { String: Text, Boolean: YesNo } = ApplicationCommandOptionType;

export default {
  data: {
    name: 'topic',
    description: 'Who holds what on a topic, in quotations, with a picture.',
    options: [
      { type: Text, name: 'topic', description: 'Such as nuclear weapons.', required: true, autocomplete: true },
      { type: YesNo, name: 'private', description: 'Only you see it; you can show it to everyone later.' },
    ],
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async execute(interaction, { desk }) {
    const { options } = interaction;
    const topic = chosenTopic(options.getString('topic', true), desk) ?? '';
    const hidden = options.getBoolean('private') ?? false;
    const reply = await showTopic(desk, { topic, page: 0, sharing: hidden ? 'offered' : 'none' });
    await sendReply(interaction, reply, hidden ? 'asker' : 'everyone');
  },
  autocomplete: ({ text, option }, { desk }) => actorOrTopicChoices(text, desk, option),
  buttons: { topic: turnTopic, 'topic-show': shareTopic },
  selects: { 'topic-card': pickTopicCard },
} satisfies Command;
