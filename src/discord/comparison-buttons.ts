import { showComparison } from './actor-comparison.ts';
import { topicBy } from './actor-option.ts';
import type { Pick, Press } from './command.ts';
import { readComparisonView } from './comparison-view.ts';
import { ALL_TOPICS } from './render/card.ts';
import { sendReply, turnPage } from './reply.ts';
import { showEveryone } from './sharing.ts';

/** Another page of a comparison, or the comparison of the actors offered. */
export const turnComparison: Press = async (interaction, { desk }, state) => {
  await turnPage(interaction, await showComparison(desk, readComparisonView(state, desk)));
};

/** *Show everyone* below a private comparison. */
export const shareComparison = showEveryone(readComparisonView, showComparison);

/** *Topic*: the comparison on one topic, or on all of them. */
export const pickComparisonTopic: Pick = async (interaction, { desk }, chosen, state) => {
  const topic = chosen === ALL_TOPICS ? undefined : topicBy(chosen, desk);
  await turnPage(interaction, await showComparison(desk, { ...readComparisonView(state, desk), topic }));
};

/** *Compare with*, below a card: a comparison for the person who chose. */
export const pickOther: Pick = async (interaction, { desk }, chosen, [actor = '', topic = '']) => {
  const view = readComparisonView([`${actor}+${chosen}`, topic], desk);
  await sendReply(interaction, await showComparison(desk, { ...view, sharing: 'offered' }), 'asker');
};
