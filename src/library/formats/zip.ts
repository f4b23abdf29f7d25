import { type Unzipped, unzipSync } from 'fflate';
import { refuse } from './refuse.ts';

/** Bytes that the parts of a file may have together, unpacked. */
const MOST_BYTES = 200 * 1024 * 1024;
/** Text is packed to a tenth at best; what grows more than this was made to. */
const MOST_GROWTH = 300;
/** Bytes below which growth says nothing: an empty page of a thousand spaces is no bomb. */
const SMALL = 1024 * 1024;
const MOST_ENTRIES = 20_000;
const REMEDY = 'Save it again with the program that made it; if it stays so, export it as plain text.';

/**
 * The entries of a zip whose names match, unpacked. What their sizes claim is checked before and what they are after
 * unpacking, so that no entry can take more memory than it may.
 */
export function unzip(bytes: Uint8Array, wanted: RegExp): Unzipped {
  let entries = 0;
  let total = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, size, originalSize }) {
        entries++;
        if (entries > MOST_ENTRIES)
          throw refuse(`It has more than ${MOST_ENTRIES.toLocaleString('en')} parts.`, REMEDY);
        if (!wanted.test(name)) return false;
        total += originalSize;
        if (total > MOST_BYTES) throw refuse('Unpacked, it would have more than 200 MB.', REMEDY);
        if (originalSize > SMALL && originalSize > MOST_GROWTH * size)
          throw refuse(
            `A part of it would grow to ${MOST_GROWTH} times its size when unpacked, as no text does.`,
            REMEDY,
          );
        return true;
      },
    });
  } catch (error) {
    if (error instanceof Error && 'remedy' in error) throw error;
    throw refuse('The file is broken: it cannot be unpacked.', REMEDY);
  }
}
