import type { Gazetteer } from './gazetteer.ts';

/** All names under which each actor is written, its own name first; actors with one name only are left out. */
export function nameGroups(gazetteer: Gazetteer): string[][] {
  return [...gazetteer.actors.values()]
    .map(({ name, aliases, demonyms, capitals, metonyms }) => [
      ...new Set([name, ...aliases, ...demonyms, ...capitals, ...metonyms]),
    ])
    .filter((names) => names.length > 1);
}
