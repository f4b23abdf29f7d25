import { PassThrough, Readable } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { expect, test } from 'vitest';
import { replyTo, runPrompt } from '../../src/terminal/prompt.ts';
import { deskOf, documentOf, hitOn } from './sample.ts';

const document = documentOf('brief.md', ['Japan buys missiles.'], { title: 'A brief' });
const desk = deskOf([document], { hits: [hitOn(document, 1, 'Japan buys missiles.')] });
const look = { width: Infinity, colour: false };

test('/ask and a bare question give the same reply', () => {
  expect(replyTo(desk, '/ask what?', look)).toContain('┃ Japan buys missiles.');
  expect(replyTo(desk, 'what?', look)).toBe(replyTo(desk, '/ask what?', look));
});

test('/ask without a question says what is missing', () =>
  expect(replyTo(desk, '/ask', look)).toBe('Write the question after /ask.'));

test('an unknown command says which there are', () =>
  expect(replyTo(desk, '/digest', look)).toMatchInlineSnapshot(`
    "There is no /digest. What there is:
    /ask QUESTION   quotes the passages that answer it; the question alone does the same
    /actor NAME     what an actor wants, says, did and opposes; topic:TOPIC after it shows one topic
    /compare A, B   two or three actors side by side; topic:TOPIC after them shows one topic
    /topic TOPIC    who holds what on a topic
    /check TEXT     whether what it quotes stands so in the documents
    /evidence CLAIM what the documents say for or against it
    /documents      lists what is searched
    /help           shows this
    /quit           ends"
  `));

test('/documents lists what is served and what is not', () =>
  expect(replyTo(desk, '/documents', look)).toMatchInlineSnapshot(`
    "A brief
      brief.md · en · 1 passage

    1 document, 1 passage

    Not served: 1 file
      scan.pdf: This is not text. Save it as text."
  `));

test('/quit ends', () => expect(replyTo(desk, '/quit', look)).toBeUndefined());

test('piped lines are answered one by one until /quit', async () => {
  const output = new PassThrough();
  await runPrompt(desk, Readable.from(['what?\n\n', '/quit\nnever asked\n']), output as unknown as WriteStream);
  expect(String(output.read())).toMatchInlineSnapshot(`
    "> what?
    ┃ Japan buys missiles.
      A brief · ¶ 1 · brief.md

    1 passage from 1 of 1 document · quoted word for word · ┃ marks the answering sentence

    > /quit
    "
  `);
});
