/** Everything that a terminal obeys instead of showing, save line feed and tab: C0, DEL, C1, separators, bidi overrides. */
const OBEYED = /[[\p{Cc}--[\n\t]]\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gv;

/** Makes text of documents and people harmless to a terminal: control characters become visible, as in `<U+001B>`. */
export function neutralise(text: string): string {
  return text.replace(OBEYED, (character) => `<U+${hexadecimal(character).toUpperCase()}>`);
}

/** JSON in which nothing is left for a terminal to obey; it parses to the same value. */
export function toJson(value: unknown): string {
  return JSON.stringify(value).replace(OBEYED, (character) => `\\u${hexadecimal(character)}`);
}

function hexadecimal(character: string): string {
  return character.charCodeAt(0).toString(16).padStart(4, '0');
}
