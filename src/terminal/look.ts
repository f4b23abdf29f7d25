import type { WriteStream } from 'node:tty';

/** How text is laid out: columns to wrap at (`Infinity`: never) and whether colour may be used. */
export type Look = { readonly width: number; readonly colour: boolean };

/** Beyond this many columns, lines are hard to read. */
const WIDEST = 100;

/** The look that suits a stream: coloured and wrapped on a terminal (unless NO_COLOR says otherwise), plain when piped. */
export function lookOf(stream: Pick<WriteStream, 'isTTY' | 'columns' | 'hasColors'>): Look {
  if (!stream.isTTY) return { width: Infinity, colour: false };
  return { width: Math.min(stream.columns || 80, WIDEST), colour: stream.hasColors() };
}
