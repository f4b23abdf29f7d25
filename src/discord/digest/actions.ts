import { type APIButtonComponentWithCustomId, type BaseInteraction, ButtonStyle } from 'discord.js';
import { isEmpty } from '../../core/digest.ts';
import type { DigestSettings } from '../../core/digest-settings.ts';
import type { Posting } from '../../core/digests.ts';
import type { Services } from '../command.ts';
import { customId } from '../custom-id.ts';
import { escapeText } from '../escape.ts';
import { button, rowsOf } from '../render/buttons.ts';
import { COLOURS } from '../render/colours.ts';
import { renderDigest, renderEmptyDigest } from '../render/digest.ts';
import {
  type Around,
  channelLink,
  messageLink,
  renderMoment,
  renderStatus,
  timesInWords,
} from '../render/digest-settings.ts';
import type { Reply } from '../reply.ts';
import { readableFrom } from './open-channels.ts';
import { mustSee } from './rights.ts';

/** What can be done with a digest that is set. */
export const actions = { status, preview, now, pause, resume, remove };
export type Action = keyof typeof actions;

const LABELS: Readonly<Record<Action, string>> = {
  status: 'Status',
  preview: 'Preview',
  now: 'Post now',
  pause: 'Pause',
  resume: 'Resume',
  remove: 'Remove',
};

type What = { readonly services: Services; readonly around: Around; readonly interaction: BaseInteraction };

/** A button that does something with a digest. */
export function actionButton(action: Action, id: string): APIButtonComponentWithCustomId {
  return button(LABELS[action], customId('digest-do', action, id));
}

export function isAction(name: string | undefined): name is Action {
  return name !== undefined && Object.hasOwn(actions, name);
}

async function status(settings: DigestSettings, { services, around }: What): Promise<Reply> {
  const description = renderStatus(await services.digests.status(settings), around);
  const offered: readonly Action[] = ['preview', 'now', settings.paused ? 'resume' : 'pause', 'remove'];
  const components = rowsOf(offered.map((action) => actionButton(action, settings.id)));
  return { embeds: [{ color: COLOURS.found, description }], components };
}

/** What the channel would get, for somebody who sees the channel; the buttons below it work as they will there. */
async function preview(settings: DigestSettings, { services, interaction }: What): Promise<Reply> {
  const { digests, memory } = services;
  mustSee(interaction, settings.channel);
  const digest = await digests.preview(settings, readableFrom(interaction.guild ?? undefined, settings.channel));
  const id = 'preview';
  if (isEmpty(digest)) {
    const posts =
      settings.whenEmpty === 'silent' ? 'On such a day nothing is posted.' : 'On such a day this line is posted.';
    const reply = renderEmptyDigest(digest, { id });
    return { ...reply, embeds: [...reply.embeds, { color: COLOURS.quiet, description: `-# ${posts}` }] };
  }
  // It is shown where somebody looks at it, not where it will be posted.
  const channel = interaction.channelId ?? settings.channel;
  const question =
    digest.asked && (await memory.keep({ question: digest.asked.question }, { guild: settings.guild, channel }));
  return renderDigest(digest, { id, timezone: settings.timezone, asked: question });
}

async function now(settings: DigestSettings, { services, around }: What): Promise<Reply> {
  const { posting, next } = await services.digests.now(settings);
  const words = postingInWords(posting, settings, around);
  const posted = posting.outcome === 'posted' || posting.outcome === 'posted-before';
  return plain(posted && next !== undefined ? `${words}\nNext: ${renderMoment(next, settings.timezone)}` : words);
}

async function pause(settings: DigestSettings, { services, around }: What): Promise<Reply> {
  const fresh = await services.digests.pause(settings);
  const words = `The digest in ${channelLink(settings.channel, around)} ${fresh ? 'is paused until somebody resumes it' : 'was paused already'}.`;
  return plain(words, [actionButton('resume', settings.id)]);
}

async function resume(settings: DigestSettings, { services, around }: What): Promise<Reply> {
  const { resumed, next } = await services.digests.resume(settings);
  const words = `The digest in ${channelLink(settings.channel, around)} ${resumed ? 'is posted again' : 'was not paused'}.`;
  return plain(next === undefined ? words : `${words}\nNext: ${renderMoment(next, settings.timezone)}`);
}

/** Asks first. */
async function remove(settings: DigestSettings, { around }: What): Promise<Reply> {
  const words = [
    `Remove the digest in ${channelLink(settings.channel, around)} (${timesInWords(settings)})?`,
    'Its settings and the record of what it posted are deleted. The messages that it posted stay in the channel.',
  ].join('\n');
  return plain(words, [
    { ...button('Remove it', customId('digest-remove', settings.id)), style: ButtonStyle.Danger },
    button('Keep it', customId('digest-keep')),
  ]);
}

/** A few words of our own, with buttons below. */
export function plain(description: string, buttons: readonly APIButtonComponentWithCustomId[] = []): Reply {
  return { embeds: [{ color: COLOURS.quiet, description }], components: rowsOf(buttons) };
}

function postingInWords(posting: Posting, settings: DigestSettings, around: Around): string {
  const place = channelLink(settings.channel, around);
  switch (posting.outcome) {
    case 'posted':
      return `Posted in ${place}: ${messageLink(settings, posting.message)}`;
    case 'posted-before':
      return `Today’s digest was posted <t:${Math.floor(posting.sentAt / 1000)}:R>: ${messageLink(settings, posting.message)}`;
    case 'empty':
      return 'There is nothing to say today, and this digest posts nothing then. `/digest set` with `change` and `empty-days` makes it post a line.';
    case 'under-way':
      return `It is being posted at this moment; look in ${place}.`;
    case 'failed':
      return `It could not be posted: ${escapeText(posting.reason)}`;
  }
}
