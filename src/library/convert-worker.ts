import { parentPort } from 'node:worker_threads';
import type { ConvertedFormat } from './formats/formats.ts';
import { readFormat } from './formats/read-format.ts';

/** Converts the files that it is sent, one after the other. */
parentPort?.on('message', ({ format, bytes }: { format: ConvertedFormat; bytes: Uint8Array }) => {
  void readFormat(format, bytes).then((conversion) => parentPort?.postMessage(conversion));
});
