import { DOMParser } from 'linkedom';

/** The entities of XML itself; all others that XHTML knows are HTML's. */
const XML_ENTITY = /^(?:amp|lt|gt|quot|apos)$/u;
const ENTITY = /&([A-Za-z][A-Za-z0-9]{1,31});/gu;

/** Parses HTML; nothing in it is run, and nothing that it names is fetched. A page may leave out `<html>` and `<body>`. */
export function parseHtml(text: string): Document {
  const whole = /<body[\s>]/iu.test(text) && /<html[\s>]/iu.test(text) ? text : `<html><body>${text}</body></html>`;
  return new DOMParser().parseFromString(whole, 'text/html') as unknown as Document;
}

/**
 * Parses XML. Entities that a document defines itself stay as they are written, so that none can grow; HTML's named ones,
 * which XHTML may use, become their characters.
 */
export function parseXml(text: string): Document {
  return new DOMParser().parseFromString(withCharacters(text), 'text/xml') as unknown as Document;
}

function withCharacters(text: string): string {
  const names = new Set(
    [...text.matchAll(ENTITY)].map(([, name = '']) => name).filter((name) => !XML_ENTITY.test(name)),
  );
  if (names.size === 0) return text;
  const characters = new Map(
    [...names].map((name) => [name, parseHtml(`<p>&${name};</p>`).querySelector('p')?.textContent ?? '']),
  );
  return text.replace(ENTITY, (entity, name: string) => characters.get(name) ?? entity);
}
