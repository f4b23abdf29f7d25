/** What is typed is cut here; no name is longer. */
const LONGEST = 100;

/** A name reduced to what two spellings of it share: small letters without accents and marks, single spaces. */
export function fold(text: string): string {
  const letters = text
    .slice(0, LONGEST)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return (letters.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}
