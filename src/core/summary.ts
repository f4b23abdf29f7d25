/** Whether a summary is made of pieces of the sentence, word for word and in their order, joined by "…". */
export function isMadeOf(summary: string, sentence: string): boolean {
  const text = flat(sentence);
  let from = 0;
  for (const piece of flat(summary).split('…')) {
    const words = piece.trim();
    const at = text.indexOf(words, from);
    if (at < 0) return false;
    from = at + words.length;
  }
  return from > 0;
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
