import { showCard } from './actor-card.ts';
import { topicBy } from './actor-option.ts';
import { readCardView } from './card-view.ts';
import type { Pick, Press } from './command.ts';
import { ALL_TOPICS } from './render/card.ts';
import { sendReply, turnPage } from './reply.ts';
import { showEveryone } from './sharing.ts';

/** Another page or section of a card, or the card of one of the actors offered. */
export const turnCard: Press = async (interaction, { desk }, state) => {
  await turnPage(interaction, showCard(desk, readCardView(state, desk)));
};

/** *Card*, below a comparison: an actor's card, for the person who pressed. */
export const openCard: Press = async (interaction, { desk }, state) => {
  await sendReply(interaction, showCard(desk, readCardView(state, desk)), 'asker');
};

/** *Show everyone* below a private card. */
export const shareCard = showEveryone(readCardView, showCard);

/** *Topic*: the card on one topic, or on all of them. */
export const pickCardTopic: Pick = async (interaction, { desk }, chosen, state) => {
  const topic = chosen === ALL_TOPICS ? undefined : topicBy(chosen, desk);
  await turnPage(interaction, showCard(desk, { ...readCardView(state, desk), topic }));
};
