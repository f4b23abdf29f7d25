import { afterEach, beforeEach, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { createSchemaChecks, schemaIsPresent } from '../discord-schema.ts';
import { answer, connect, rest } from './raw-bot.ts';

let standIn: StandIn;
beforeEach(async () => {
  standIn = await startStandIn();
});
afterEach(() => standIn.stop());

const idOf = (name: string) => standIn.guilds[0]?.channels.find((channel) => channel.name === name)?.id ?? '';

it.skipIf(!schemaIsPresent)('Whatever the stand-in answers has the shape that Discord describes', async () => {
  const { validate } = createSchemaChecks();
  const faults: string[] = [];
  /** Asks, and compares the answer, or each part of a list, with Discord's description. */
  async function see(schema: string, method: string, path: string, body?: unknown) {
    const { status, body: given } = await rest(standIn, method, path, body);
    const parts: unknown[] = Array.isArray(given) ? given : [given];
    expect([method, path, status < 300, parts.length > 0]).toEqual([method, path, true, true]);
    faults.push(...parts.flatMap((part) => validate(schema, part).map((fault) => `${method} ${path} ${fault}`)));
    return given ?? {};
  }

  const [guild] = standIn.guilds;
  const jun = guild?.members.find(({ username }) => username === 'jun')?.id;
  const general = `/channels/${idOf('general')}`;
  await see('GatewayBotResponse', 'GET', '/gateway/bot');
  const application = await see('PrivateApplicationResponse', 'GET', '/applications/@me');
  await see('UserResponse', 'GET', `/users/${jun}`);
  await see('GuildResponse', 'GET', `/guilds/${guild?.id}`);
  await see('GuildWithCountsResponse', 'GET', `/guilds/${guild?.id}?with_counts=true`);
  await see('GuildChannelResponse', 'GET', `/guilds/${guild?.id}/channels`);
  await see('GuildRoleResponse', 'GET', `/guilds/${guild?.id}/roles`);
  await see('GuildMemberResponse', 'GET', `/guilds/${guild?.id}/members/${jun}`);
  await see('ThreadsResponse', 'GET', `/guilds/${guild?.id}/threads/active`);
  await see('ThreadsResponse', 'GET', `${general}/threads/archived/public`);
  await see('GuildChannelResponse', 'GET', general);
  await see('ThreadResponse', 'GET', `/channels/${idOf('fishing rights')}`);
  const direct = await see('PrivateChannelResponse', 'POST', '/users/@me/channels', { recipient_id: jun });
  await see('PrivateChannelResponse', 'GET', `/channels/${String(direct['id'])}`);

  const components = [{ type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: 'more' }] }];
  const embeds = [{ title: 'Brief', footer: { text: 'One' } }];
  const message = { content: 'Hello', embeds, components, nonce: 'a1', enforce_nonce: true };
  const posted = await see('MessageResponse', 'POST', `${general}/messages`, message);
  await see('MessageResponse', 'POST', `/channels/${String(direct['id'])}/messages`, { content: 'Hello' });
  await see('MessageResponse', 'POST', `${general}/messages`, {
    content: 'Yes',
    message_reference: { message_id: posted['id'] },
  });
  await see('MessageResponse', 'GET', `${general}/messages?limit=2`);
  await see('ThreadResponse', 'POST', `${general}/threads`, { name: 'Nets', type: 11 });
  await see('ThreadResponse', 'POST', `${general}/messages/${String(posted['id'])}/threads`, { name: 'Buoys' });
  const post = { name: 'Quotas', message: { content: 'How many?' } };
  await see('CreatedThreadResponse', 'POST', `/channels/${idOf('questions')}/threads`, post);

  const commands = `/applications/${String(application['id'])}/commands`;
  const made = await see('ApplicationCommandResponse', 'POST', commands, { name: 'ask', description: 'Ask' });
  await see('ApplicationCommandResponse', 'GET', `${commands}/${String(made['id'])}`);
  await see('ApplicationCommandResponse', 'PATCH', `${commands}/${String(made['id'])}`, { description: 'Asks' });

  const bot = await connect(standIn);
  await bot.next('READY');
  void standIn.slash({ command: 'ask' });
  const interaction = await bot.interaction();
  const reply = { type: 4, data: { content: 'Eight.', components } };
  const { body } = await answer(standIn, interaction, reply, '?with_response=true');
  faults.push(...validate('InteractionCallbackResponse', body));
  await see('MessageResponse', 'GET', `/webhooks/${String(application['id'])}/${interaction.token}/messages/@original`);
  expect(faults).toEqual([]);
  expect(standIn.violations).toEqual([]);
});
