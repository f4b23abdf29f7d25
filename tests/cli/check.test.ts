import { expect, test } from 'vitest';
import { folderOf, run } from './run.ts';

const files = {
  'harbours.md':
    '---\ntitle: Harbours\n---\n\nTern Harbour keeps eleven ferries. The council of Japan does not want to sell any of them.\n',
};

test('a quotation is checked from the command line', async () => {
  const cwd = folderOf(files);
  expect(
    await run('cli.ts', ['check', 'Tern Harbour keeps twelve ferries', '--knowledge', '.'], { cwd }),
  ).toMatchInlineSnapshot(`
    {
      "code": 0,
      "stderr": "",
      "stdout": "Altered: 1 word changed
    Tern Harbour keeps [-eleven-] {+twelve+} ferries
    [-in the document-] {+in your text+}
    ┃ Tern Harbour keeps eleven ferries.
    │ The council of Japan does not want to sell any of them.
      Harbours · ¶ 1 · harbours.md
    ",
    }
  `);
});

test('what the documents say against a claim, as JSON', async () => {
  const cwd = folderOf(files);
  const claim = 'The council of Japan wants to sell any of them.';
  const { stdout, code } = await run('cli.ts', ['evidence', claim, '--knowledge', '.', '--json'], { cwd });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    claim,
    near: true,
    evidence: [{ label: 'contradicts', quotation: { document: 'harbours.md', paragraph: 1 } }],
  });
});

test('without a text, both say what they want', async () => {
  const cwd = folderOf(files);
  const [check, evidence] = await Promise.all([
    run('cli.ts', ['check'], { cwd }),
    run('cli.ts', ['evidence'], { cwd }),
  ]);
  expect(check).toMatchObject({ code: 1, stderr: expect.stringContaining('Write the quotation after check') });
  expect(evidence).toMatchObject({ code: 1, stderr: expect.stringContaining('Write the claim after evidence') });
});
