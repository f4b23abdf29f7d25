import type { Stance } from '../core/position.ts';

/** The stance of a sentence that somebody is quoted with, by its words alone. */
export function spokenStance(text: string): Stance {
  if (/\b(?:will|shall|would|can) (?:not|never)\b|\bcannot\b|\bnever\b|\breject|\brefuse|\bregret/iu.test(text))
    return 'opposes';
  if (/\b(?:threat|risk|danger|violat\w+|aggress\w+|coerc\w+)/iu.test(text)) return 'warns';
  if (/\b(?:must|should|need to|important that|we want|call on|urge)\b/iu.test(text)) return 'seeks';
  return 'states';
}
