import { expect, test } from 'vitest';
import { readFeed } from '../../src/feeds/read-feed.ts';
import { ATOM, item, JSON_FEED, LONG, page, RDF, RSS, rss } from './feed-texts.ts';

const read = (text: string | Uint8Array, type = '', url = 'http://news.example/feed.xml') =>
  readFeed({ bytes: typeof text === 'string' ? Buffer.from(text) : text, type, url });

/** A line for each entry: "2026-11-02 Title · author · address · whole". */
function shown(text: string | Uint8Array, type = ''): string[] {
  const reading = read(text, type);
  if (reading.outcome !== 'feed') return [reading.outcome];
  const lines = reading.entries.map(({ title, url, author, date, text: whole }) =>
    [`${date ?? 'undated'} ${title}`, author, url, whole && 'whole'].filter(Boolean).join(' · '),
  );
  return [`${reading.format}: ${reading.title}`, ...lines];
}

test('RSS is read, with the day as it was where it was written, and titles as a reader sees them', () => {
  expect(shown(RSS)).toEqual([
    'rss: Harbour news',
    '2026-11-02 Quota & crews · Mara Lind · http://news.example/articles/quota',
    '2026-11-01 Older · http://news.example/older · whole',
  ]);
});

test('Atom is read, with addresses against its base', () => {
  expect(shown(ATOM)).toEqual([
    'atom: Harbour notes',
    '2026-11-03 Second · Tom Reed · http://other.example/e2 · whole',
    '2026-11-01 First · The desk · http://atom.example/news/e1.html',
  ]);
});

test('RSS 1.0 and JSON Feed are read; what has neither page nor text is none', () => {
  expect(shown(RDF)).toEqual(['rdf: Old harbour', '2026-11-02 One · Ines Vale · http://rdf.example/1']);
  expect(shown(JSON_FEED)).toEqual([
    'json: Harbour JSON',
    '2026-11-02 Seven · Kai · https://json.example/7',
    'undated No page · whole',
  ]);
});

test('a text that breaks off is not taken for the whole article', () => {
  const long = LONG.join(' ');
  const described = (text: string) => shown(rss(item(1, `<description>${text}</description>`))).at(-1);
  expect(described(long)).toContain('whole');
  expect(described(`${long} …`)).not.toContain('whole');
  expect(described(`${long} [&amp;hellip;]`)).not.toContain('whole');
  expect(described(`${long}... &lt;/p&gt;`)).not.toContain('whole');
  expect(described(long.slice(0, 900))).not.toContain('whole');
});

test('an entry keeps its identity when its title or page changes, and is there once', () => {
  const keys = (text: string) => {
    const reading = read(text);
    return reading.outcome === 'feed' ? reading.entries.map(({ key }) => key) : [];
  };
  expect(keys(rss(item(1) + item(2) + item(1)))).toHaveLength(2);
  expect(keys(rss(item(1)).replace('Article 1', 'Another name').replace('/articles/1', '/moved'))).toEqual(
    keys(rss(item(1))),
  );
});

test.each([
  ['its declaration', '<?xml version="1.0" encoding="windows-1251"?>', ''],
  ['its content type', '<?xml version="1.0"?>', 'application/rss+xml; charset="windows-1251"'],
])('an encoding other than UTF-8 is known by %s', (_by, declaration, type) => {
  const body = '<rss version="2.0"><channel><title>';
  const russian = Uint8Array.of(0xd0, 0xee, 0xf1, 0xf1, 0xe8, 0xff);
  const bytes = Buffer.concat([Buffer.from(`${declaration}${body}`), russian, Buffer.from('</title></channel></rss>')]);
  expect(shown(bytes, type)).toEqual(['rss: Россия']);
});

test('UTF-16 is known by its mark', () => {
  expect(shown(Buffer.from(`\ufeff${RDF}`, 'utf16le'))[0]).toBe('rdf: Old harbour');
});

test('only addresses of the web are followed', () => {
  const link = (url: string) => shown(rss(`<item><title>x</title><guid>1</guid><link>${url}</link></item>`));
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'http://jun:pw@news.example/', 'data:text/html,x'])
    expect(link(url)).toEqual(['rss: Harbour news']);
});

const alternate = (type: string, href: string, title = '') =>
  `<link rel="alternate" type="${type}" href="${href}" title="${title}">`;

test('a page names its feeds; those of comments come last, and what is no feed is passed over', () => {
  const head = [
    alternate('application/json', '/wp-json/'),
    alternate('application/rss+xml', '/comments/feed/', 'Comments'),
    alternate('application/rss+xml', 'javascript:alert(1)'),
    alternate('application/atom+xml', 'atom.xml'),
    '<link rel="alternate" hreflang="de" href="/de">',
    '<link rel="stylesheet" type="application/rss+xml" href="/style.css">',
  ].join('\n');
  expect(read(page('Home', '<p>x</p>', head), 'text/html')).toEqual({
    outcome: 'page',
    feeds: ['http://news.example/atom.xml', 'http://news.example/comments/feed/'],
  });
  const based = `<base href="http://other.example/x/">${alternate('application/feed+json', 'feed.json')}`;
  expect(read(page('Home', '<p>x</p>', based))).toEqual({
    outcome: 'page',
    feeds: ['http://other.example/x/feed.json'],
  });
});

test('a page that shows the code of a feed is still a page', () => {
  expect(read(page('How to', '<pre><rss version="2.0"><channel></pre>')).outcome).toBe('page');
});

test.each([
  ['nothing', '', 'other'],
  ['plain text', 'Hello', 'other'],
  ['JSON that is no feed', '{"version":1}', 'other'],
  ['a list of feeds', '<opml version="2.0"><body><outline xmlUrl="x"/></body></opml>', 'other'],
  ['a feed that breaks off within an article', RSS.slice(0, RSS.indexOf('Paragraph 9')), 'broken'],
  ['a feed that breaks off within a title', RSS.slice(0, RSS.indexOf('news</title>')), 'broken'],
  ['bytes of a picture', '\u0089PNG\r\n\u001a\n\u0000', 'other'],
])('%s is told from a feed', (_what, text, outcome) => expect(read(text).outcome).toBe(outcome));

const entities = Array.from({ length: 12 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');

test.each([
  ['entities that multiply', `<!DOCTYPE r [<!ENTITY e0 "boom">${entities}]>`, '&e12;'],
  ['an entity repeated', `<!DOCTYPE r [<!ENTITY e12 "${'x'.repeat(50_000)}">]>`, '&e12;'.repeat(20_000)],
])('%s stay what they are', (_what, doctype, text) => {
  const bomb = `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel><title>Bomb</title><item><guid>1</guid><link>http://news.example/1</link><title>${text}</title></item></channel></rss>`;
  const [, line = ''] = shown(bomb);
  expect(line.length).toBeLessThan(400);
  expect(line).not.toContain('boom');
});

test('a file named by an entity is not read', () => {
  const text = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>&f;</title></channel></rss>`;
  expect(JSON.stringify(read(text))).not.toContain('root:');
});
