import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { replyWithComparison } from '../src/discord/actor-comparison.ts';
import { actorOrTopicChoices, chosenTopic } from '../src/discord/actor-option.ts';
import type { Command } from '../src/discord/command.ts';
import { pickComparisonTopic, shareComparison, turnComparison } from '../src/discord/comparison-buttons.ts';
import { sendReply } from '../src/discord/reply.ts';

const { String: Text, Boolean: YesNo } = ApplicationCommandOptionType;

export default {
  data: {
    name: 'compare',
    description: 'Sets two or three actors side by side, topic by topic, opposed stances first.',
    options: [
      { type: Text, name: 'first', description: 'An actor, in any spelling.', required: true, autocomplete: true },
      { type: Text, name: 'second', description: 'Another actor.', required: true, autocomplete: true },
      { type: Text, name: 'third', description: 'One more actor, if you like.', autocomplete: true },
      { type: Text, name: 'topic', description: 'One topic; without it, all of them.', autocomplete: true },
      { type: YesNo, name: 'private', description: 'Only you see it; you can show it to everyone later.' },
    ],
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },
  async execute(interaction, { desk }) {
    const { options } = interaction;
    const actors = ['first', 'second', 'third'].flatMap((name) => options.getString(name) ?? []);
    const hidden = options.getBoolean('private') ?? false;
    const request = { actors, topic: chosenTopic(options.getString('topic'), desk) };
    const reply = await replyWithComparison(desk, request, { page: 0, sharing: hidden ? 'offered' : 'none' });
    await sendReply(interaction, reply, hidden ? 'asker' : 'everyone');
  },
  autocomplete: ({ text, option }, { desk }) => actorOrTopicChoices(text, desk, option),
  buttons: { compare: turnComparison, 'compare-show': shareComparison },
  selects: { 'compare-topic': pickComparisonTopic },
} satisfies Command;
