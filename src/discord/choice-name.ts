import { beginning } from '../core/excerpt.ts';
import { LIMITS } from './limits.ts';

/** A name as a choice, a label or an option of a list has room for it, cut with `…`; never blank. */
export function choiceName(name: string, limit: number = LIMITS.choiceName): string {
  const shown = name.trim() === '' ? '–' : name;
  return shown.length <= limit ? shown : `${shown.slice(0, beginning(shown, limit - 1))}…`;
}
