import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { DocumentFault } from '../core/document.ts';
import type { Convert } from './converter.ts';
import { formatOf, isConverted, mismatchOf, refusalOf } from './formats/formats.ts';
import { codeOf, type ListedFile } from './list-files.ts';
import { type Parsed, parseDocument, type Source } from './parse-document.ts';

/** Bytes above which a file is not loaded: about ten thousand pages of text, more than one document can be. */
export const MAX_BYTES = 25 * 1024 * 1024;

/** Reads a file of the folder `root` as a document; whatever keeps it from being served is a fault. Never rejects. */
export async function readDocument(root: string, file: ListedFile, convert: Convert): Promise<Parsed> {
  try {
    const bytes = await readBounded(root, file.path);
    if (!(bytes instanceof Uint8Array)) return { faults: [bytes] };
    if (file.sidecar === undefined) return await documentOf({ id: file.path, bytes }, convert);
    const beside = await readBounded(root, file.sidecar);
    if (beside instanceof Uint8Array)
      return await documentOf({ id: file.path, bytes, sidecar: { path: file.sidecar, bytes: beside } }, convert);
    const { document, faults } = await documentOf({ id: file.path, bytes }, convert);
    return { ...(document && { document }), faults: [...faults, beside] };
  } catch (error) {
    return unforeseen(file, error);
  }
}

/** What changes with the content of a file or of its sidecar, without reading either; nothing where it is not there. */
export async function markOf(root: string, { path, sidecar }: ListedFile): Promise<string | undefined> {
  try {
    const paths = sidecar === undefined ? [path] : [path, sidecar];
    const stats = await Promise.all(paths.map((each) => stat(join(root, each))));
    return stats.map(({ ino, size, mtimeMs, ctimeMs }) => `${ino} ${size} ${mtimeMs} ${ctimeMs}`).join('|');
  } catch {
    return undefined;
  }
}

/** Turns the bytes of a file into a document, converted where it is no plain text. */
export async function documentOf(source: Source, convert: Convert): Promise<Parsed> {
  const format = formatOf(source.id);
  if (format === undefined) return { faults: [{ path: source.id, ...refusalOf(source.id) }] };
  const mismatch = mismatchOf(format, source.bytes);
  if (mismatch) return { faults: [{ path: source.id, ...mismatch }] };
  if (!isConverted(format)) return parseDocument(source);
  const conversion = await convert({ format, bytes: source.bytes });
  if (conversion.outcome === 'converted') return parseDocument({ ...source, converted: conversion });
  return { faults: [{ path: source.id, cause: conversion.cause, remedy: conversion.remedy }] };
}

/** A document that trips the parser is this program's fault, and still no reason to serve none. */
function unforeseen({ path }: ListedFile, error: unknown): Parsed {
  const cause = `The file could not be split into paragraphs (${error instanceof Error ? error.message : String(error)}).`;
  return { faults: [{ path, cause, remedy: 'Save it as plain text (.txt), and report this fault.' }] };
}

async function readBounded(root: string, path: string): Promise<Uint8Array | DocumentFault> {
  try {
    const { size } = await stat(join(root, path));
    return size <= MAX_BYTES ? await readFile(join(root, path)) : { path, ...tooLarge(size) };
  } catch (error) {
    return {
      path,
      cause: `The file cannot be read (${codeOf(error)}).`,
      remedy: 'Give the bot permission to read it.',
    };
  }
}

/** Why a file of that many bytes is not read. */
export function tooLarge(size: number): Omit<DocumentFault, 'path'> {
  const megabytes = Math.ceil(size / 1024 / 1024).toLocaleString('en');
  const most = MAX_BYTES / 1024 / 1024;
  return {
    cause: `The file has ${megabytes} MB; at most ${most} MB are read.`,
    remedy: 'Split it into smaller documents.',
  };
}
