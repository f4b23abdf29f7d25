import { replyWithCard } from './actor-card.ts';
import { readCardView, requestOf } from './card-view.ts';
import type { Pick, Press } from './command.ts';
import { sendReply, turnPage } from './reply.ts';
import { showEveryone } from './sharing.ts';
import { showTopic } from './topic-overview.ts';
import { readTopicView } from './topic-view.ts';

/** Another page of a topic, or one of the topics offered. */
export const turnTopic: Press = async (interaction, { desk }, state) => {
  await turnPage(interaction, await showTopic(desk, readTopicView(state, desk)));
};

/** *Show everyone* below a private topic. */
export const shareTopic = showEveryone(readTopicView, showTopic);

/** *Card of*, below a topic: an actor's card on that topic, for the person who chose. */
export const pickTopicCard: Pick = async (interaction, { desk }, chosen, [topic = '']) => {
  const view = { ...readCardView([chosen, topic, 'own', '0'], desk), sharing: 'offered' as const };
  await sendReply(interaction, replyWithCard(desk, requestOf(view), view), 'asker');
};
