import type { ChatInputCommandInteraction, ModalSubmitInteraction } from 'discord.js';
import type { Asked } from '../core/storage.ts';
import type { Services } from './command.ts';
import { renderAnswer } from './render/answer.ts';
import { type Audience, sendReply } from './reply.ts';

/** Answers a question, and remembers it for the buttons below its answer and for the log. */
export async function answerQuestion(
  interaction: ChatInputCommandInteraction | ModalSubmitInteraction,
  { desk, memory }: Services,
  asked: Asked,
  audience: Audience,
): Promise<void> {
  const answer = desk.ask(asked);
  const hidden = audience === 'asker';
  const { guildId, channelId, user } = interaction;
  const by = { guild: guildId ?? '', channel: channelId ?? '', user: user.id, private: hidden };
  const id = await memory.keep(asked, { guild: by.guild, channel: by.channel });
  await sendReply(interaction, renderAnswer(answer, { id, sharing: hidden ? 'offered' : 'none' }), audience);
  await memory.log(asked, answer, by);
}
