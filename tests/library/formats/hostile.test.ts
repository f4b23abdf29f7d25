import { deflateSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { count } from '../../../src/core/answer.ts';
import { createConverter } from '../../../src/library/converter.ts';
import { documentOf } from '../../../src/library/read-document.ts';
import { docxParts, epubParts, odtParts, written, zipOf } from '../../builders/written.ts';

const text = written('caucasus-road');
const { convert, close } = createConverter();
afterAll(close);

/** What became of a file: its faults, or the words it is served with. */
async function read(id: string, bytes: Uint8Array, by = convert): Promise<string> {
  const { document, faults } = await documentOf({ id, bytes }, by);
  if (document) return `served with ${count(document.passages.length, 'passage')}`;
  return faults.map(({ cause, remedy }) => `${cause} ${remedy}`).join('\n');
}

/** A PDF of the objects given, the first of them its catalogue; `trailer` adds to its end. Strings hold a byte a letter. */
function pdfOf(objects: readonly string[], trailer = ''): Uint8Array {
  let at = 9;
  const rows: string[] = [];
  const bodies = objects.map((object, index) => {
    const body = `${index + 1} 0 obj\n${object}\nendobj\n`;
    rows.push(`${String(at).padStart(10, '0')} 00000 n \n`);
    at += body.length;
    return body;
  });
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${at}\n%%EOF`;
  return Buffer.from(`%PDF-1.7\n${bodies.join('')}${end}`, 'latin1');
}

function streamOf(content: Uint8Array, filter = ''): string {
  return `<</Length ${content.length}${filter}>>\nstream\n${Buffer.from(content).toString('latin1')}\nendstream`;
}

const CATALOGUE = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>';
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
const WORDS = Buffer.from('BT /F 12 Tf 50 700 Td (The harbour is open all winter.) Tj ET');

/** Overwrites the size that a zip claims for every entry, in both places. */
function claiming(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Uint8Array.from(zip);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 28; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, size, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return bytes;
}

test('a PDF that a few objects make is read', async () => {
  expect(await read('a.pdf', pdfOf([CATALOGUE, PAGES, PAGE, streamOf(WORDS), FONT]))).toBe('served with 1 passage');
});

test('zip bombs are refused before they are unpacked', async () => {
  const bomb = { ...epubParts(text), 'OEBPS/text/a .xhtml': ' '.repeat(20_000_000) };
  expect(await read('bomb.epub', zipOf(bomb))).toMatchInlineSnapshot(
    `"A part of it would grow to 300 times its size when unpacked, as no text does. Save it again with the program that made it; if it stays so, export it as plain text."`,
  );
});

test('a zip that claims another size than it has is refused or read within that size', async () => {
  const zip = zipOf(docxParts(text));
  expect(await read('claims-more.docx', claiming(zip, 1024 * 1024 * 1024))).toMatchInlineSnapshot(
    `"Unpacked, it would have more than 200 MB. Save it again with the program that made it; if it stays so, export it as plain text."`,
  );
  expect(await read('claims-less.docx', claiming(zip, 40))).toMatchInlineSnapshot(
    `"The file is broken or was made to be hard to read (Error: error: [xmldom error]	element parse error: Error: attribute value no end '"' match). Save it again with the program that made it, or as plain text."`,
  );
});

test('entities that grow are not expanded', async () => {
  const doctype = `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(50)}"><!ENTITY c "${'&b;'.repeat(50)}"><!ENTITY d SYSTEM "file:///etc/passwd">]>`;
  const odt = odtParts(text, '<text:p>Growing: &c; &d;</text:p>');
  const laughs = { ...odt, 'content.xml': odt['content.xml']?.replace('?>', `?>${doctype}`) ?? '' };
  const { document } = await documentOf({ id: 'laughs.odt', bytes: zipOf(laughs) }, convert);
  expect(document?.text.endsWith('Growing: &c; &d;')).toBe(true);
  const docx = docxParts(text, '<w:p><w:r><w:t>Growing: &c;</w:t></w:r></w:p>');
  const bytes = zipOf({ ...docx, 'word/document.xml': docx['word/document.xml']?.replace('?>', `?>${doctype}`) ?? '' });
  expect((await documentOf({ id: 'laughs.docx', bytes }, convert)).document?.text ?? '').not.toMatch(/(?:ha){9}/u);
});

test('names with ../ and control characters in a zip harm nobody', async () => {
  const parts = {
    ...docxParts(text),
    '../../../../tmp/attache-outside': 'x',
    'word/\u001b[2J.xml': '<x/>',
    __proto__x: 'x',
  };
  expect(await read('names.docx', zipOf(parts))).toContain('served');
});

test('a PDF of a million objects is read or refused, and one that grows without end is refused', async () => {
  const many = pdfOf([CATALOGUE, PAGES, PAGE, streamOf(WORDS), FONT, ...Array<string>(1_000_000).fill('<</A 1>>')]);
  expect(many.length).toBeGreaterThan(25_000_000);
  expect(await read('many.pdf', many)).toMatchInlineSnapshot(`"served with 1 passage"`);
  const strict = createConverter({ limits: { milliseconds: 20_000, heap: 128, outside: 64 } });
  const spaces = deflateSync(Buffer.alloc(400_000_000, 0x20));
  const growing = pdfOf([CATALOGUE, PAGES, PAGE, streamOf(spaces, '/Filter/FlateDecode'), FONT]);
  expect(await read('growing.pdf', growing, strict.convert)).toMatchInlineSnapshot(
    `"Reading it takes more memory than a file may. Split it into smaller files, or save it as plain text."`,
  );
  await strict.close();
}, 120_000);

test('a page tree that contains itself, and pages without number, end', async () => {
  const loop = pdfOf([CATALOGUE, '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 9>>', PAGE, streamOf(WORDS), FONT]);
  expect(await read('loop.pdf', loop)).toMatch(/served|broken|no text layer/u);
  const pages = pdfOf([CATALOGUE, '<</Type/Pages/Kids[3 0 R]/Count 999999999>>', PAGE, streamOf(WORDS), FONT]);
  expect(await read('pages.pdf', pages)).toMatchInlineSnapshot(`"served with 1 passage"`);
});

test('a PDF behind a password says so', async () => {
  const encrypted = `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>>>/ID[<00><00>]`;
  expect(
    await read('locked.pdf', pdfOf([CATALOGUE, PAGES, PAGE, streamOf(WORDS), FONT], encrypted)),
  ).toMatchInlineSnapshot(
    `"The PDF is protected by a password. Save a copy without a password, for example with qpdf --decrypt --password=… locked.pdf open.pdf."`,
  );
});

test('what is not what its name says, broken or empty is named with its remedy', async () => {
  const docx = zipOf(docxParts(text));
  const cases: Readonly<Record<string, Uint8Array>> = {
    'empty.pdf': new Uint8Array(),
    'word.pdf': docx,
    'cut.docx': docx.slice(0, docx.length / 2),
    'old.docx': Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    'rich.docx': Buffer.from('{\\rtf1 Hello}'),
    'archive.docx': zipOf({ 'a.txt': 'x' }),
    'paper.html': Buffer.from('%PDF-1.7 …'),
    'paper.txt': Buffer.from('%PDF-1.7 …'),
    'picture.md': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]),
    'book.odt': zipOf(epubParts(text)),
    'bare.epub': zipOf({ mimetype: 'application/epub+zip' }),
    'empty.html': Buffer.from('<html><body><script>1</script></body></html>'),
    'noise.pdf': Buffer.from('%PDF-1.7 and nothing else'),
    'locked.odt': zipOf({ ...odtParts(text), 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
  };
  const faults = await Promise.all(Object.entries(cases).map(async ([id, bytes]) => `${id}: ${await read(id, bytes)}`));
  expect(faults.join('\n')).toMatchInlineSnapshot(`
    "empty.pdf: The file is empty. Copy or download it again, or remove it.
    word.pdf: The file is a Word file, whatever its name says. Rename it to end in .docx.
    cut.docx: The file is broken: it cannot be unpacked. Save it again with the program that made it; if it stays so, export it as plain text.
    old.docx: The file is an old Word file (.doc), or a Word file that is protected by a password. Open it in Word or LibreOffice and save it as .docx without a password.
    rich.docx: The file is RTF, whatever its name says. Open it in Word or LibreOffice and save it as .docx.
    archive.docx: The file is no Word document, whatever its name says. Save it as .docx with the program that made it.
    paper.html: The file is a PDF, whatever its name says. Rename it to end in .pdf.
    paper.txt: The file is a PDF, whatever its name says. Rename it to end in .pdf.
    picture.md: The file is a picture, whatever its name says. Save its text as one of these: PDF, Word (.docx), web pages (.html), EPUB, OpenDocument (.odt), Markdown and plain text.
    book.odt: The file is an e-book (EPUB), whatever its name says. Rename it to end in .epub.
    bare.epub: The file is no e-book: it lists no chapters. Open it in a reader of e-books; if it is whole there, convert it to EPUB again.
    empty.html: The file holds no words that could be quoted. Remove it.
    noise.pdf: The PDF is broken: its parts cannot be found. Save or print it as a PDF again.
    locked.odt: The file is protected by a password. Save a copy without a password."
  `);
});

test('a page of scripts and remote pictures is read as its text alone', async () => {
  const page = `<html><head><script>fetch('http://127.0.0.1:9')</script><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9">
    <link rel="stylesheet" href="http://127.0.0.1:9/a.css"></head><body onload="alert(1)"><p>Before <img src="http://127.0.0.1:9/x.png" alt="a picture" onerror="alert(1)"> and after.</p>
    <iframe src="http://127.0.0.1:9">frame</iframe><svg><script>alert(1)</script></svg><p hidden>Hidden.</p><p style="display: none">Unseen.</p><a href="javascript:alert(1)">A link</a><noscript>No script</noscript></body></html>`;
  const { document } = await documentOf({ id: 'page.html', bytes: Buffer.from(page) }, convert);
  expect(document?.text).toBe('Before and after.\n\nA link');
});

test('elements without end of nesting are refused, and the next file is read all the same', async () => {
  const deep = Buffer.from(`<html><body>${'<div><b>'.repeat(5000)}deep`);
  expect(await read('deep.html', deep)).toMatchInlineSnapshot(
    `"Its elements are nested too deeply. Save it as plain text."`,
  );
  expect(await read('next.odt', zipOf(odtParts(text)))).toContain('served');
}, 90_000);

test('a file that takes too long or too much memory fails alone, while others are read beside it', async () => {
  const strict = createConverter({ limits: { milliseconds: 3000, heap: 48, outside: 128 } });
  const rows = Array.from({ length: 300_000 }, (_, row) => `<text:p>Row ${row * 7919}</text:p>`);
  const large = zipOf(odtParts(text, rows.join('')));
  const [heavy, light] = await Promise.all([
    read('large.odt', large, strict.convert),
    read('light.odt', zipOf(odtParts(text)), strict.convert),
  ]);
  expect(heavy).toMatch(/takes more memory|took longer/u);
  expect(light).toContain('served');
  await strict.close();
}, 90_000);
