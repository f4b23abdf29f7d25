import type { WriteStream } from 'node:tty';
import { neutralise } from './neutralise.ts';

/** Columns of the bar itself. */
const WIDTH = 24;
/** Columns kept free, so that no terminal breaks the line. */
const MARGIN = 2;

/** A bar that shows how many of a known number are done; on anything but a terminal it shows nothing. */
export function createProgressBar(stream: Pick<WriteStream, 'isTTY' | 'columns' | 'write'>, of: number) {
  let shown = false;
  const clear = () => {
    if (shown) stream.write('\r\u001b[K');
    shown = false;
  };
  return {
    /** Shows that `done` are done and what is worked on now. */
    show(done: number, label: string): void {
      if (!stream.isTTY) return;
      stream.write(`\r\u001b[K${barLine(done, of, neutralise(label), (stream.columns || 80) - MARGIN)}`);
      shown = true;
    },
    clear,
  };
}

function barLine(done: number, of: number, label: string, columns: number): string {
  const full = of === 0 ? WIDTH : Math.round((done / of) * WIDTH);
  const line = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done} of ${of}  ${label}`;
  return Array.from(line).slice(0, Math.max(0, columns)).join('');
}
