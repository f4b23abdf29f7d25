import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assertWithinLimits } from '../../../src/discord/limits.ts';
import { renderEvidence } from '../../../src/discord/render/evidence.ts';
import { hostileText } from '../../builders/arbitrary.ts';
import { deskOf, documentOf } from '../../builders/document.ts';
import { actorOf, analysisDeps } from '../../builders/positions.ts';
import { showReply } from '../../builders/show-reply.ts';

const yearbook = documentOf(
  [
    'North Vesk has not signed the fishing treaty. It keeps four lighthouses.',
    'Orland signed the fishing treaty in 2021.',
    'The treaty of the lighthouses is older than the fishing fleet of North Vesk.',
  ],
  { id: 'yearbook.md', title: 'Yearbook', date: '2024' },
);
const actors = [actorOf('orland', 'Orland'), actorOf('north-vesk', 'North Vesk')];
const desk = deskOf([yearbook], { analysis: analysisDeps(actors) });
const view = { id: 'kept', message: '42', sharing: 'offered' } as const;
const shown = (claim: string) => showReply(renderEvidence(desk.evidenceFor(claim), view));

test('what is against a claim comes first, labelled, with the deciding sentence in bold', () => {
  expect(shown('North Vesk signed the fishing treaty.')).toMatchInlineSnapshot(`
    "=== North Vesk signed the fishing treaty.
    **1 passage against it.**
    > **North Vesk has not signed the fishing treaty.** It keeps four lighthouses.
    **contradicts** · **1** · Yearbook · ¶ 1 · 2024

    > Orland signed the fishing treaty in 2021.
    **2** · Yearbook · ¶ 2 · 2024

    > The treaty of the lighthouses is older than the fishing fleet of North Vesk.
    **same topic** · **3** · Yearbook · ¶ 3 · 2024
    -# Labels compare words, numbers and negation, no more: read the passage.
    [Context 1] [Context 2] [Context 3] [Show everyone]"
  `);
});

test('what decides nothing has no bold sentence and no label', () => {
  expect(shown('Lighthouses are cheaper than ferries these days')).toMatchInlineSnapshot(`
    "=== Lighthouses are cheaper than ferries these days
    **Passages near this; whether they are for or against it, their words alone do not tell.**
    > North Vesk has not signed the fishing treaty. It keeps four lighthouses.
    **1** · Yearbook · ¶ 1 · 2024

    > The treaty of the lighthouses is older than the fishing fleet of North Vesk.
    **2** · Yearbook · ¶ 3 · 2024
    [Context 1] [Context 2] [Show everyone]"
  `);
});

test('where the documents are silent, that is said', () => {
  expect(shown('Zebras!')).toMatchInlineSnapshot(`
    "=== Zebras!
    **The documents say nothing near this. Searched: 1 document.**
    [Show everyone]"
  `);
});

test('hostile claims and documents stay text, and the reply within the limits of Discord', () => {
  fc.assert(
    fc.property(fc.array(hostileText(40), { minLength: 1, maxLength: 5 }), hostileText(60), (texts, more) => {
      const paragraphs = texts.filter((text) => text.trim() !== '').map((text) => `${text} lighthouse`);
      const over = deskOf([
        documentOf(paragraphs, {
          title: more.repeat(20),
          headings: [more.repeat(20)],
          date: more,
          url: `https://a.example/${'x'.repeat(270)}`,
        }),
      ]);
      const reply = renderEvidence(over.evidenceFor(`lighthouse ${more}`), view);
      assertWithinLimits(reply);
      expect(JSON.stringify(reply.embeds)).not.toMatch(/(?<!\\)(?:<[@#:t/]|@everyone)/u);
    }),
    { numRuns: 100 },
  );
});
