import type { Document } from './document.ts';

/** Which documents may be searched and shown: the shared ones and a server's own, and of these those with one of the tags. */
export type Scope = {
  /** The server that asks; without it, shared documents alone. */
  readonly guild?: string | undefined;
  /** Empty: whatever its tags. */
  readonly tags: readonly string[];
};

/** Every shared document. */
export const SHARED: Scope = { tags: [] };

/** Whether a document may be seen in a scope. */
export function isVisible({ guild, tags }: Document, scope: Scope): boolean {
  const wanted = scope.tags.map(fold);
  return (
    (guild === undefined || guild === scope.guild) &&
    (wanted.length === 0 || tags.some((tag) => wanted.includes(fold(tag))))
  );
}

function fold(tag: string): string {
  return tag.trim().toLowerCase();
}
