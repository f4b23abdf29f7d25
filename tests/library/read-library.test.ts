import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readLibrary } from '../../src/library/read-library.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'attache-library-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

const faultsOf = async () =>
  (await readLibrary(folder)).faults.map(({ path, cause, remedy }) => `${path}: ${cause} ${remedy}`).join('\n');

test('documents are served from every subfolder, sorted by path, settings and hidden files left alone', async () => {
  await put({
    'b/deep/report.TXT': 'Third.',
    'b.md': 'Second.',
    'a.markdown': 'First.',
    'synonyms.yaml': 'a: b',
    'actors.yml': 'a: b',
    'index.json': '{}',
    '.hidden.md': 'Hidden.',
    '.git/notes.md': 'Hidden.',
  });
  const { documents, faults } = await readLibrary(folder);
  expect(documents.map(({ id, title }) => [id, title])).toEqual([
    ['a.markdown', 'First.'],
    ['b.md', 'Second.'],
    ['b/deep/report.TXT', 'Third.'],
  ]);
  expect(faults).toEqual([]);
});

test('reading twice gives the same library', async () => {
  await put(
    Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n % 7}/${n}.md`, `# Title ${n}\n\nText ${n}.`])),
  );
  expect(await readLibrary(folder)).toEqual(await readLibrary(folder));
});

test('two documents with one title are both served', async () => {
  await put({ 'a.md': '# Ties\n\nOld.', 'b.md': '# Ties\n\nNew.' });
  expect((await readLibrary(folder)).documents.map(({ id, title }) => `${id} ${title}`)).toEqual([
    'a.md Ties',
    'b.md Ties',
  ]);
});

test('one bad file never keeps the others from being served, and each is listed with cause and remedy', async () => {
  await put({
    'good.md': 'Good.',
    'empty.md': '',
    'blank.txt': ' \n\n\t\n',
    'front.md': '---\ntitle: Nothing more\n---\n',
    'dots.txt': '…\n***\n',
    'image.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    'latin.txt': Buffer.from('Größe', 'latin1'),
    'mixed.txt': Buffer.concat([Buffer.from('é – ü ö ä'), Buffer.from([0xff])]),
    'paper.pdf': '%PDF-1.7',
    'letter.doc': 'x',
    'sheet.xlsx': 'x',
    'broken.md': '---\ntitle: [unclosed\n---\nStill served.',
    'good.md.meta.yaml': 'url: ftp://a.example',
    'gone.md.meta.yaml': 'title: Orphan',
    'huge.txt': '',
  });
  await truncate(join(folder, 'huge.txt'), 200 * 1024 * 1024);
  const { documents } = await readLibrary(folder);
  expect(documents.map(({ id }) => id)).toEqual(['broken.md', 'good.md', 'latin.txt']);
  expect(await faultsOf()).toMatchInlineSnapshot(`
    "blank.txt: The file is empty. Write its text, or remove the file.
    broken.md: The text is served, but not everything in its front matter could be used: title is not valid YAML (Flow sequence in block collection must be sufficiently indented and end with a ]). Correct that; put a value that holds a colon, # or quotation mark into quotation marks.
    dots.txt: The file holds no words that could be quoted. Write its text, or remove the file.
    empty.md: The file is empty. Write its text, or remove the file.
    front.md: The file has front matter and no text. Write its text, or remove the file.
    gone.md.meta.yaml: No document belongs to this file. Name it after its document, for example report.txt.meta.yaml for report.txt.
    good.md.meta.yaml: The text is served, but not everything in this file could be used: url is no http or https address: “ftp://a.example”. Correct that; put a value that holds a colon, # or quotation mark into quotation marks.
    huge.txt: The file has 200 MB; at most 25 MB are read. Split it into smaller documents.
    image.md: The file is a picture, whatever its name says. Save its text as one of these: PDF, Word (.docx), web pages (.html), EPUB, OpenDocument (.odt), Markdown and plain text.
    latin.txt: It is served, read as windows-1252, for it is not UTF-8. Save it as UTF-8 in your editor, above all where letters look wrong.
    letter.doc: Old Word files (.doc) are not read. Open it in Word or LibreOffice and save it as .docx without a password.
    mixed.txt: The file is not UTF-8: byte 15 begins no valid character. Save it as UTF-8 in your editor, or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.txt > new.txt
    paper.pdf: The PDF is broken: its parts cannot be found. Save or print it as a PDF again.
    sheet.xlsx: This is not a format that is read. Save it as one that is: PDF, Word (.docx), web pages (.html), EPUB, OpenDocument (.odt), Markdown and plain text."
  `);
});

test('a link that leaves the folder is not followed, one that stays inside is', async () => {
  const outside = await mkdtemp(join(tmpdir(), 'attache-outside-'));
  await writeFile(join(outside, 'secret.md'), 'Secret.');
  await put({ 'a.md': 'Inside.', '.data/b.md': 'Mounted.' });
  await symlink(join(outside, 'secret.md'), join(folder, 'secret.md'));
  await symlink(outside, join(folder, 'elsewhere'));
  await symlink('.data/b.md', join(folder, 'b.md'));
  await symlink('missing.md', join(folder, 'dangling.md'));
  await symlink('.', join(folder, 'loop'));
  expect((await readLibrary(folder)).documents.map(({ id }) => id)).toEqual(['a.md', 'b.md']);
  expect(await faultsOf()).toMatchInlineSnapshot(`
    "dangling.md: The link cannot be followed (ENOENT). Replace it by the file itself.
    elsewhere: The link leaves the knowledge folder. Copy the file into the folder.
    loop: Links to folders are not followed. Move the folder itself here.
    secret.md: The link leaves the knowledge folder. Copy the file into the folder."
  `);
  await rm(outside, { recursive: true });
});

test('what a browser, an editor or a download leaves beside documents is no fault, an odd name is', async () => {
  await put({
    'page.html': '<p>A page.</p>',
    'page_files/frame.html': '<p>An advertisement.</p>',
    'other_files/b.md': 'No page beside it.',
    '~$letter.docx': 'lock',
    'half.pdf.part': 'half',
    'notes.md~': 'old',
    'bell\u0007.md': 'Rings.',
  });
  expect((await readLibrary(folder)).documents.map(({ id }) => id)).toEqual(['other_files/b.md', 'page.html']);
  expect(await faultsOf()).toBe('bell\u0007.md: Its name has control characters in it. Rename it.');
});

test.skipIf(process.getuid?.() === 0)('a file or folder without permission is listed', async () => {
  await put({ 'a.md': 'Open.', 'closed.md': 'Closed.', 'vault/b.md': 'Closed.' });
  await chmod(join(folder, 'closed.md'), 0);
  await chmod(join(folder, 'vault'), 0);
  expect(await faultsOf()).toMatch(
    /closed\.md: The file cannot be read \(EACCES\).*vault\/: The folder cannot be read/su,
  );
  await chmod(join(folder, 'vault'), 0o700);
});

const failure = async (path: string) => {
  const error: unknown = await readLibrary(path).catch((thrown: unknown) => thrown);
  if (!(error instanceof Error && 'code' in error)) throw new Error('It did not fail.');
  return `${String(error.code)}: ${error.message.replaceAll(folder, 'FOLDER')}`;
};

test('a missing folder, and a file in its place, say what to do', async () => {
  await put({ 'a.md': 'Text.' });
  expect(await failure(join(folder, 'missing'))).toMatchInlineSnapshot(
    `"no-knowledge-folder: There is no folder “FOLDER/missing”. Create it and put your documents in it, or name another with KNOWLEDGE_DIR or --knowledge."`,
  );
  expect(await failure(join(folder, 'a.md'))).toMatchInlineSnapshot(
    `"no-knowledge-folder: “FOLDER/a.md” is a file. Name the folder that holds your documents with KNOWLEDGE_DIR or --knowledge."`,
  );
});

test('a folder without a document that can be served says why', async () => {
  expect(await failure(folder)).toMatchInlineSnapshot(
    `"no-documents: The folder “FOLDER” has no documents. Put files in it: PDF, Word (.docx), web pages (.html), EPUB, OpenDocument (.odt), Markdown and plain text."`,
  );
  await put(Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => [`${name}.md`, ''])));
  expect(await failure(folder)).toMatchInlineSnapshot(`
    "no-documents: The folder “FOLDER” has no document that can be served:
    - a.md: The file is empty. Write its text, or remove the file.
    - b.md: The file is empty. Write its text, or remove the file.
    - c.md: The file is empty. Write its text, or remove the file.
    - d.md: The file is empty. Write its text, or remove the file.
    - e.md: The file is empty. Write its text, or remove the file.
    - and 2 more"
  `);
});
