import { LIMITS } from '../limits.ts';
import type { Reply, Row } from '../reply.ts';
import { type Button, rowsOf } from './buttons.ts';
import { renderNotice } from './notice.ts';

/** What is said where there is nothing to show, with the ways on as buttons and lists. */
export function renderAbsence(words: string, buttons: readonly Button[] = [], rows: readonly Row[] = []): Reply {
  return { ...renderNotice(words), components: [...rowsOf(buttons), ...rows].slice(0, LIMITS.rows) };
}
