import { type ChatInputCommandInteraction, type Guild, type GuildBasedChannel } from 'discord.js';
import { isEmpty } from '../../core/digest.ts';
import type { DigestSettings } from '../../core/digest-settings.ts';
import type { SetOutcome } from '../../core/digests.ts';
import { UserError } from '../../core/user-error.ts';
import type { Services } from '../command.ts';
import { managedGuild } from '../managed-guild.ts';
import { rowsOf } from '../render/buttons.ts';
import { COLOURS } from '../render/colours.ts';
import { type Around, channelLink, renderMoment, renderSettings } from '../render/digest-settings.ts';
import { renderNotice } from '../render/notice.ts';
import { type Reply, sendReply } from '../reply.ts';
import { actionButton } from './actions.ts';
import { aroundOf } from './around.ts';
import { digestBy } from './choose.ts';
import { readableFrom } from './open-channels.ts';
import { isLockedFor, isSeenByEveryone, mayReadHistory, missingPermissions } from './permissions.ts';
import { readWish } from './set-options.ts';

/** `/digest set`: adds a digest, or changes one. Whatever stands against it is told at once, and nothing is saved then. */
export async function setDigest(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const { desk, digests } = services;
  const guild = managedGuild(interaction, 'Digests');
  const changed = interaction.options.getString('change');
  const former = changed === null ? undefined : withoutGone(await digestBy(changed, guild, digests), interaction.guild);
  const { channel, admin, bot } = await placesOf(interaction, former);
  const reading = readWish({
    options: interaction.options,
    desk: await digests.deskOf({ guild, channel: channel.id }),
    now: interaction.createdTimestamp,
    former,
  });
  const faults = [
    ...lacks('channel', channel, missingPermissions(channel, bot)),
    ...(isLockedFor(channel, bot)
      ? [`channel: the thread #${channel.name} is locked. Unlock it, or choose another.`]
      : []),
    ...(admin ? lacks('admin-channel', admin, missingPermissions(admin, bot)) : []),
    ...(admin && isSeenByEveryone(admin) ? [tooPublic(admin)] : []),
    ...(reading.outcome === 'unclear' ? reading.faults : []),
  ];
  if (reading.outcome === 'unclear' || faults.length > 0) {
    const words = ['Nothing was saved.', ...faults].join('\n\n');
    return sendReply(interaction, renderNotice(words), 'asker');
  }
  const outcome = await digests.set(reading.wish, { guild, user: interaction.user.id }, former);
  if (outcome.outcome === 'too-many') {
    const words = `This server has ${outcome.most} digests, as many as there can be. Remove one with /digest remove, or change one with the option “change”.`;
    throw new UserError('too-many-digests', words);
  }
  const around = aroundOf(interaction, desk);
  const isOpen = readableFrom(channel.guild, channel.id);
  const empty = isEmpty(await digests.preview(outcome.settings, isOpen));
  const notes = notesOn(outcome, { around, empty, readsBack: mayReadHistory(channel, bot) });
  await sendReply(interaction, renderSet(outcome, around, notes), 'asker');
}

type Set = Extract<SetOutcome, { outcome: 'set' }>;

function renderSet(set: Set, around: Around, notes: readonly string[]): Reply {
  const { settings, next, changed } = set;
  const lines = [
    `**Digest ${changed ? 'changed' : 'set'}** for ${channelLink(settings.channel, around)}`,
    ...(next === undefined ? [] : [`**${changed ? 'Next' : 'First'}** ${renderMoment(next, settings.timezone)}`]),
    '',
    renderSettings(settings, around),
    ...notes.map((note) => `\n${note}`),
  ];
  const buttons = (['preview', 'now', 'status'] as const).map((action) => actionButton(action, settings.id));
  return { embeds: [{ color: COLOURS.found, description: lines.join('\n') }], components: rowsOf(buttons) };
}

function notesOn(
  { settings, resumed }: Set,
  { around, empty, readsBack }: { readonly around: Around; readonly empty: boolean; readonly readsBack: boolean },
): readonly string[] {
  const place = channelLink(settings.channel, around);
  return [
    ...(settings.paused ? ['It stays paused until `/digest resume`.'] : []),
    ...(resumed ? ['It was paused because it could not be posted, and is posted again now.'] : []),
    ...(empty ? ['As the documents are now, it would have nothing to say.'] : []),
    ...(readsBack
      ? []
      : [
          `The bot may not read the history of ${place}: after a crash it could not check whether its message had arrived, and would leave that day out rather than post twice. Allow it Read Message History there.`,
        ]),
  ];
}

/** The channels chosen, and the bot as a member of the server; throws `UserError` 'bot-not-in-server' or 'channel-gone'. */
async function placesOf({ guild, options }: ChatInputCommandInteraction, former: DigestSettings | undefined) {
  if (!guild)
    throw new UserError(
      'bot-not-in-server',
      'The bot can answer here but is no member of this server, so it cannot post. Invite it anew with the scope “bot”.',
    );
  const adminId = options.getChannel('admin-channel')?.id ?? former?.adminChannel;
  return {
    channel: channelIn(guild, options.getChannel('channel', true).id, 'channel'),
    admin: adminId === undefined ? undefined : channelIn(guild, adminId, 'admin-channel'),
    bot: await guild.members.fetchMe(),
  };
}

function channelIn(guild: Guild, id: string, option: string): GuildBasedChannel {
  const channel = guild.channels.cache.get(id);
  if (channel) return channel;
  throw new UserError(
    'channel-gone',
    `${option}: the bot does not see that channel: it is gone or hidden from the bot. Choose another, or allow the bot View Channel there.`,
  );
}

/** Nobody chose a channel for administrators that was deleted since. */
function withoutGone({ adminChannel, ...settings }: DigestSettings, guild: Guild | null): DigestSettings {
  const there = adminChannel !== undefined && guild?.channels.cache.has(adminChannel);
  return there ? { adminChannel, ...settings } : settings;
}

function lacks(option: string, { name }: GuildBasedChannel, missing: readonly string[]): readonly string[] {
  if (missing.length === 0) return [];
  return [
    `${option}: in #${name} the bot lacks ${missing.join(', ')}. Allow it that in the channel's settings under Permissions, then use the command again.`,
  ];
}

/** What was asked in channels that not everyone reads would otherwise be shown to all. */
function tooPublic({ name }: GuildBasedChannel): string {
  return `admin-channel: everyone in this server can read #${name}, and would read there what others asked in closed channels. Choose a channel that only administrators see.`;
}
