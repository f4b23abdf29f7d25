import { shownPath } from './added-id.ts';
import type { Document } from './document.ts';
import { UserError } from './user-error.ts';

export type Known = {
  readonly documents: ReadonlyMap<string, Document>;
  /** Documents whose title or path resembles what was typed, best first. */
  readonly suggest: (typed: string) => readonly Document[];
};

/**
 * The document that somebody named by path, file name or title. Throws `UserError` 'ambiguous-document' or
 * 'unknown-document', with what may have been meant.
 */
export function findDocument({ documents, suggest }: Known, named: string): Document {
  const wanted = named.trim().toLowerCase();
  const bearers = (nameOf: (document: Document) => string) =>
    [...documents.values()].filter((document) => nameOf(document).toLowerCase() === wanted);
  const byPath = [bearers(({ id }) => id), bearers(({ id }) => shownPath(id))].find(({ length }) => length > 0);
  const [only, ...others] = byPath ?? bearers(({ title }) => title);
  if (only && others.length === 0) return only;
  if (only) {
    const paths = [only, ...others].slice(0, 5).map(({ id }) => shownPath(id));
    throw new UserError(
      'ambiguous-document',
      `Several documents are called “${only.title.slice(0, 100)}”. Name one by its path: ${paths.join(', ')}.`,
    );
  }
  const near = suggest(named).slice(0, 3);
  const remedy =
    near.length > 0
      ? `Did you mean ${near.map(({ title }) => `“${title}”`).join(' or ')}?`
      : 'Write its title, or its path in the folder of the documents.';
  throw new UserError('unknown-document', `There is no document called “${named.slice(0, 100)}”. ${remedy}`);
}
