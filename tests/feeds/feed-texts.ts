/** Feeds of invented news, in the forms in which feeds come. */

export const LONG = Array.from(
  { length: 12 },
  (_, at) =>
    `Paragraph ${at + 1} tells how the harbour of Orland was dredged, who paid for it, and what the crews found.`,
);

const longHtml = LONG.map((text) => `<p>${text}</p>`).join('');

export const rss = (items: string, title = 'Harbour news') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>${title}</title><link>http://news.example/</link>${items}</channel></rss>`;

export const item = (at: number, more = '') =>
  `<item><title>Article ${at}</title><link>/articles/${at}</link><guid isPermaLink="false">id-${at}</guid>` +
  `<pubDate>${new Date(Date.UTC(2026, 10, 1, at)).toUTCString()}</pubDate>${more}</item>`;

export const RSS = rss(
  [
    '<item><title>Quota &amp;amp; &lt;b&gt;crews&lt;/b&gt;</title><link>/articles/quota</link>',
    '<guid isPermaLink="false">a1</guid><dc:creator>Mara Lind</dc:creator>',
    '<pubDate>Mon, 02 Nov 2026 23:30:00 -0500</pubDate><description>Only its beginning.</description></item>',
    '<item><title>Older</title><guid>http://news.example/older</guid>',
    `<pubDate>Sun, 01 Nov 2026 08:00:00 GMT</pubDate><content:encoded><![CDATA[${longHtml}]]></content:encoded></item>`,
  ].join('\n'),
);

export const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://atom.example/news/">
<title type="html">Harbour &lt;i&gt;notes&lt;/i&gt;</title><id>urn:1</id><updated>2026-11-02T08:00:00Z</updated>
<author><name>The desk</name></author>
<entry><id>urn:e1</id><title>First</title><link rel="self" href="e1.atom"/><link href="e1.html"/>
<updated>2026-11-02T08:00:00Z</updated><published>2026-11-01T23:59:00+09:00</published><summary>Short.</summary></entry>
<entry><id>urn:e2</id><title>Second</title><link rel="alternate" href="http://other.example/e2"/>
<updated>2026-11-03T08:00:00Z</updated><author><name>Tom Reed</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${longHtml}</div></content></entry>
</feed>`;

export const RDF = `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="http://rdf.example/"><title>Old harbour</title></channel>
<item rdf:about="http://rdf.example/1"><title>One</title><link>http://rdf.example/1</link>
<dc:date>2026-11-02</dc:date><dc:creator>Ines Vale</dc:creator></item></rdf:RDF>`;

export const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Harbour JSON',
  items: [
    {
      id: 7,
      url: 'https://json.example/7',
      title: 'Seven',
      date_published: '2026-11-02T08:00:00Z',
      authors: [{ name: 'Kai' }],
    },
    { id: 8, title: 'No page', content_text: LONG.join('\n\n') },
    { id: 9, title: 'Neither page nor text' },
  ],
});

export const page = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><title>${title}</title>${head}</head><body><nav><a href="/">Home</a></nav>` +
  `<article><h1>${title}</h1>${body}</article><footer>© Harbour</footer></body></html>`;
