import { styleText } from 'node:util';
import type { Look } from './look.ts';
import { neutralise } from './neutralise.ts';
import { wrap } from './wrap.ts';

/** A text made harmless and wrapped, every line after the first behind `indent` and the first behind `lead`. */
export function plain(text: string, { width }: Look, lead = '', indent = ' '.repeat(lead.length)): string[] {
  const safe = neutralise(text);
  return wrap(safe, width - indent.length).map(
    ({ start, end }, at) => (at === 0 ? lead : indent) + safe.slice(start, end),
  );
}

/** The same in faint type, where there is colour. */
export function small(text: string, look: Look, lead = ''): string[] {
  return plain(text, look, lead).map((line) => styled('dim', line, look));
}

/** The same in bold type, where there is colour. */
export function bold(text: string, look: Look): string[] {
  return plain(text, look).map((line) => styled('bold', line, look));
}

function styled(format: 'dim' | 'bold', line: string, { colour }: Look): string {
  return colour ? styleText(format, line, { validateStream: false }) : line;
}
