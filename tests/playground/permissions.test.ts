import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelPermissions, PERMISSION, type Permission } from '../../src/playground/permissions.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { ASK, connect, register, rest } from './raw-bot.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.stop());

const team = () => {
  const [guild] = standIn.guilds;
  if (!guild) throw new Error('There is no guild');
  return guild;
};
const channelOf = (name: string) => {
  const found = team().channels.find((channel) => channel.name === name);
  if (!found) throw new Error(`There is no channel ${name}`);
  return found;
};
/** Which of these somebody has in a channel. */
function held(who: string, where: string, ...asked: readonly Permission[]): readonly Permission[] {
  const user = [...team().members, standIn.bot].find(({ username }) => username === who);
  const granted = channelPermissions(team(), channelOf(where), user?.id ?? '');
  return asked.filter((name) => (granted & PERMISSION[name]) !== 0n);
}
const post = async (channel: string, body: unknown = { content: 'Hello' }) => {
  const { status, body: answer } = await rest(standIn, 'POST', `/channels/${channelOf(channel).id}/messages`, body);
  return [status, answer?.['code']];
};

describe('What somebody may do in a channel', () => {
  it('is everything for the owner and for administrators, whatever a channel denies', () => {
    standIn.admin.setRights({ channel: 'general' }, '@everyone', { deny: ['VIEW_CHANNEL'] });
    expect(held('mara', 'general', 'VIEW_CHANNEL', 'MANAGE_GUILD')).toEqual(['VIEW_CHANNEL', 'MANAGE_GUILD']);
    standIn.admin.setRole('Analysts', ['ADMINISTRATOR']);
    expect(held('jun', 'board', 'VIEW_CHANNEL', 'MANAGE_GUILD')).toEqual(['VIEW_CHANNEL', 'MANAGE_GUILD']);
    expect(held('tom', 'general', 'VIEW_CHANNEL')).toEqual([]);
  });

  it('is everything for the owner without any role', () => {
    standIn.admin.setRole('Administrators', []);
    expect(held('mara', 'board', 'VIEW_CHANNEL', 'MANAGE_GUILD')).toEqual(['VIEW_CHANNEL', 'MANAGE_GUILD']);
  });

  it('is what one of their roles allows, although another denies it', async () => {
    const other = await startStandIn({
      guilds: [
        {
          name: 'Island',
          roles: { Readers: [], Writers: [] },
          members: ['mara', { name: 'jun', roles: ['Readers', 'Writers'] }, { name: 'tom', roles: ['Readers'] }],
          channels: [
            { name: 'coast', rights: { Writers: { allow: ['SEND_MESSAGES'] }, Readers: { deny: ['SEND_MESSAGES'] } } },
          ],
        },
      ],
    });
    expect(other.write({ member: 'jun', content: 'Eight.' }).message.content).toBe('Eight.');
    expect(() => other.write({ member: 'tom', content: 'Nine.' })).toThrow('tom may not write in coast.');
    await other.stop();
  });

  it('follows what the channel says for everyone, then for roles, then for the person', () => {
    const general = { channel: 'general' };
    standIn.admin.setRights(general, '@everyone', { deny: ['ATTACH_FILES'] });
    expect(held('jun', 'general', 'ATTACH_FILES')).toEqual([]);
    standIn.admin.setRights(general, 'Analysts', { allow: ['ATTACH_FILES'] });
    expect(held('jun', 'general', 'ATTACH_FILES')).toEqual(['ATTACH_FILES']);
    standIn.admin.setRights(general, 'jun', { deny: ['ATTACH_FILES'] });
    expect(held('jun', 'general', 'ATTACH_FILES')).toEqual([]);
    expect(held('tom', 'analysts', 'VIEW_CHANNEL')).toEqual([]);
    expect(held('jun', 'analysts', 'VIEW_CHANNEL')).toEqual(['VIEW_CHANNEL']);
  });

  it('is nothing where they cannot see it, and no embeds or files where they cannot send', () => {
    expect(held('attaché', 'board', 'SEND_MESSAGES', 'READ_MESSAGE_HISTORY')).toEqual([]);
    expect(held('attaché', 'rules', 'VIEW_CHANNEL', 'EMBED_LINKS', 'ATTACH_FILES')).toEqual(['VIEW_CHANNEL']);
  });

  it('goes in a thread by its channel, but sending there is a permission of its own', () => {
    standIn.admin.setRights({ channel: 'general' }, 'jun', { deny: ['SEND_MESSAGES'] });
    expect(held('jun', 'fishing rights', 'SEND_MESSAGES_IN_THREADS', 'EMBED_LINKS')).toHaveLength(2);
    standIn.admin.setRights({ channel: 'general' }, 'jun', { deny: ['SEND_MESSAGES_IN_THREADS'] });
    expect(held('jun', 'fishing rights', 'SEND_MESSAGES_IN_THREADS', 'EMBED_LINKS')).toEqual([]);
    standIn.admin.setRights({ channel: 'general' }, 'jun', { deny: ['VIEW_CHANNEL'] });
    expect(held('jun', 'fishing rights', 'VIEW_CHANNEL')).toEqual([]);
  });
});

describe('The bot', () => {
  it('posts only where it may, and embeds and files only where it may add them', async () => {
    expect(await post('announcements')).toEqual([200, undefined]);
    expect(await post('rules')).toEqual([403, 50013]);
    expect(await post('board')).toEqual([403, 50001]);
    expect((await rest(standIn, 'GET', `/channels/${channelOf('board').id}`)).body).toMatchObject({ code: 50001 });
    standIn.admin.setRights({ channel: 'general' }, 'attaché', { deny: ['EMBED_LINKS'] });
    expect(await post('general')).toEqual([200, undefined]);
    expect(await post('general', { embeds: [{ title: 'Brief' }] })).toEqual([403, 50013]);
    standIn.admin.setRights({ channel: 'general' }, 'attaché', { deny: ['SEND_MESSAGES_IN_THREADS'] });
    expect(await post('fishing rights')).toEqual([403, 50013]);
    expect(standIn.violations).toHaveLength(5);
  });

  it('reaches nothing of a guild from which it was removed, and is offered nowhere in it', async () => {
    const bot = await connect(standIn);
    await register(standIn);
    standIn.admin.removeBot();
    expect((await bot.next('GUILD_DELETE')).d).toEqual({ id: team().id });
    expect(await post('general')).toEqual([403, 50001]);
    expect((await rest(standIn, 'GET', `/guilds/${team().id}`)).body).toMatchObject({ code: 50001 });
    await expect(standIn.slash({ command: 'ask', options: { question: 'a' } })).rejects.toThrow('No command “ask”');
    standIn.admin.restoreGuild();
    expect((await bot.next('GUILD_CREATE')).d).toMatchObject({ id: team().id });
    expect(await post('general')).toEqual([200, undefined]);
  });

  it('is told of an outage apart from a removal', async () => {
    const bot = await connect(standIn);
    await bot.next('READY');
    standIn.admin.loseGuild();
    expect((await bot.next('GUILD_DELETE')).d).toEqual({ id: team().id, unavailable: true });
  });
});

describe('An interaction', () => {
  it('tells what the person and the bot may do there, and in a channel that is chosen', async () => {
    const bot = await connect(standIn);
    await register(standIn, [
      {
        name: 'post',
        description: 'Post',
        options: [{ type: 7, name: 'channel', description: 'Where', channel_types: [0] }],
      },
    ]);
    void standIn.slash({ command: 'post', member: 'jun', channel: 'general', options: { channel: 'rules' } });
    const interaction = (await bot.interaction()) as unknown as {
      member: { permissions: string };
      app_permissions: string;
      data: { resolved: { channels: Record<string, { permissions: string; app_permissions: string }> } };
    };
    const may = (granted: string | undefined, permission: Permission) =>
      (BigInt(granted ?? 0) & PERMISSION[permission]) !== 0n;
    const chosen = Object.values(interaction.data.resolved.channels)[0];
    expect(may(interaction.member.permissions, 'SEND_MESSAGES')).toBe(true);
    expect(may(interaction.member.permissions, 'MANAGE_GUILD')).toBe(false);
    expect(may(interaction.app_permissions, 'EMBED_LINKS')).toBe(true);
    expect(may(chosen?.permissions, 'VIEW_CHANNEL')).toBe(true);
    expect([may(chosen?.app_permissions, 'VIEW_CHANNEL'), may(chosen?.app_permissions, 'SEND_MESSAGES')]).toEqual([
      true,
      false,
    ]);
    const unseen = standIn.slash({ command: 'post', member: 'tom', options: { channel: 'analysts' } });
    await expect(unseen).rejects.toThrow('does not take "analysts" as its channel');
    const forum = standIn.slash({ command: 'post', member: 'tom', options: { channel: 'questions' } });
    await expect(forum).rejects.toThrow('does not take "questions" as its channel');
  });
});

describe('A member', () => {
  it('sees and uses only channels that are open to them', async () => {
    await register(standIn);
    const names = (member: string) => standIn.view.channels({ member }).map(({ name }) => name);
    expect(names('mara')).toContain('admins');
    expect(names('jun')).toContain('analysts');
    expect(names('tom')).not.toContain('analysts');
    const options = { question: 'a' };
    await expect(standIn.slash({ command: 'ask', member: 'tom', channel: 'analysts', options })).rejects.toThrow(
      'There is no channel “analysts” that tom can see.',
    );
    await expect(standIn.slash({ command: 'ask', member: 'tom', channel: 'rules', options })).rejects.toThrow(
      'tom may not write in rules.',
    );
    expect(() => standIn.write({ member: 'tom', channel: 'rules', content: 'Hello' })).toThrow(
      'tom may not write in rules.',
    );
  });

  it('is offered only the commands that are for them', async () => {
    const digest = { name: 'digest', description: 'Set', default_member_permissions: String(PERMISSION.MANAGE_GUILD) };
    const wipe = { name: 'wipe', description: 'Wipe', default_member_permissions: '0' };
    const elsewhere = { name: 'alone', description: 'In private', contexts: [1] };
    await register(standIn, [ASK, digest, wipe, elsewhere]);
    const offered = (member: string) =>
      standIn.view.offered(standIn.view.stand({ member, channel: 'general' })).map(({ name }) => name);
    expect(offered('jun')).toEqual(['ask']);
    expect(offered('mara')).toEqual(['ask', 'digest', 'wipe']);
    standIn.admin.setRole('Analysts', ['MANAGE_GUILD']);
    expect(offered('jun')).toEqual(['ask', 'digest']);
    await expect(standIn.slash({ command: 'wipe', member: 'jun' })).rejects.toThrow('No command “wipe”');
    standIn.admin.setRights({ channel: 'general' }, '@everyone', { deny: ['USE_APPLICATION_COMMANDS'] });
    expect(offered('tom')).toEqual([]);
  });

  it('cannot press what stands where they cannot look', async () => {
    const components = [{ type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: 'more' }] }];
    const path = `/channels/${channelOf('analysts').id}/messages`;
    const { body } = await rest(standIn, 'POST', path, { content: 'Hello', components });
    await expect(standIn.press(String(body?.['id']), 'more', 'tom')).rejects.toThrow('not visible to this member');
  });
});
