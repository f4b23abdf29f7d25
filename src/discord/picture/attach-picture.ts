import type { ReplyFile } from '../reply.ts';
import { altText } from './alt-text.ts';
import { drawMatrix } from './draw-matrix.ts';
import type { Matrix } from './matrix.ts';
import { toPng } from './to-png.ts';

/** A matrix of at least one cell as a picture for a reply, with an alt text that says the same in words. */
export async function attachPicture(matrix: Matrix): Promise<ReplyFile> {
  const { svg } = await drawMatrix(matrix);
  return { name: 'matrix.png', attachment: Buffer.from(await toPng(svg)), description: altText(matrix) };
}
