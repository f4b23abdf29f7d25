import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { docxParts, written, zipOf } from '../builders/written.ts';
import { folderOf, run } from './run.ts';

const docx = zipOf(docxParts(written('gulf-channels')));

function knowledgeIn(cwd: string): string {
  mkdirSync(join(cwd, 'knowledge'));
  writeFileSync(join(cwd, 'knowledge', 'notes.md'), '# Notes\n\nThe harbour is open.');
  return join(cwd, 'knowledge');
}

test('files are checked, added, and named with their faults; nothing is overwritten or added twice', async () => {
  const cwd = folderOf({
    'channels.docx': docx,
    'copy of channels.docx': docx,
    'notes.md': 'Other notes.',
    'same.md': '# Notes\n\nThe harbour is open.',
    'broken.pdf': 'no PDF',
    'letter.rtf': '{\\rtf1 x}',
    '$(rm -rf).txt': 'Odd name.',
  });
  const knowledge = knowledgeIn(cwd);
  const files = [
    'channels.docx',
    'copy of channels.docx',
    'notes.md',
    'same.md',
    'broken.pdf',
    'letter.rtf',
    'gone.md',
    '.',
    '$(rm -rf).txt',
  ];
  const { stdout, stderr, code } = await run('cli.ts', ['import', ...files], {
    cwd,
    env: { KNOWLEDGE_DIR: knowledge },
  });
  expect(stdout.replaceAll(cwd, 'CWD')).toMatchInlineSnapshot(`
    "added channels.docx: “Quiet channels: the Gulf after the ceasefire”, 22 passages
    already there: copy of channels.docx is channels.docx
    added notes-2.md: “Other notes.”, 1 passage
    already there: same.md is notes.md
    added $(rm -rf).txt: “Odd name.”, 1 passage
    3 documents added to CWD/knowledge, 2 already there, 4 not added
    "
  `);
  expect(stderr).toMatchInlineSnapshot(`
    "not added: broken.pdf: The file is not a PDF, whatever its name says, or its beginning is missing. Copy or download it again, or remove it.
    not added: letter.rtf: RTF is not read. Open it in Word or LibreOffice and save it as .docx.
    not added: gone.md: There is no such file. Look at its path and permissions.
    not added: .: This is a folder. Name the files in it, for example folder/*.
    "
  `);
  expect(code).toBe(1);
  expect(readdirSync(knowledge).sort()).toEqual(['$(rm -rf).txt', 'channels.docx', 'notes-2.md', 'notes.md']);
  expect(readFileSync(join(knowledge, 'channels.docx'))).toEqual(Buffer.from(docx));
  expect(readFileSync(join(knowledge, 'notes.md'), 'utf8')).toContain('The harbour is open.');
});

test('what is entered of a document is kept beside it, over what lay beside the file', async () => {
  const cwd = folderOf({ 'a.txt': 'The harbour is open.', 'a.txt.meta.yaml': 'author: A. Writer\ntitle: Old' });
  const knowledge = knowledgeIn(cwd);
  const args = [
    'import',
    'a.txt',
    '--knowledge',
    knowledge,
    '--into',
    'reports/2024',
    '--title',
    'Open: a report',
    '--tags',
    'north, sea',
  ];
  expect(await run('cli.ts', args, { cwd })).toMatchObject({ code: 0, stderr: '' });
  const listed = await run('cli.ts', ['documents', '--json', '--knowledge', knowledge], { cwd });
  const { documents } = JSON.parse(listed.stdout) as { documents: Record<string, unknown>[] };
  expect(documents).toContainEqual(
    expect.objectContaining({
      document: 'reports/2024/a.txt',
      title: 'Open: a report',
      author: 'A. Writer',
      tags: ['north', 'sea'],
    }),
  );
});

test.each([
  [['import'], 'Name the files to add'],
  [['import', 'a.txt', '--into', '../elsewhere'], '--into names a folder within the knowledge folder'],
  [['import', 'a.txt', '--into', '.hidden'], '--into names a folder within the knowledge folder'],
  [['import', 'a.txt', '--url', 'ftp://x'], 'url is no http or https address'],
  [['import', 'a.txt', 'b.txt', '--title', 'x'], '--title and --url are of one document'],
  [['import', 'a.txt', '--json'], 'import takes'],
])('%j says what is wrong with it, and adds nothing', async (args, words) => {
  const cwd = folderOf({ 'a.txt': 'Text.', 'b.txt': 'More.' });
  const knowledge = knowledgeIn(cwd);
  const { stderr, code } = await run('cli.ts', [...args, '--knowledge', knowledge], { cwd });
  expect(stderr).toContain(words);
  expect(code).toBe(1);
  expect(existsSync(join(knowledge, 'a.txt'))).toBe(false);
});
