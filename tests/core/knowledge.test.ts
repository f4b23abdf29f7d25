import { expect, test } from 'vitest';
import type { NewDocument } from '../../src/core/added-document.ts';
import { addedId } from '../../src/core/added-id.ts';
import { UserError } from '../../src/core/user-error.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';
import { documentOf } from '../builders/document.ts';
import { knowledgeOf } from '../builders/knowledge.ts';

const file = (name: string, text: string): NewDocument => ({ name, bytes: Buffer.from(text), by: 'jun' });
const tides = file('tides.md', '# Tides\n\nThe tide of Lumen rises nine feet.');
const titles = (served: ReadonlyMap<string, { readonly title: string; readonly guild?: string }>) =>
  [...served.values()].map(({ title, guild }) => `${title} in ${guild ?? 'all'}`);

test('an added document is served in its server alone, with what it says of itself', async () => {
  const { knowledge, served } = knowledgeOf();
  const text = '---\ntitle: The tides\nauthor: Ana Lopes\ntags: [sea]\n---\nThe tide rises.';
  expect(await knowledge.add('harbour', file('tides.md', text))).toMatchObject({
    outcome: 'added',
    document: { title: 'The tides', author: 'Ana Lopes', tags: ['sea'], guild: 'harbour' },
    namesake: false,
  });
  expect(titles(served)).toEqual(['The tides in harbour']);
  expect(knowledge.list('island')).toEqual([]);
  expect(knowledge.use('harbour')).toEqual({ documents: 1, bytes: text.length });
});

test('after a restart everything is served as it was, with what was said of it', async () => {
  const storage = storageOver(openDatabase(':memory:'));
  const before = knowledgeOf({ storage });
  await before.knowledge.add('harbour', tides);
  await before.knowledge.add('island', file('winds.md', 'The wind turns.'));
  await before.knowledge.rename('harbour', 'tides.md', 'High tides');
  await before.knowledge.share('island', 'winds.md', true);
  const after = knowledgeOf({ storage });
  await after.knowledge.load();
  expect(after.served).toEqual(before.served);
  expect(titles(after.served).sort()).toEqual(['High tides in harbour', 'The wind turns. in all']);
  expect(after.knowledge.list('harbour')).toEqual(before.knowledge.list('harbour'));
});

test('a file that cannot be read any more after a restart is kept with its fault, and can be removed', async () => {
  const storage = storageOver(openDatabase(':memory:'));
  await knowledgeOf({ storage }).knowledge.add('harbour', tides);
  const fault = { path: 'tides.md', cause: 'It is broken.', remedy: 'Mend it.' };
  const { knowledge, served } = knowledgeOf({ storage, read: async () => ({ faults: [fault] }) });
  await knowledge.load();
  expect([served.size, knowledge.list('harbour')]).toMatchObject([
    0,
    [{ stored: { name: 'tides.md' }, faults: [fault] }],
  ]);
  expect(await knowledge.rename('harbour', 'tides.md', 'Tides')).toEqual({ outcome: 'absent' });
  expect(await knowledge.add('harbour', tides)).toEqual({ outcome: 'duplicate', title: 'tides.md', own: true });
  expect(await knowledge.remove('harbour', 'tides.md')).toBe(true);
  expect(await storage.documents.list()).toEqual([]);
});

test('the same bytes are told by the document that has them: its own, or one of all; of other servers nothing is told', async () => {
  const folder = documentOf(['x'], { id: 'charts.md', title: 'Charts' });
  const { knowledge } = knowledgeOf({ shared: [folder] });
  expect(await knowledge.add('harbour', file('copy.md', 'x'))).toEqual({
    outcome: 'duplicate',
    title: 'Charts',
    own: false,
  });
  expect(await knowledge.add('harbour', tides)).toMatchObject({ outcome: 'added' });
  expect(await knowledge.add('harbour', { ...tides, name: 'again.md' })).toEqual({
    outcome: 'duplicate',
    title: 'Tides',
    own: true,
  });
  expect(await knowledge.add('island', tides)).toMatchObject({ outcome: 'added' });
  await knowledge.share('island', 'tides.md', true);
  expect(await knowledge.add('reef', tides)).toEqual({ outcome: 'duplicate', title: 'Tides', own: false });
});

test('a file of a name that is taken is kept beside the other', async () => {
  const { knowledge } = knowledgeOf();
  await knowledge.add('harbour', tides);
  const second = await knowledge.add('harbour', file('tides.md', 'Another tide.'));
  expect(second).toMatchObject({ outcome: 'added', namesake: true, added: { stored: { name: 'tides-2.md' } } });
  expect(knowledge.list('harbour')).toHaveLength(2);
});

test.each([
  ['../../etc/passwd.md', 'passwd.md'],
  ['..\\..\\windows\\system.txt', 'system.txt'],
  ['a\u0000b\u001b[31m.md', 'a-b-[31m.md'],
  ['invoice\u202edm.txt', 'invoice-dm.txt'],
  ['....md', 'document.md'],
  [`${'x'.repeat(400)}.txt`, `${'x'.repeat(176)}.txt`],
])('a file called %j is harmless', async (name, kept) => {
  const { knowledge } = knowledgeOf();
  const added = await knowledge.add('harbour', file(name, 'Words.'));
  expect(added).toMatchObject({ outcome: 'added', added: { stored: { name: kept } } });
});

test('an added document can never be taken for a file of the folder', async () => {
  const { knowledge } = knowledgeOf();
  const added = await knowledge.add('harbour', tides);
  expect(added.outcome === 'added' && added.document.id).toBe('/harbour/tides.md');
  // Paths in the folder are relative.
  expect(addedId('', '').startsWith('/')).toBe(true);
});

test('what cannot be read is not stored', async () => {
  const { knowledge, served } = knowledgeOf();
  expect(await knowledge.add('harbour', file('tides.md', ''))).toEqual({
    outcome: 'unreadable',
    fault: { path: '/harbour/tides.md', cause: 'The file is empty.', remedy: 'Write its text, or remove the file.' },
  });
  expect(await knowledge.add('harbour', file('tides.exe', 'MZ'))).toMatchObject({ outcome: 'unreadable' });
  expect([knowledge.list('harbour'), served.size]).toEqual([[], 0]);
});

test('a server adds no more than it may, however many files come at once', async () => {
  const { knowledge } = knowledgeOf({ limits: { documents: 3, bytes: 100 } });
  const outcomes = await Promise.all(
    ['one', 'two', 'three', 'four', 'five'].map((word) =>
      knowledge.add('harbour', file(`${word}.md`, `It is ${word}.`)),
    ),
  );
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['added', 'added', 'added', 'too-many', 'too-many']);
  expect(outcomes[3]).toEqual({ outcome: 'too-many', most: 3 });
  expect(await knowledge.add('island', file('long.md', 'x'.repeat(101)))).toEqual({
    outcome: 'too-much',
    most: 100,
    used: 0,
    size: 101,
  });
  await knowledge.remove('harbour', 'two.md');
  expect(await knowledge.add('harbour', file('six.md', 'It is six.'))).toMatchObject({ outcome: 'added' });
});

test('where there is no room, nothing is served, nothing stays on the disk, and the reader is told', async () => {
  const full = new UserError('storage-full', 'The bot has no room left.');
  const { documents } = storageOver(openDatabase(':memory:'));
  const { knowledge, served, forgotten } = knowledgeOf({
    storage: { documents: { ...documents, put: () => Promise.reject(full) } },
  });
  await expect(knowledge.add('harbour', tides)).rejects.toBe(full);
  expect([served.size, knowledge.list('harbour'), forgotten.length]).toEqual([0, [], 1]);
});

test('nothing is left of a document that is removed, unless another has the same bytes', async () => {
  const storage = storageOver(openDatabase(':memory:'));
  const { knowledge, served, forgotten } = knowledgeOf({ storage });
  await knowledge.add('harbour', tides);
  await knowledge.add('island', tides);
  expect(await knowledge.remove('reef', 'tides.md')).toBe(false);
  expect(await knowledge.remove('harbour', 'tides.md')).toBe(true);
  expect([titles(served), forgotten]).toEqual([['Tides in island'], []]);
  expect(await knowledge.remove('island', 'tides.md')).toBe(true);
  expect([titles(served), forgotten.length, await storage.documents.list()]).toEqual([[], 1, []]);
});

test('a document is shared and unshared by its own server alone', async () => {
  const { knowledge, served } = knowledgeOf();
  await knowledge.add('harbour', tides);
  expect(await knowledge.share('island', 'tides.md', true)).toEqual({ outcome: 'absent' });
  expect(await knowledge.share('harbour', 'tides.md', true)).toMatchObject({ outcome: 'shared' });
  expect(titles(served)).toEqual(['Tides in all']);
  expect(await knowledge.share('harbour', 'tides.md', true)).toMatchObject({ outcome: 'unchanged' });
  expect(await knowledge.remove('island', 'tides.md')).toBe(false);
  expect(await knowledge.share('harbour', 'tides.md', false)).toMatchObject({ outcome: 'unshared' });
  expect(titles(served)).toEqual(['Tides in harbour']);
});

test('what is said of a document stands over what was found in it, and can be taken back', async () => {
  const { knowledge, served } = knowledgeOf();
  const text = '---\ntitle: Tides\nauthor: Ana Lopes\ndate: January 2023\n---\nThe tide rises.';
  await knowledge.add('harbour', file('tides.md', text));
  const found = { title: 'Tides', author: 'Ana Lopes', date: 'January 2023', url: '', tags: '' };
  const about = () => {
    const [{ title, author, date, url, tags }] = [...served.values()] as [ReturnType<typeof documentOf>];
    return { title, author, date, url, tags };
  };
  const edited = await knowledge.edit('harbour', 'tides.md', {
    title: '  The\nhigh tides ',
    author: '',
    date: 'soon',
    url: 'https://tides.example/high',
    tags: 'Sea, #trade,, sea',
  });
  expect(edited).toMatchObject({ faults: [expect.stringContaining('“soon” is none')] });
  expect(about()).toEqual({
    title: 'The high tides',
    author: undefined,
    date: 'January 2023',
    url: 'https://tides.example/high',
    tags: ['Sea', 'trade'],
  });
  expect(await knowledge.edit('harbour', 'tides.md', found)).toMatchObject({ faults: [] });
  expect(about()).toMatchObject({ title: 'Tides', author: 'Ana Lopes', url: undefined, tags: [] });
  expect(knowledge.find('harbour', 'tides.md')?.stored.about).toEqual({});
});

test.each([
  ['date', '2026-13', /^Date: /u],
  ['url', 'javascript:alert(1)', /^Link: /u],
  ['url', 'tides.example', /^Link: /u],
  ['tags', 'x'.repeat(41), /^Tags: /u],
  ['tags', Array.from({ length: 21 }, (_, at) => `tag ${at}`).join(), /^Tags: there are 21/u],
])('a %s such as “%s” is refused and stays as it was', async (field, value, words) => {
  const { knowledge } = knowledgeOf();
  await knowledge.add('harbour', tides);
  const form = { title: 'Tides', author: '', date: '2026', url: 'https://a.example', tags: 'sea' };
  await knowledge.edit('harbour', 'tides.md', form);
  const edited = await knowledge.edit('harbour', 'tides.md', { ...form, [field]: value });
  expect(edited).toMatchObject({
    faults: [expect.stringMatching(words)],
    added: { document: { date: '2026', url: 'https://a.example', tags: ['sea'] } },
  });
});
