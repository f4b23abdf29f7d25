import type { Desk } from '../../core/desk.ts';
import { LONGEST } from '../../core/document-details.ts';
import { choiceName } from '../choice-name.ts';
import type { Choice } from '../command.ts';
import { LIMITS } from '../limits.ts';

type Library = Pick<Desk, 'library'>;

/** Every tag of the documents with the number of documents that have it, most first; in the spelling met first. */
export function tagsOf(desk: Library): ReadonlyMap<string, number> {
  const spelt = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const tag of desk.library().documents.flatMap(({ tags }) => tags)) {
    const key = tag.toLowerCase();
    const name = spelt.get(key) ?? tag;
    spelt.set(key, name);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a, many], [b, more]) => more - many || a.localeCompare(b, 'en')));
}

/** Ways to complete the last of several tags, parted by commas. */
export function tagChoices(typed: string, desk: Library): readonly Choice[] {
  const parts = typed.split(',').map((part) => part.trim());
  const [last = ''] = parts.splice(-1);
  const before = parts.filter(Boolean);
  const given = before.map((tag) => tag.toLowerCase());
  return [...tagsOf(desk)]
    .filter(([tag]) => tag.toLowerCase().includes(last.toLowerCase()) && !given.includes(tag.toLowerCase()))
    .map(([tag, documents]) => ({ value: [...before, tag].join(', '), documents }))
    .filter(({ value }) => value.length <= Math.min(LIMITS.choiceValue, LONGEST.tags))
    .slice(0, LIMITS.choices)
    .map(({ value, documents }) => ({ name: choiceName(`${value} (${documents})`), value }));
}
