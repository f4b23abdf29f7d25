import type { Embed, Message, MessageSnapshot } from 'discord.js';

/** What people and things are called by in a message's source: mentions, emoji, times, commands. None of it is a word. */
const CALLED = /<(?:[@#][!&]?\d+|a?:\w+:\d+|t:-?\d+(?::\w)?|\/[^:>]+:\d+|id:\w+)>/gu;
/** Code units of a message that are read: what the longest one and its embeds can hold. */
const LONGEST = 10_000;

/** What a message says: its own text, what it forwards, and its embeds, without their titles, which bots fill with questions. */
export function textOf(message: Message): string {
  const texts = [message, ...message.messageSnapshots.values()].flatMap(textsOf);
  return texts
    .map((text) => text.replace(CALLED, ' '))
    .join('\n\n')
    .slice(0, LONGEST);
}

function textsOf({ content, embeds }: Message | MessageSnapshot): string[] {
  return [content, ...embeds.flatMap(textsOfEmbed)].filter((text) => text.trim() !== '');
}

function textsOfEmbed({ description, fields }: Embed): string[] {
  return [description ?? '', ...fields.map(({ value }) => value)];
}
