import { beginning } from '../../core/excerpt.ts';
import { escapeText } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { COLOURS } from './colours.ts';

/** A plain message to one reader, such as a fault and its remedy. The text may hold words of documents and people. */
export function renderNotice(text: string): Reply {
  const shown = text.slice(
    0,
    beginning(text, LIMITS.embedDescription, (part) => escapeText(part).length),
  );
  return { embeds: [{ color: COLOURS.quiet, description: escapeText(shown) }], components: [] };
}
