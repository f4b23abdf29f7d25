import { describe, expect, it, vi } from 'vitest';
import { startStandIn } from '../../src/playground/stand-in.ts';
import { schemaIsPresent } from '../discord-schema.ts';
import { runBot, seen } from './running-bot.ts';

const bot = runBot();
const registrations = () => bot.standIn().exchanges.filter(({ method }) => method === 'PUT').length;

describe('Starting', () => {
  it.each([
    ['everywhere', () => undefined],
    ['in one server', () => bot.standIn().guilds[0]?.id],
  ])('registers the commands %s once, and a second start changes nothing', async (_where, guild) => {
    await bot.start({ guildId: guild() });
    expect(
      bot
        .standIn()
        .commands(guild())
        .map(({ name }) => name),
    ).toContain('ask');
    expect(registrations()).toBe(1);
    await bot.start({ guildId: guild() });
    expect(registrations()).toBe(1);
  });

  it('says what to do when Discord refuses the token', async () => {
    bot.standIn().faults.refuseToken();
    await expect(bot.start()).rejects.toMatchObject({
      name: 'UserError',
      code: 'invalid-token',
      message: expect.stringContaining('DISCORD_TOKEN') as string,
    });
  });

  it.each([
    [4004, 'invalid-token'],
    [4013, 'gateway-refused'],
    [4014, 'gateway-refused'],
  ])('says what to do when the gateway closes with %i, and leaves no connection', async (code, fault) => {
    bot.standIn().faults.refuseIdentify(code);
    await expect(bot.start()).rejects.toMatchObject({ name: 'UserError', code: fault });
    await vi.waitFor(() => expect(bot.standIn().gateway.counts().connected).toBe(0));
  });

  it('says what to do when the bot is not in the server that it was told', async () => {
    bot.provoke(expect.stringContaining('Missing Access'));
    await expect(bot.start({ guildId: '112233445566778899' })).rejects.toMatchObject({ code: 'guild-unreachable' });
  });

  it('says what to do when nothing answers at the address', async () => {
    const gone = await startStandIn();
    await gone.stop();
    await expect(bot.start({ apiUrl: gone.apiUrl })).rejects.toMatchObject({
      code: 'discord-unreachable',
      message: expect.stringContaining(gone.apiUrl) as string,
    });
  });
});

describe('On a bad day of Discord', () => {
  const question = 'How many tonnes does a winch lift?';

  it('the bot answers again after a lost connection and after being asked to reconnect', async () => {
    await bot.start();
    const { gateway } = bot.standIn();
    gateway.drop();
    await vi.waitFor(() => expect(gateway.counts()).toMatchObject({ resumed: 1, connected: 1 }), 8000);
    expect(seen(await bot.ask(question))).toContain('nine tonnes');
    gateway.requestReconnect();
    await vi.waitFor(() => expect(gateway.counts()).toMatchObject({ resumed: 2, connected: 1 }), 8000);
    expect(seen(await bot.ask(question))).toContain('nine tonnes');
  }, 60_000);

  it('an answer that must wait or fails once still arrives', async () => {
    await bot.start();
    bot.standIn().faults.failNext({ status: 429, on: 'POST /interactions', retryAfter: 0.05 });
    bot.standIn().faults.failNext({ status: 503, on: 'POST /interactions' });
    expect(seen(await bot.ask(question))).toContain('nine tonnes');
  });

  it('an answer that Discord took although it reported a failure is given once', async () => {
    await bot.start();
    bot.provoke(expect.stringContaining('40060'));
    bot.standIn().faults.failNext({ status: 502, on: 'POST /interactions', taken: true });
    await bot.ask(question);
    await vi.waitFor(() => expect(bot.logged()).toContain('Discord took no answer to an interaction any more'));
    expect(bot.standIn().messages('general')).toHaveLength(1);
  });
});

it.skipIf(!schemaIsPresent)("Every body sent above conforms to Discord's own schema", () => {
  expect(bot.faultsOfEveryBody()).toEqual([]);
});
