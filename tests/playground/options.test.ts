import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OptionValues } from '../../src/playground/command-options.ts';
import { type StandIn, startStandIn } from '../../src/playground/stand-in.ts';
import { answer, connect, type RawBot, register } from './raw-bot.ts';

const OPTIONS = [
  { type: 6, name: 'person', description: 'Who' },
  { type: 7, name: 'channel', description: 'Where', channel_types: [0, 5] },
  { type: 8, name: 'role', description: 'Which' },
  { type: 9, name: 'either', description: 'Who or which' },
  { type: 11, name: 'file', description: 'What' },
];

let clock: number;
let standIn: StandIn;
let bot: RawBot;
beforeEach(async () => {
  clock = Date.UTC(2026, 10, 21, 9);
  standIn = await startStandIn({ now: () => clock });
  bot = await connect(standIn);
  await register(standIn, [{ name: 'add', description: 'Add', options: OPTIONS }]);
});
afterEach(() => standIn.stop());

const add = (options: OptionValues) => standIn.slash({ command: 'add', options });
async function resolvedOf(options: OptionValues) {
  void add(options);
  const { data } = await bot.interaction();
  const [option] = data['options'] as { value: string }[];
  return {
    value: option?.value ?? '',
    resolved: data['resolved'] as Record<string, Record<string, Record<string, unknown>>>,
  };
}

describe('An option', () => {
  it.each([
    ['person', 'jun', 'users', { username: 'jun' }],
    ['person', 'jun', 'members', { permissions: expect.any(String) as string }],
    ['role', 'Analysts', 'roles', { name: 'Analysts' }],
    ['either', 'tom', 'users', { username: 'tom' }],
    ['either', 'Analysts', 'roles', { name: 'Analysts' }],
    [
      'channel',
      'announcements',
      'channels',
      { type: 5, name: 'announcements', app_permissions: expect.any(String) as string },
    ],
  ])('that names a %s, as “%s”, brings what is named among the %s', async (name, named, section, shape) => {
    const { value, resolved } = await resolvedOf({ [name]: named });
    expect(resolved[section]?.[value]).toMatchObject(shape);
  });

  it.each([
    ['person', 'Analysts', 'does not take "Analysts" as its user'],
    ['role', 'jun', 'does not take "jun" as its role'],
    ['channel', 'questions', 'does not take "questions" as its channel'],
    ['channel', 'nowhere', 'does not take "nowhere" as its channel'],
    ['either', 'nobody', 'does not take "nobody" as its mentionable'],
    ['file', 'report.pdf', 'does not take "report.pdf" as its attachment'],
    ['person', 5, 'does not take 5 as its user'],
  ])('that names a %s does not take %s', async (name, named, words) => {
    await expect(add({ [name]: named })).rejects.toThrow(words);
  });
});

describe('A file that a person uploads', () => {
  const file = { name: 'brief.md', content: Buffer.from('# Eight ships'), type: 'text/markdown' };

  it('comes with an address that serves it for a day', async () => {
    const { value, resolved } = await resolvedOf({ file });
    const attachment = resolved['attachments']?.[value];
    expect(attachment).toMatchObject({ filename: 'brief.md', size: 13, ephemeral: true });
    const address = String(attachment?.['url']);
    expect(new URL(address).pathname).toBe(`/attachments/${value}/brief.md`);
    const read = await fetch(address);
    expect([read.status, await read.text()]).toEqual([200, '# Eight ships']);
    clock += 24 * 60 * 60_000 + 1000;
    expect((await fetch(address)).status).toBe(404);
  });

  it('is not served under an address that was changed, and shown by a browser only where it is a picture', async () => {
    const { value, resolved } = await resolvedOf({ file: { name: 'page.html', content: Buffer.from('<script>') } });
    const address = String(resolved['attachments']?.[value]?.['url']);
    const { headers } = await fetch(address);
    expect(headers.get('content-disposition')).toBe('attachment');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const later = new URL(address);
    later.searchParams.set('ex', 'ffffffff');
    expect((await fetch(later)).status).toBe(404);
  });

  it('may not be larger than ten mebibytes', async () => {
    const large = { name: 'large.bin', content: new Uint8Array(10 * 1024 * 1024 + 1) };
    await expect(add({ file: large })).rejects.toThrow('does not take the file “large.bin”');
  });
});

describe('A file that the bot sends', () => {
  async function send(payload: unknown, files: Record<string, Blob>) {
    void add({});
    const { id, token } = await bot.interaction();
    const body = new FormData();
    body.set('payload_json', JSON.stringify(payload));
    for (const [name, file] of Object.entries(files)) body.set(name, file, 'map.png');
    const sent = await fetch(`${standIn.apiUrl}/v10/interactions/${id}/${token}/callback`, { method: 'POST', body });
    return sent.status;
  }
  const picture = new Blob(['a map'], { type: 'image/png' });
  const attached = () => standIn.messages('general').at(-1)?.message;

  it('is kept, and its address is renewed whenever the message is read', async () => {
    const data = { attachments: [{ id: 0, filename: 'map.png', description: 'A map' }] };
    expect(await send({ type: 4, data }, { 'files[0]': picture })).toBe(204);
    expect(attached()?.attachments).toMatchObject([
      { filename: 'map.png', description: 'A map', content_type: 'image/png' },
    ]);
    clock += 30 * 60 * 60_000;
    const read = await fetch(String(attached()?.attachments[0]?.['url']));
    expect([await read.text(), read.headers.get('content-disposition')]).toEqual(['a map', 'inline']);
  });

  it('may be the picture of an embed, and is then no attachment beside it', async () => {
    const data = { embeds: [{ title: 'Coast', image: { url: 'attachment://map.png' } }], attachments: [{ id: 0 }] };
    expect(await send({ type: 4, data }, { 'files[0]': picture })).toBe(204);
    expect(attached()?.attachments).toEqual([]);
    const image = attached()?.embeds[0]?.['image'] as { url: string };
    expect(await (await fetch(image.url)).text()).toBe('a map');
  });

  it('is refused where it is missing or too large', async () => {
    expect(await send({ type: 4, data: { content: 'a', attachments: [{ id: 0 }] } }, {})).toBe(400);
    const large = new Blob([new Uint8Array(10 * 1024 * 1024 + 1)]);
    expect(await send({ type: 4, data: { content: 'a' } }, { 'files[0]': large })).toBe(413);
    expect(standIn.violations).toHaveLength(2);
  });
});

describe('A list below a message', () => {
  it.each([
    [5, 'jun', 'users'],
    [6, 'Analysts', 'roles'],
    [7, 'tom', 'users'],
    [8, 'announcements', 'channels'],
  ])('of type %i takes what it asks for by name', async (type, named, section) => {
    void add({});
    const components = [{ type: 1, components: [{ type, custom_id: 'pick', max_values: 1 }] }];
    await answer(standIn, await bot.interaction(), { type: 4, data: { content: 'Which?', components } });
    const id = standIn.messages('general')[0]?.message.id ?? '';
    void standIn.select(id, 'pick', named);
    const { data } = await bot.interaction();
    const [value] = data['values'] as string[];
    expect(data).toMatchObject({ component_type: type, resolved: { [section]: { [String(value)]: {} } } });
    await expect(standIn.select(id, 'pick', 'nobody')).rejects.toThrow('no option “nobody”');
  });
});
