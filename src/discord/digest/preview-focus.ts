import type { ChatInputCommandInteraction } from 'discord.js';
import { type DigestSettings, weekdays } from '../../core/digest-settings.ts';
import { explainUnclearFocus } from '../../core/focus.ts';
import type { Services } from '../command.ts';
import { managedGuild } from '../managed-guild.ts';
import { renderNotice } from '../render/notice.ts';
import { sendReply } from '../reply.ts';
import { actions } from './actions.ts';
import { aroundOf } from './around.ts';
import { digestBy } from './choose.ts';
import { mustSee } from './rights.ts';

/** `/digest preview focus:…`: what a digest would be with a focus that it has not, or what one would be that is not set. */
export async function previewFocus(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const guildId = managedGuild(interaction, 'Digests');
  const { options, channelId, user, createdTimestamp } = interaction;
  const { digests } = services;
  const named = options.getString('digest');
  const base = named === null ? undefined : await digestBy(named, guildId, digests);
  const place = { guild: guildId, channel: base?.channel ?? channelId };
  mustSee(interaction, place.channel);
  const reading = (await digests.deskOf(place)).readFocus(options.getString('focus', true));
  if (reading.outcome === 'unclear')
    return sendReply(interaction, renderNotice(explainUnclearFocus(reading.unclear)), 'asker');
  const unset: DigestSettings = {
    ...place,
    id: '',
    at: '08:00',
    timezone: 'UTC',
    days: weekdays,
    focus: reading.focus,
    whenEmpty: 'silent',
    catchUpHours: 0,
    createdBy: user.id,
    createdAt: createdTimestamp,
  };
  const settings = { ...(base ?? unset), focus: reading.focus };
  const around = aroundOf(interaction, services.desk);
  await sendReply(interaction, await actions.preview(settings, { services, around, interaction }), 'asker');
}
