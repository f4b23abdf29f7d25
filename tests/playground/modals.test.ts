import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { modalForm } from '../../src/playground/modal-form.ts';
import type { FieldValues } from '../../src/playground/modal-use.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { createSchemaChecks, schemaIsPresent } from '../discord-schema.ts';
import { answer, connect, type RawBot, register } from './raw-bot.ts';

let standIn: StandIn;
let bot: RawBot;
beforeEach(async () => {
  standIn = await startStandIn();
  bot = await connect(standIn);
  await register(standIn, [{ name: 'fill', description: 'Fill in' }]);
});
afterEach(() => standIn.stop());

const label = (component: Record<string, unknown>) => ({ type: 18, label: 'Field', component });
const options = [
  { label: 'Daily', value: 'daily' },
  { label: 'Weekly', value: 'weekly' },
];
const input = { type: 4, custom_id: 'words', style: 2, min_length: 3, max_length: 20 };
const modal = {
  custom_id: 'v1:form',
  title: 'Digest',
  components: [
    label(input),
    label({ type: 3, custom_id: 'list', options, required: false }),
    label({ type: 21, custom_id: 'often', options }),
    label({ type: 23, custom_id: 'quiet' }),
    label({ type: 19, custom_id: 'files', required: false }),
  ],
};

async function open(form: unknown = modal) {
  const reaction = standIn.slash({ command: 'fill', member: 'jun' });
  const interaction = await bot.interaction();
  const { status } = await answer(standIn, interaction, { type: 9, data: form });
  expect(status).toBe(204);
  const opened = await reaction;
  return opened.outcome === 'modal' ? opened.id : '';
}

describe('A form that the bot opens', () => {
  it('comes back filled in, and is answered in its turn', async () => {
    const file = { name: 'brief.md', content: Buffer.from('Eight') };
    const id = await open();
    const sent = standIn.submit(id, { words: 'Fishing', often: 'daily', quiet: true, files: [file] });
    const interaction = await bot.interaction();
    expect(interaction).toMatchObject({ type: 5, member: { user: { username: 'jun' } } });
    expect(interaction.data).toMatchObject({
      custom_id: 'v1:form',
      components: [
        { type: 18, component: { type: 4, custom_id: 'words', value: 'Fishing' } },
        { type: 18, component: { type: 3, custom_id: 'list', values: [] } },
        { type: 18, component: { type: 21, custom_id: 'often', value: 'daily' } },
        { type: 18, component: { type: 23, custom_id: 'quiet', value: true } },
        { type: 18, component: { type: 19, custom_id: 'files', values: [expect.any(String)] } },
      ],
      resolved: { attachments: {} },
    });
    expect((await answer(standIn, interaction, { type: 9, data: modal })).status).toBe(400);
    expect((await answer(standIn, interaction, { type: 7, data: { content: 'Set.' } })).status).toBe(400);
    await answer(standIn, interaction, { type: 4, data: { content: 'Set.', flags: 64 } });
    expect(await sent).toMatchObject({ outcome: 'replied', posted: { message: { content: 'Set.' } } });
  });

  it('that was opened from a message can change that message', async () => {
    void standIn.slash({ command: 'fill', member: 'jun' });
    const components = [{ type: 1, components: [{ type: 2, style: 2, label: 'Edit', custom_id: 'edit' }] }];
    await answer(standIn, await bot.interaction(), { type: 4, data: { content: 'Draft', components } });
    const message = standIn.messages('general')[0]?.message.id ?? '';
    const pressed = standIn.press(message, 'edit', 'jun');
    await answer(standIn, await bot.interaction(), { type: 9, data: { ...modal, components: [label(input)] } });
    const opened = await pressed;
    const sent = standIn.submit(opened.outcome === 'modal' ? opened.id : '', { words: 'Fishing' });
    const interaction = await bot.interaction();
    expect(interaction).toMatchObject({ message: { id: message } });
    await answer(standIn, interaction, { type: 7, data: { content: 'Fishing' } });
    expect(await sent).toMatchObject({ outcome: 'updated', posted: { message: { id: message, content: 'Fishing' } } });
  });

  it.each<[string, FieldValues, string]>([
    ['a field left empty', { often: 'daily' }, 'has to be filled in'],
    ['too few words', { words: 'ab', often: 'daily' }, 'holds too little'],
    ['too many words', { words: 'x'.repeat(21), often: 'daily' }, 'holds too much'],
    ['no choice', { words: 'Fishing' }, 'needs a choice'],
    ['a choice that is not offered', { words: 'Fishing', often: 'never' }, 'does not offer that'],
    ['an option that the list has not', { words: 'Fishing', often: 'daily', list: ['never'] }, 'no option “never”'],
    ['a field of another form', { words: 'Fishing', often: 'daily', colour: 'red' }, 'no field “colour”'],
  ])('is not sent with %s', async (_what, values, words) => {
    await expect(standIn.submit(await open(), values)).rejects.toThrow(words);
  });

  it('is not sent once the bot has opened none', async () => {
    await expect(standIn.submit('1', {})).rejects.toThrow('not open');
  });

  it.each([
    ['a title above 45', { title: 'x'.repeat(46) }, 'title'],
    [
      'six rows',
      { components: Array.from({ length: 6 }, (_, id) => label({ ...input, custom_id: `${id}` })) },
      'components',
    ],
    ['nothing in it', { components: [] }, 'components'],
    ['a field without a label', { components: [input] }, 'components.0.type'],
    [
      'a button',
      { components: [label({ type: 2, style: 2, label: 'a', custom_id: 'a' })] },
      'components.0.component.type',
    ],
    ['a label above 45', { components: [{ ...label(input), label: 'x'.repeat(46) }] }, 'components.0.label'],
    [
      'a description above 100',
      { components: [{ ...label(input), description: 'x'.repeat(101) }] },
      'components.0.description',
    ],
    ['one custom id twice', { components: [label(input), label(input)] }, 'components'],
    [
      'a choice of one',
      { components: [label({ type: 21, custom_id: 'a', options: options.slice(1) })] },
      'components.0.component.options',
    ],
    [
      'a file field of eleven',
      { components: [label({ type: 19, custom_id: 'a', max_values: 11 })] },
      'components.0.component.max_values',
    ],
    [
      'a default text above 4,000',
      { components: [label({ ...input, value: 'x'.repeat(4001) })] },
      'components.0.component.value',
    ],
  ])('is refused with %s', (_what, part, where) => {
    expect(modalForm({ ...modal, ...part }, []).map(({ path }) => path.join('.'))).toContain(where);
  });

  it.skipIf(!schemaIsPresent)('is one that Discord describes', () => {
    const { validate } = createSchemaChecks();
    const plain = { type: 1, components: [{ ...input, label: 'Words' }] };
    const every = { ...modal, components: [...modal.components.slice(1), { type: 10, content: 'Note' }] };
    for (const form of [modal, every, { ...modal, components: [plain] }]) {
      expect(modalForm(form, [])).toEqual([]);
      expect(validate('ModalInteractionCallbackRequestData', form)).toEqual([]);
    }
  });
});

describe('The menu', () => {
  beforeEach(() =>
    register(standIn, [
      { name: 'Check quotations', type: 3 },
      { name: 'Who is this?', type: 2 },
    ]),
  );

  it('of a message hands the message over, words and all', async () => {
    const { message } = standIn.write({ member: 'tom', content: 'Eight ships, says the brief.' });
    const reaction = standIn.contextMenu({ command: 'Check quotations', message: message.id, member: 'jun' });
    const interaction = await bot.interaction();
    expect(interaction).toMatchObject({
      type: 2,
      data: {
        type: 3,
        target_id: message.id,
        resolved: {
          messages: { [message.id]: { content: 'Eight ships, says the brief.', author: { username: 'tom' } } },
        },
      },
    });
    await answer(standIn, interaction, { type: 4, data: { content: 'Verbatim.', flags: 64 } });
    expect(await reaction).toMatchObject({ outcome: 'replied' });
  });

  it('of a person hands the person over', async () => {
    const tom = standIn.guilds[0]?.members.find(({ username }) => username === 'tom');
    void standIn.contextMenu({ command: 'Who is this?', user: 'tom' });
    expect((await bot.interaction()).data).toMatchObject({
      type: 2,
      target_id: tom?.id,
      resolved: { users: { [String(tom?.id)]: { username: 'tom' } } },
    });
    await expect(standIn.contextMenu({ command: 'Who is this?', user: 'nobody' })).rejects.toThrow(
      'no member “nobody”',
    );
  });

  it('offers commands of its own kind only', async () => {
    const { message } = standIn.write({ content: 'Hello' });
    await expect(standIn.contextMenu({ command: 'Who is this?', message: message.id })).rejects.toThrow('No command');
    await expect(standIn.slash({ command: 'Check quotations' })).rejects.toThrow('No command');
  });
});
