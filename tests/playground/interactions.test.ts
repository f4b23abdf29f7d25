import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { answer, connect, type RawBot, register, rest } from './raw-bot.ts';

let clock: number;
let standIn: StandIn;
let bot: RawBot;

beforeEach(async () => {
  clock = Date.UTC(2026, 10, 21, 9);
  standIn = await startStandIn({ now: () => clock });
  bot = await connect(standIn);
  await register(standIn);
});
afterEach(() => standIn.stop());

const ask = (question = 'How many ships?') => standIn.slash({ command: 'ask', options: { question }, member: 'jun' });
const original = ({ application_id: application, token }: { application_id: string; token: string }) =>
  `/webhooks/${application}/${token}/messages/%40original`;

describe('A slash command', () => {
  it('reaches the bot with its options, and its reply reaches the channel', async () => {
    const reaction = ask();
    const interaction = await bot.interaction();
    expect(interaction.data).toMatchObject({
      name: 'ask',
      options: [{ name: 'question', type: 3, value: 'How many ships?' }],
    });

    const answered = await answer(standIn, interaction, { type: 4, data: { content: ' Eight. ' } });

    expect(answered).toEqual({ status: 204, body: undefined });
    expect(await reaction).toMatchObject({ outcome: 'replied', posted: { message: { content: 'Eight.', type: 20 } } });
    expect(standIn.messages('general').map(({ message }) => message.content)).toEqual(['Eight.']);
    expect(standIn.violations).toEqual([]);
  });

  it.each([
    [{}, '“ask” requires the option “question”.'],
    [{ question: 'a', colour: 'red' }, '“ask” has no option “colour”.'],
    [{ question: 4 }, 'The option “question” does not take 4.'],
    [{ question: 'a', private: 'yes' }, 'The option “private” does not take "yes".'],
    [{ question: 'x'.repeat(301) }, 'The option “question” is above its most, 300.'],
  ])('is not sent with options %j', async (options, message) => {
    await expect(standIn.slash({ command: 'ask', options })).rejects.toThrow(message);
  });

  it('is not sent where no such command is registered', async () => {
    await expect(standIn.slash({ command: 'answer' })).rejects.toThrow('No command “answer” is registered here.');
  });

  it('fails for the person when the bot gives no answer in time', async () => {
    const slow = await startStandIn({ answerWithin: 20 });
    await connect(slow);
    await register(slow);
    expect(await slow.slash({ command: 'ask', options: { question: 'a' } })).toEqual({ outcome: 'no-response' });
    await slow.stop();
  });
});

describe('The first answer', () => {
  it('is refused a second time', async () => {
    void ask();
    const interaction = await bot.interaction();
    await answer(standIn, interaction, { type: 4, data: { content: 'Eight.' } });
    const second = await answer(standIn, interaction, { type: 4, data: { content: 'Nine.' } });
    expect(second).toMatchObject({ status: 400, body: { code: 40060 } });
    expect(standIn.violations).toHaveLength(1);
  });

  it('is refused after three seconds', async () => {
    void ask();
    const interaction = await bot.interaction();
    clock += 3001;
    expect(await answer(standIn, interaction, { type: 4, data: { content: 'Eight.' } })).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
  });

  it('may be given again when its form was invalid', async () => {
    const reaction = ask();
    const interaction = await bot.interaction();
    const refused = await answer(standIn, interaction, { type: 4, data: { content: 'x'.repeat(2001) } });
    expect(refused.body).toEqual({
      message: 'Invalid Form Body',
      code: 50035,
      errors: {
        data: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] } },
      },
    });
    await answer(standIn, interaction, { type: 4, data: { content: 'Eight.' } });
    expect(await reaction).toMatchObject({ outcome: 'replied' });
  });

  it('is refused when it is empty, or of a type that a command cannot be answered with', async () => {
    void ask();
    const interaction = await bot.interaction();
    const buttons = [{ type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more' }] }];
    expect(await answer(standIn, interaction, { type: 4, data: { components: buttons } })).toMatchObject({
      status: 400,
      body: { code: 50006 },
    });
    expect(await answer(standIn, interaction, { type: 7, data: { content: 'Eight.' } })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect(await answer(standIn, interaction, { type: 8, data: { choices: [] } })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
  });

  it('gives the message back where it is asked to', async () => {
    void ask();
    const interaction = await bot.interaction();
    const { status, body } = await answer(
      standIn,
      interaction,
      { type: 4, data: { content: 'Eight.', flags: 64 } },
      '?with_response=true',
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      interaction: { id: interaction.id, type: 2, response_message_ephemeral: true },
      resource: { type: 4, message: { content: 'Eight.', flags: 64 } },
    });
  });
});

it('An answer in a channel that was deleted meanwhile is refused', async () => {
  void ask();
  const interaction = await bot.interaction();
  standIn.admin.deleteChannel({ channel: 'general' });
  expect(await answer(standIn, interaction, { type: 4, data: { content: 'Eight.' } })).toMatchObject({
    status: 404,
    body: { code: 10003 },
  });
});

describe('A form to fill in', () => {
  it('opens as the first answer', async () => {
    const reaction = ask();
    const interaction = await bot.interaction();
    const modal = {
      custom_id: 'filter',
      title: 'Narrow down',
      components: [{ type: 18, label: 'Year', component: { type: 4, custom_id: 'year', style: 1 } }],
    };
    expect(await answer(standIn, interaction, { type: 9, data: { ...modal, title: 'x'.repeat(46) } })).toMatchObject({
      status: 400,
    });
    await answer(standIn, interaction, { type: 9, data: modal });
    expect(await reaction).toEqual({ outcome: 'modal', id: interaction.id, modal });
  });
});

describe('A deferred answer', () => {
  it('leaves the person waiting until it is filled', async () => {
    const slow = await startStandIn({ answerWithin: 200 });
    const other = await connect(slow);
    await register(slow);
    const reaction = slow.slash({ command: 'ask', options: { question: 'a' } });
    await answer(slow, await other.interaction(), { type: 5 });
    expect(await reaction).toEqual({ outcome: 'waiting' });
    await slow.stop();
  });

  it('takes no flag but the one for private', async () => {
    void ask();
    const interaction = await bot.interaction();
    expect(await answer(standIn, interaction, { type: 5, data: { flags: 4 } })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect((await answer(standIn, interaction, { type: 5, data: { flags: 64 } })).status).toBe(204);
  });

  it('stays private when it is filled by an edit, and is seen only by the person who asked', async () => {
    const reaction = ask();
    const interaction = await bot.interaction();
    await answer(standIn, interaction, { type: 5, data: { flags: 64 } });
    const edited = await rest(standIn, 'PATCH', original(interaction), { content: 'Eight.' });
    expect(edited).toMatchObject({ status: 200, body: { content: 'Eight.', flags: 64 } });
    const jun = standIn.guilds[0]?.members.find(({ username }) => username === 'jun');
    expect(await reaction).toMatchObject({ outcome: 'replied', posted: { visibleTo: jun?.id } });
  });

  it('is filled by the first follow-up; the next is a message of its own', async () => {
    void ask();
    const interaction = await bot.interaction();
    const webhook = `/webhooks/${interaction.application_id}/${interaction.token}`;
    await answer(standIn, interaction, { type: 5 });
    const first = await rest(standIn, 'POST', webhook, { content: 'One.' });
    const second = await rest(standIn, 'POST', webhook, { content: 'Two.', flags: 64 });
    const kept = await rest(standIn, 'GET', original(interaction));
    expect(kept.body?.['id']).toBe(first.body?.['id']);
    expect(
      standIn.messages('general').map(({ message, visibleTo }) => [message.content, visibleTo !== undefined]),
    ).toEqual([
      ['One.', false],
      ['Two.', true],
    ]);
    expect((await rest(standIn, 'DELETE', `${webhook}/messages/${String(second.body?.['id'])}`)).status).toBe(204);
    expect(standIn.messages('general')).toHaveLength(1);
  });
});

it('A follow-up that asks to be private after a public deferral is reported, for everyone sees it', async () => {
  void ask();
  const interaction = await bot.interaction();
  await answer(standIn, interaction, { type: 5 });
  await rest(standIn, 'POST', `/webhooks/${interaction.application_id}/${interaction.token}`, {
    content: 'a',
    flags: 64,
  });
  expect(standIn.messages('general')[0]).not.toHaveProperty('visibleTo');
  expect(standIn.violations).toEqual([expect.stringContaining('everyone sees it')]);
});

describe('The token of an interaction', () => {
  it('is unknown before the first answer and invalid after fifteen minutes', async () => {
    void ask();
    const interaction = await bot.interaction();
    const webhook = `/webhooks/${interaction.application_id}/${interaction.token}`;
    expect(await rest(standIn, 'POST', webhook, { content: 'Early.' })).toMatchObject({
      status: 404,
      body: { code: 10015 },
    });
    await answer(standIn, interaction, { type: 4, data: { content: 'Eight.' } });
    clock += 15 * 60_000;
    expect((await rest(standIn, 'PATCH', original(interaction), { content: 'Nine.' })).status).toBe(200);
    clock += 1;
    expect(await rest(standIn, 'PATCH', original(interaction), { content: 'Ten.' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });

  it('opens no message of another interaction', async () => {
    void ask();
    const one = await bot.interaction();
    await answer(standIn, one, { type: 4, data: { content: 'Eight.' } });
    void ask('How many planes?');
    const other = await bot.interaction();
    await answer(standIn, other, { type: 4, data: { content: 'Five.' } });
    const [first] = standIn.messages('general');
    const path = `/webhooks/${other.application_id}/${other.token}/messages/${first?.message.id}`;
    expect(await rest(standIn, 'PATCH', path, { content: 'Mine.' })).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
  });
});

describe('Autocomplete', () => {
  it('shows the choices that the bot sends', async () => {
    const reaction = standIn.autocomplete({ command: 'ask', typing: 'document', options: { document: 'tre' } });
    const interaction = await bot.interaction();
    expect(interaction).toMatchObject({
      type: 4,
      data: { options: [{ name: 'document', value: 'tre', focused: true }] },
    });
    await answer(standIn, interaction, { type: 8, data: { choices: [{ name: 'Treaty', value: 'treaty.md' }] } });
    expect(await reaction).toEqual({ outcome: 'choices', choices: [{ name: 'Treaty', value: 'treaty.md' }] });
  });

  it('takes 25 choices of 100 characters and cannot be deferred', async () => {
    void standIn.autocomplete({ command: 'ask', typing: 'document', options: { document: '' } });
    const interaction = await bot.interaction();
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `Treaty ${index}`, value: `${index}` }));
    const refuses = async (body: unknown) =>
      expect(await answer(standIn, interaction, body)).toMatchObject({ status: 400, body: { code: 50035 } });
    await refuses({ type: 5 });
    await refuses({ type: 8, data: { choices } });
    await refuses({ type: 8, data: { choices: [{ name: 'x'.repeat(101), value: 'a' }] } });
    await refuses({ type: 8, data: { choices: [{ name: '', value: 'a' }] } });
    expect((await answer(standIn, interaction, { type: 8, data: { choices: choices.slice(1) } })).status).toBe(204);
  });

  it('is not asked for an option without it', async () => {
    await expect(
      standIn.autocomplete({ command: 'ask', typing: 'question', options: { question: 'a' } }),
    ).rejects.toThrow('offers no choices');
  });
});

describe('A button', () => {
  const withButton = (flags = 0) => ({
    content: 'Eight.',
    flags,
    components: [{ type: 1, components: [{ type: 2, style: 2, label: 'More', custom_id: 'more' }] }],
  });

  async function answerWithButton(flags = 0): Promise<string> {
    void ask();
    const interaction = await bot.interaction();
    await answer(standIn, interaction, { type: 4, data: withButton(flags) });
    return standIn.messages('general').at(-1)?.message.id ?? '';
  }

  it('can change its message, with the message handed over', async () => {
    const id = await answerWithButton();
    const reaction = standIn.press(id, 'more', 'tom');
    const interaction = await bot.interaction();
    expect(interaction).toMatchObject({
      type: 3,
      data: { custom_id: 'more', component_type: 2 },
      message: { id, content: 'Eight.' },
    });
    await answer(standIn, interaction, { type: 7, data: { content: 'Eight, and more.', components: [] } });
    expect(await reaction).toMatchObject({
      outcome: 'updated',
      posted: { message: { id, content: 'Eight, and more.', components: [] } },
    });
    await expect(standIn.press(id, 'more')).rejects.toThrow('no button “more”');
  });

  it('can be acknowledged first, its message changed after', async () => {
    const id = await answerWithButton();
    const reaction = standIn.press(id, 'more');
    const interaction = await bot.interaction();
    await answer(standIn, interaction, { type: 6 });
    await rest(standIn, 'PATCH', original(interaction), { content: 'Changed.' });
    expect(await reaction).toMatchObject({ outcome: 'updated', posted: { message: { id, content: 'Changed.' } } });
  });

  it('of a private message can be pressed only by the person who sees it', async () => {
    const id = await answerWithButton(64);
    await expect(standIn.press(id, 'more', 'tom')).rejects.toThrow('not visible to this member');
    void standIn.press(id, 'more', 'jun');
    expect((await bot.interaction()).data).toMatchObject({ custom_id: 'more' });
  });
});
