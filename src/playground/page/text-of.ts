/** A field of a message or component as text: words and numbers as they are, what is missing or no text as nothing. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
