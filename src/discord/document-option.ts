import { shownPath } from '../core/added-id.ts';
import type { Desk } from '../core/desk.ts';
import type { Document } from '../core/document.ts';
import { choiceName } from './choice-name.ts';
import type { Choice } from './command.ts';
import { LIMITS } from './limits.ts';

const HASH = /^[0-9a-f]{64}$/u;

/** Documents for what has been typed so far, or all of them, as choices; those with one title also show their path. */
export function documentChoices(typed: string, desk: Desk): readonly Choice[] {
  const offered = typed.trim() === '' ? desk.library().documents : desk.suggest(typed);
  const shown = offered.slice(0, LIMITS.choices);
  return shown.map(({ id, hash, title }) => {
    const ambiguous = shown.filter((other) => other.title === title).length > 1;
    return {
      name: choiceName(ambiguous ? `${title} · ${shownPath(id)}` : title || shownPath(id)),
      value: id.length <= LIMITS.choiceValue ? id : hash,
    };
  });
}

/** The document that an option names: a path too long for a choice comes as its hash; anything else is left as typed. */
export function chosenDocument(value: string | null, desk: Desk): string | undefined {
  if (value === null || value.trim() === '') return undefined;
  const byHash = (document: Document) => HASH.test(value) && document.hash === value;
  return desk.library().documents.find(byHash)?.id ?? value;
}
