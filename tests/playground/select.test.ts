import { expect, test } from 'vitest';
import type { Command } from '../../src/discord/command.ts';
import { sendReply, turnPage } from '../../src/discord/reply.ts';
import { botOnStandIn } from '../builders/bot.ts';
import { deskOf } from '../builders/document.ts';

const options = ['north', 'south'].map((value) => ({ label: value, value }));
const list = { type: 3 as const, custom_id: 'v1:coast:7', options };
const stray = { ...list, custom_id: 'v0:coast' };
const rows = [list, stray].map((select) => ({ type: 1 as const, components: [select] }));
const files = [{ name: 'map.png', attachment: Buffer.from('a map'), description: 'A map of both coasts' }];

const command: Command = {
  data: { name: 'coasts', description: 'Offers a list.' },
  execute: (interaction) =>
    sendReply(interaction, { embeds: [{ description: 'Which?' }], components: rows, files }, 'everyone'),
  selects: {
    coast: (interaction, _desk, chosen, [state]) =>
      turnPage(interaction, { embeds: [{ description: `${chosen} ${state}` }], components: [] }),
  },
};

test('a list takes one of its options to the command that made it, and a picture goes with its message', async () => {
  const discord = await botOnStandIn(deskOf([]), [command]);
  try {
    const asked = await discord.slash({ command: 'coasts' });
    if (!('posted' in asked)) throw new Error(asked.outcome);
    const { id, attachments } = asked.posted.message;
    expect(attachments).toMatchObject([
      { filename: 'map.png', description: 'A map of both coasts', size: 5, content_type: 'image/png' },
    ]);
    expect(await (await fetch(String(attachments[0]?.['url']))).text()).toBe('a map');

    await expect(discord.select(id, 'v1:coast:7', 'east')).rejects.toThrow('no option “east”');
    await expect(discord.select(id, 'v1:coast:7', ['north', 'south'])).rejects.toThrow('1 to 1');
    await expect(discord.select(id, 'v1:none', 'north')).rejects.toThrow('no list');
    expect(await discord.select(id, 'v0:coast', 'north')).toMatchObject({
      posted: { message: { embeds: [{ description: expect.stringContaining('That list has expired') }] } },
    });
    expect(await discord.select(id, 'v1:coast:7', 'north')).toMatchObject({
      outcome: 'updated',
      posted: { message: { embeds: [{ description: 'north 7' }], attachments: [] } },
    });
    expect(discord.violations).toEqual([]);
  } finally {
    await discord.stop();
  }
});
