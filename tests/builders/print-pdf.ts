import chromium from '@sparticuz/chromium';
import { chromium as driver } from 'playwright-core';

export type Print = { readonly html: string; readonly head?: string; readonly foot?: string };

/**
 * Takes out the soft hyphens at which no line breaks: Chromium prints them as spaces without width, which nothing can
 * tell from others. Lines break as in print where the body has a width of its own.
 */
const KEEP_USED_HYPHENS = `{
  const top = (node, at) => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    return [...range.getClientRects()].at(-1)?.top;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const changes = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const letters = [...node.data].filter((letter, at) => letter !== '\u00ad' || Math.abs(top(node, at - 1) - top(node, at + 1)) > 3);
    changes.push([node, letters.join('')]);
  }
  for (const [node, text] of changes) node.data = text;
}`;

/** Prints pages as PDFs with one start of Chromium; `head` and `foot` are HTML that repeats on every page. */
export async function printPdfs<Name extends string>(
  prints: Readonly<Record<Name, Print>>,
): Promise<Record<Name, Uint8Array>> {
  const browser = await driver.launch({
    args: chromium.args.filter((argument) => argument !== '--single-process'),
    executablePath: await chromium.executablePath(),
  });
  try {
    const page = await browser.newPage();
    const pdfs: [string, Uint8Array][] = [];
    for (const [name, { html, head = '', foot = '' }] of Object.entries<Print>(prints)) {
      await page.setContent(html);
      await page.evaluate(KEEP_USED_HYPHENS);
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: '25mm', bottom: '25mm', left: '22mm', right: '22mm' },
        displayHeaderFooter: head !== '' || foot !== '',
        headerTemplate: `<div style="font-size:8pt;width:100%;margin:0 22mm">${head}</div>`,
        footerTemplate: `<div style="font-size:8pt;width:100%;text-align:center">${foot}</div>`,
      });
      pdfs.push([name, new Uint8Array(pdf)]);
    }
    return Object.fromEntries(pdfs) as Record<Name, Uint8Array>;
  } finally {
    await browser.close();
  }
}
