import { parseDocument as parseYaml } from 'yaml';
import type { Document } from '../core/document.ts';

/** What front matter or a sidecar may say about a document. */
export type Fields = Partial<Pick<Document, 'title' | 'author' | 'publisher' | 'date' | 'url' | 'tags'>>;

const OPENING = /^---[ \t]*(?:\n|$)/u;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/u;
const FIELD = /^[\w-]+[ \t]*:(?:\s|$)/u;
/** Lines that YAML may hold: fields, items, indented or blank lines, comments, flow brackets. Anything else is prose. */
const YAML_LINE = /^(?:[\w-]+[ \t]*:(?:\s|$)|"[^"]*"[ \t]*:|- |[ \t]|#|[{}[\]]|$)/u;
/** Aliases are legal YAML; a few hundred of them can grow to gigabytes. */
const MAX_ALIASES = 20;
/** UTF-16 code units; no list of fields is longer, and the parser takes seconds for what is. */
const MAX_YAML = 20_000;
/** UTF-16 code units of a title or an author that a file's own properties may give. */
const LONGEST_PROPERTY = 300;

/**
 * Finds the front matter at the top of a text: its YAML and the offset at which the text proper begins. Text between two
 * thematic breaks is no front matter; `unclosed` tells of fields without a closing line, which are then served as text.
 */
export function splitFrontMatter(text: string): { yaml?: string; end: number; unclosed?: true } {
  const opening = OPENING.exec(text)?.[0].length;
  if (opening === undefined) return { end: 0 };
  let prose = false;
  let gap = false;
  for (let at = opening; at < text.length && !(prose && gap); ) {
    const newline = text.indexOf('\n', at);
    const next = newline < 0 ? text.length : newline + 1;
    const line = text.slice(at, newline < 0 ? text.length : newline);
    if (CLOSING.test(line)) return { yaml: text.slice(opening, at), end: next };
    prose ||= !YAML_LINE.test(line);
    gap ||= line.trim() === '';
    at = next;
  }
  return FIELD.test(text.slice(opening, opening + 200)) ? { end: 0, unclosed: true } : { end: 0 };
}

/** Reads the known fields of a YAML mapping; `ignored` names each that could not be used and why. Other fields are nobody's concern. */
export function readFields(yaml: string): { fields: Fields; ignored: string[] } {
  if (yaml.length > MAX_YAML)
    return { fields: {}, ignored: [`it is longer than ${MAX_YAML.toLocaleString('en')} characters`] };
  const ignored: string[] = [];
  const source = yaml.replace(/^---[ \t]*\n/u, '').replace(/\n(?:---|\.\.\.)\s*$/u, '\n');
  const values = readMapping(source, ignored);
  const fields: { -readonly [Name in keyof Fields]: Fields[Name] } = {};
  for (const name of ['title', 'author', 'publisher', 'date', 'url'] as const) {
    const value = values[name];
    if (value === undefined || value === '') continue;
    if (typeof value !== 'string') ignored.push(`${name} is not a single text`);
    else if (name === 'url' && !isWebAddress(value))
      ignored.push(`url is no http or https address: “${value.slice(0, 80)}”`);
    else if (tidy(value) !== '') fields[name] = tidy(value);
  }
  const tags = typeof values['tags'] === 'string' ? values['tags'].split(',') : (values['tags'] ?? []);
  if (Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')) {
    const named = tags.map(tidy).filter(Boolean);
    if (named.length > 0) fields.tags = named;
  } else {
    ignored.push('tags is not a list of words');
  }
  return { fields, ignored };
}

/** Fields that a file's own properties gave: on one line each, of a length that can be shown, addresses of the web alone. */
export function tidyFields(given: Fields): Fields {
  const fields: { -readonly [Name in keyof Fields]: Fields[Name] } = {};
  for (const name of ['title', 'author', 'publisher', 'date', 'url'] as const) {
    const value = tidy(given[name] ?? '').slice(0, LONGEST_PROPERTY);
    if (value !== '' && (name !== 'url' || isWebAddress(value))) fields[name] = value;
  }
  return fields;
}

/** A whole mapping where the YAML is sound, else the fields that are sound one by one. */
function readMapping(yaml: string, ignored: string[]): Readonly<Record<string, unknown>> {
  const whole = parse(yaml);
  if ('value' in whole) {
    if (isMapping(whole.value)) return whole.value;
    if (yaml.replace(/^#.*$/gmu, '').trim() !== '') ignored.push('it is no list of fields such as “title: …”');
    return {};
  }
  const sound: Record<string, unknown> = {};
  for (const entry of yaml.split(/^(?=[\w-]+[ \t]*:)/mu)) {
    const part = parse(entry);
    const name = /^[\w-]+/u.exec(entry)?.[0];
    if ('value' in part && isMapping(part.value))
      for (const [key, value] of Object.entries(part.value)) sound[key] ??= value;
    else if (entry.trim() !== '')
      ignored.push(`${name ?? 'a line'} is not valid YAML (${'fault' in part ? part.fault : 'no field'})`);
  }
  if (ignored.length === 0 && 'fault' in whole) ignored.push(`it is not valid YAML (${whole.fault})`);
  return sound;
}

/** With the failsafe schema every scalar stays the text it is: 2023-01-12 is no Date, 2023 no number. */
function parse(yaml: string): { value: unknown } | { fault: string } {
  const document = parseYaml(yaml, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
  const fault = document.errors[0]?.message;
  if (fault !== undefined) return { fault };
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWebAddress(value: string): boolean {
  return !/\s/u.test(value.trim()) && /^https?:$/u.test(URL.parse(value.trim())?.protocol ?? '');
}

function tidy(value: string): string {
  return value.replace(/[\s\p{Cc}]+/gu, ' ').trim();
}
