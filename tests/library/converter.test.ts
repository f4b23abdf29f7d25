import { expect, test } from 'vitest';
import type { Conversion } from '../../src/core/conversion.ts';
import { createConverter } from '../../src/library/converter.ts';

const page = (text: string) => ({ format: 'html' as const, bytes: Buffer.from(`<p>${text}</p>`) });

test('a file is converted once: what is kept of it is given again, and refusals that may pass are not kept', async () => {
  const kept = new Map<string, Conversion>();
  const asked: string[] = [];
  const store = {
    read: (hash: string) => Promise.resolve(asked.push(hash) > 0 ? kept.get(hash) : undefined),
    write: (hash: string, conversion: Conversion) => Promise.resolve(void kept.set(hash, conversion)),
    forget: () => Promise.resolve(),
  };
  const first = createConverter({ store });
  const conversion = await first.convert(page('Kept.'));
  const empty = await first.convert(page(''));
  await first.close();
  expect([...kept.values()]).toEqual([conversion, empty]);
  const hasty = createConverter({ store, limits: { milliseconds: 0, heap: 64, outside: 64 } });
  expect(await hasty.convert(page('Kept.'))).toEqual(conversion);
  expect(await hasty.convert(page('Late.'))).toMatchObject({ outcome: 'refused', passing: true });
  expect(kept.size).toBe(2);
  await hasty.close();
});

test('many files at once are each answered with their own text', async () => {
  const { convert, close } = createConverter();
  const ends = await Promise.all(Array.from({ length: 30 }, (_, index) => convert(page(`File ${index}.`))));
  expect(ends.map((end) => end.outcome === 'converted' && end.blocks[0]?.text)).toEqual(
    ends.map((_, index) => `File ${index}.`),
  );
  await close();
});

test('closing refuses what still waits', async () => {
  const { convert, close } = createConverter();
  const ends = Promise.all(Array.from({ length: 10 }, (_, index) => convert(page(`File ${index}.`))));
  await close();
  expect((await ends).map(({ outcome }) => outcome)).toContain('refused');
});
