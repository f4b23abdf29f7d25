import { basename, extname } from 'node:path';

/** Bytes of a name; file systems allow 255, and a number and a sidecar's ending must find room. */
const LONGEST = 180;
/** What a path, a shell or Windows would read as something else than part of a name. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\ufffd<>:"/\\|?*]+/gu;
/** Names that Windows keeps for devices. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;

/**
 * A name under which a file from anywhere can be kept in a folder: the last part of its path, without characters that
 * could lead out of the folder, hide the file or change how it is shown. Never empty.
 */
export function safeName(path: string): string {
  const name = basename(path.normalize('NFC').replaceAll('\\', '/')).replace(UNSAFE, '-').toWellFormed();
  const extension = extname(name).slice(0, 20);
  const stem = name.slice(0, name.length - extension.length).replace(/^[.\s~-]+|[.\s-]+$/gu, '');
  let kept = RESERVED.test(stem) ? `file-${stem}` : stem;
  while (Buffer.byteLength(kept + extension) > LONGEST) kept = Array.from(kept).slice(0, -1).join('');
  return `${kept || 'document'}${extension}`;
}

/** The name with a number: 'report.pdf' becomes 'report-2.pdf'. */
export function numberedName(name: string, number: number): string {
  const extension = extname(name);
  return `${name.slice(0, name.length - extension.length)}-${number}${extension}`;
}
