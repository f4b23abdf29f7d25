import { expect, it } from 'vitest';
import { messageForms } from '../../src/playground/limits.ts';

const button = (custom_id: string, more = {}) => ({ type: 2, style: 2, label: 'More', custom_id, ...more });
const row = (...components: unknown[]) => ({ type: 1, components });
const select = (custom_id: string, options: number) => ({
  type: 3,
  custom_id,
  options: Array.from({ length: options }, (_, index) => ({ label: `Brief ${index}`, value: `${index}` })),
});
const times = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

it.each([
  ['2,000 characters of content', { content: 'x'.repeat(2000) }],
  ['ten embeds', { embeds: times(10, (index) => ({ title: `Brief ${index}` })) }],
  [
    'embeds of 6,000 characters together',
    { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] },
  ],
  ['five rows of five buttons', { components: times(5, (r) => row(...times(5, (b) => button(`${r}:${b}`)))) }],
  ['a select of 25 options', { components: [row(select('pick', 25))] }],
  ['a link', { components: [row({ type: 2, style: 5, label: 'Source', url: 'https://example.org' })] }],
  ['mentions switched off', { content: 'a', allowed_mentions: { parse: [] } }],
  ['null for what is not there', { content: null, embeds: null, components: null }],
])('A message may have %s', (_what, body) => {
  expect(messageForms.reply(body, [])).toEqual([]);
});

it.each([
  ['more than 2,000 characters', { content: 'x'.repeat(2001) }, 'content'],
  ['content that is no text', { content: 5 }, 'content'],
  ['eleven embeds', { embeds: times(11, () => ({ title: 'a' })) }, 'embeds'],
  [
    'embeds above 6,000 characters together',
    { embeds: [{ description: 'x'.repeat(4096) }, { footer: { text: 'x'.repeat(1905) } }] },
    'embeds',
  ],
  ['a description above 4,096', { embeds: [{ description: 'x'.repeat(4097) }] }, 'embeds.0.description'],
  ['a title above 256', { embeds: [{ title: 'x'.repeat(257) }] }, 'embeds.0.title'],
  ['26 fields', { embeds: [{ fields: times(26, () => ({ name: 'a', value: 'b' })) }] }, 'embeds.0.fields'],
  ['a field without a value', { embeds: [{ fields: [{ name: 'a', value: ' ' }] }] }, 'embeds.0.fields.0.value'],
  [
    'a field value above 1,024',
    { embeds: [{ fields: [{ name: 'a', value: 'x'.repeat(1025) }] }] },
    'embeds.0.fields.0.value',
  ],
  ['a footer above 2,048', { embeds: [{ footer: { text: 'x'.repeat(2049) } }] }, 'embeds.0.footer.text'],
  ['an author above 256', { embeds: [{ author: { name: 'x'.repeat(257) } }] }, 'embeds.0.author.name'],
  ['an address that is none', { embeds: [{ title: 'a', url: 'javascript:alert(1)' }] }, 'embeds.0.url'],
  ['an embed that shows nothing', { content: 'a', embeds: [{ color: 1 }] }, 'embeds.0'],
  ['six rows', { components: times(6, (index) => row(button(`${index}`))) }, 'components'],
  [
    'six buttons in a row',
    { components: [row(...times(6, (index) => button(`${index}`)))] },
    'components.0.components',
  ],
  ['an empty row', { components: [row()] }, 'components.0.components'],
  ['a button without a row', { components: [button('a')] }, 'components.0.type'],
  ['a button beside a select', { components: [row(select('a', 1), button('b'))] }, 'components.0'],
  ['a custom id twice', { components: [row(button('a')), row(button('a'))] }, 'components.1.components.0.custom_id'],
  ['a custom id above 100', { components: [row(button('x'.repeat(101)))] }, 'components.0.components.0.custom_id'],
  [
    'a button without a custom id',
    { components: [row({ type: 2, style: 1, label: 'a' })] },
    'components.0.components.0.custom_id',
  ],
  [
    'a label above 80',
    { components: [row(button('a', { label: 'x'.repeat(81) }))] },
    'components.0.components.0.label',
  ],
  ['a button that shows nothing', { components: [row(button('a', { label: '' }))] }, 'components.0.components.0'],
  [
    'a link with a custom id',
    { components: [row(button('a', { style: 5, url: 'https://example.org' }))] },
    'components.0.components.0',
  ],
  ['a select of 26 options', { components: [row(select('a', 26))] }, 'components.0.components.0.options'],
  ['a component of the second kind', { components: [{ type: 10, content: 'a' }] }, 'components.0.type'],
  ['flags that cannot be set', { content: 'a', flags: 32_768 }, 'flags'],
  [
    'users allowed by name and by list',
    { allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions.parse',
  ],
])('A message may not have %s', (_what, body, where) => {
  expect(messageForms.reply(body, []).map(({ path }) => path.join('.'))).toContain(where);
});

it('Only a reply can be private', () => {
  const body = { content: 'a', flags: 64 };
  expect(messageForms.reply(body, [])).toEqual([]);
  expect(messageForms.channel(body, [])).toHaveLength(1);
  expect(messageForms.edit(body, [])).toHaveLength(1);
});
