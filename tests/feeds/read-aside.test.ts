import { expect, test } from 'vitest';
import { createReadAside } from '../../src/feeds/read-aside.ts';
import { RSS, rss } from './feed-texts.ts';

test.each<[what: string, bytes: () => Buffer]>([
  ['ten thousand entries', () => Buffer.from(rss('<item><guid>1</guid><title>x</title></item>'.repeat(10_000)))],
  ['fifty thousand tags within each other', () => Buffer.from(`<rss version="2.0">${'<a>'.repeat(50_000)}`)],
  ['a page of eight thousand tags within each other', () => Buffer.from(`<html><head>${'<b>'.repeat(8000)}`)],
])('%s hold up nothing else, whatever comes of them', async (_what, bytes) => {
  const aside = createReadAside();
  let beats = 0;
  const beat = setInterval(() => (beats += 1), 5);
  const reading = await aside.read('feed', { bytes: bytes(), type: '', url: 'http://news.example/' });
  clearInterval(beat);
  expect(reading?.outcome ?? 'given up').toMatch(/^(?:feed|broken|page|given up)$/u);
  expect(beats).toBeGreaterThan(3);
  const next = await aside.read('feed', { bytes: Buffer.from(RSS), type: '', url: 'http://news.example/' });
  expect(next).toMatchObject({ outcome: 'feed', title: 'Harbour news' });
  await aside.close();
});

test('a text that takes too long to read is given up, and the next one is read', async () => {
  const aside = createReadAside({ milliseconds: 200, heap: 256 });
  const line = `Disallow: /${'*a'.repeat(1000)}b\n`;
  const url = `http://news.example/${'a'.repeat(1900)}`;
  const text = `User-agent: *\n${line.repeat(240)}`;
  expect(await aside.read('robots', { text, url, agent: 'Attache' })).toBeUndefined();
  expect(await aside.read('robots', { text: '', url, agent: 'Attache' })).toEqual({ allowed: true, delay: 0 });
  await aside.close();
});

test.each([
  ['to read a text', 16],
  ['to begin', 4],
])('where there is too little memory %s, the text is given up', async (_what, heap) => {
  const aside = createReadAside({ milliseconds: 60_000, heap });
  const bytes = Buffer.from(rss('<item><guid>1</guid><title>x</title></item>'.repeat(120_000)));
  expect(await aside.read('feed', { bytes, type: '', url: 'http://news.example/' })).toBeUndefined();
  await aside.close();
});
