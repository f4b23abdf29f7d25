import { setInterval } from 'node:timers';
import { type Attachment, type ChatInputCommandInteraction, MessageFlags } from 'discord.js';
import { MOST_BYTES } from '../../core/knowledge.ts';
import { UserError } from '../../core/user-error.ts';
import type { Services } from '../command.ts';
import { managedGuild } from '../managed-guild.ts';
import { type FileProgress, renderAdding } from '../render/knowledge.ts';
import { editReply } from '../reply.ts';
import { download } from './download.ts';

/** Files of one command, and milliseconds between two reports of how far it is. */
export const FILES = 10;
const REPORT_EVERY = 1500;

/** The name of the option for a file, from 1. */
export function fileOption(number: number): string {
  return number === 1 ? 'file' : `file-${number}`;
}

/** `/knowledge add`: takes one file after the other, and tells in one message, seen by its reader alone, how it goes. */
export async function addFiles(interaction: ChatInputCommandInteraction, services: Services): Promise<void> {
  const guild = managedGuild(interaction, 'The documents of a server');
  const attachments = Array.from({ length: FILES }, (_, at) => interaction.options.getAttachment(fileOption(at + 1)));
  const files = attachments.filter((attachment) => attachment !== null);
  const progress = files.map((file): FileProgress => ({ name: nameOf(file), state: 'waiting' }));
  await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  const report = reporter(interaction, progress);
  try {
    for (const [at, file] of files.entries()) {
      progress[at] = { name: nameOf(file), state: 'reading' };
      progress[at] = { name: nameOf(file), state: await addFile(interaction, services, guild, file) };
    }
  } finally {
    await report.end();
  }
}

async function addFile(
  { client, user }: ChatInputCommandInteraction,
  { knowledge }: Services,
  guild: string,
  file: Attachment,
): Promise<FileProgress['state']> {
  if (file.size > MOST_BYTES) return { outcome: 'too-large', most: MOST_BYTES, size: file.size };
  const got = await download(file, client);
  if (got.outcome === 'failed') return got;
  try {
    return await knowledge.add(guild, { name: nameOf(file), bytes: got.bytes, by: user.id });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { outcome: 'failed', cause: error.message, remedy: '' };
  }
}

/** Discord changes letters of a file's name that it does not like; its title has them, mostly without the ending. */
function nameOf({ name, title }: Attachment): string {
  const ending = /\.[^.]+$/u.exec(name)?.[0] ?? '';
  if (!title) return name;
  return title.toLowerCase().endsWith(ending.toLowerCase()) ? title : title + ending;
}

/** Shows from time to time how far it is, and at the end what came of it. */
function reporter(interaction: ChatInputCommandInteraction, progress: readonly FileProgress[]) {
  let last = Promise.resolve();
  let shown = '';
  const show = async () => {
    const state = progress.map((file) => (typeof file.state === 'string' ? file.state : 'done')).join();
    if (state === shown) return;
    shown = state;
    await editReply(interaction, renderAdding(progress));
  };
  // A report that does not arrive is no reason to stop: the next one or the last one may.
  const timer = setInterval(() => {
    last = last.then(show).catch(() => {});
  }, REPORT_EVERY);
  return {
    async end(): Promise<void> {
      clearInterval(timer);
      await last;
      shown = '';
      await show();
    },
  };
}
