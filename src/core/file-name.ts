/** Code points of a name, its ending included. */
const LONGEST = 80;
/** What no name needs: control characters, marks that turn or hide text, halves of surrogate pairs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * The name of an uploaded file as one that can do no harm anywhere: no folders, nothing unseen, no dots at its edges, of a
 * bearable length, never empty. Its ending, which tells the format, is kept.
 */
export function harmlessName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const name = last
    .replace(UNSEEN, '')
    .replace(/[:*?"<>|`\s]+/gu, ' ')
    .trim()
    .replace(/^\.+\s*|[.\s]+$/gu, '');
  const { stem, ending } = parts(name);
  return withEnding(stem.trim() || 'document', ending);
}

/** A name that is not among those taken: itself, or with the next number, as in 'report (2).pdf'. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const { stem, ending } = parts(name);
  let free = name;
  for (let next = 2; taken.has(free); next += 1) free = withEnding(stem, ` (${next})${ending}`);
  return free;
}

function parts(name: string): { readonly stem: string; readonly ending: string } {
  const ending = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return { stem: name.slice(0, name.length - ending.length), ending };
}

function withEnding(stem: string, ending: string): string {
  return (
    Array.from(stem)
      .slice(0, LONGEST - Array.from(ending).length)
      .join('')
      .trimEnd() + ending
  );
}
