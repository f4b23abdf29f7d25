/**
 * Text of any size with the statistics of real prose: words of the briefs for the frequent part, coined words for the
 * rest, drawn so that a word's frequency follows Zipf's law and the vocabulary grows by Heaps' law (K 44, exponent 0.49).
 */
export function growingText(passages: number, words: readonly string[], random: () => number): string[] {
  const vocabulary = [...words];
  const texts: string[] = [];
  let drawn = 0;
  for (let passage = 0; passage < passages; passage++) {
    const sentences: string[] = [];
    for (let sentence = 0; sentence < 5; sentence++) {
      const length = 12 + Math.floor(random() * 24);
      const chosen: string[] = [];
      for (let word = 0; word < length; word++) {
        drawn++;
        if (vocabulary.length < 44 * drawn ** 0.49) vocabulary.push(coin(random));
        // Inverse of Zipf's cumulative distribution: rank = size ** u.
        const rank = Math.floor((vocabulary.length + 1) ** random()) - 1;
        chosen.push(vocabulary[Math.min(rank, vocabulary.length - 1)] as string);
      }
      const [first = '', ...rest] = chosen;
      sentences.push(`${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`);
    }
    texts.push(sentences.join(' '));
  }
  return texts;
}

const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'ou'];
const CODAS = ['', '', 'n', 'r', 's', 'l', 't', 'nd', 'rk'];

function coin(random: () => number): string {
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] as string;
  const syllables = 2 + Math.floor(random() * 3);
  return Array.from({ length: syllables }, () => pick(ONSETS) + pick(VOWELS) + pick(CODAS)).join('');
}

/** Mulberry32: the same numbers, 0 to below 1, for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
