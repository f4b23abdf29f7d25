import type { Chunk } from './chunks.ts';
import { reportingVerbs } from './stance-verbs.ts';
import type { Tagged } from './tagged.ts';

/** A piece with one of these stays: without it the sentence would say something else. */
const KEPT =
  /^(?:not|no|never|hardly|without|neither|nor|none|nobody|nothing|cannot|if|whether|unless|only|may|might|could|would|should|except|until|provided|rarely|scarcely|barely|allegedly|reportedly|despite|although|though)$/u;
const CONNECTIVES =
  /^(?:however|nevertheless|moreover|furthermore|therefore|thus|meanwhile|similarly|equally|conversely|consequently|subsequently|indeed|also|fortunately|finally|first|second|third|fourth)$/u;

/** The sentence without leading adverbials, relative clauses and brackets: verbatim pieces joined by " … ". */
export function summarise(text: string, words: readonly Tagged[], chunks: readonly Chunk[], keep: number): string {
  const cut = words.map(() => false);
  cutLeading();
  cutBrackets();
  cutRelatives();
  if (words.every((_, at) => cut[at])) return text.slice(words[0]?.start, words.at(-1)?.end);
  const pieces: string[] = [];
  for (let at = 0; at < words.length; ) {
    if (cut[at]) {
      at++;
      continue;
    }
    let end = at;
    while (end + 1 < words.length && !cut[end + 1]) end++;
    pieces.push(text.slice(words[at]?.start, words[end]?.end).replace(/^[\s,;:–—]+|[\s,;:–—]+$/gu, ''));
    at = end + 1;
  }
  return pieces.filter((piece) => /[\p{L}\p{N}]/u.test(piece)).join(' … ');

  function tryCut(from: number, to: number): void {
    if (keep >= from && keep < to) return;
    const piece = words.slice(from, to);
    if (
      piece.some(
        ({ key, negated, form }) =>
          negated || KEPT.test(key) || (form && reportingVerbs.has(form.base) && form.form !== 'ing'),
      )
    )
      return;
    if (unbalanced(piece)) return;
    cut.fill(true, from, to);
  }

  function unbalanced(piece: readonly Tagged[]): boolean {
    return piece.filter(({ tag }) => tag === 'quote').length % 2 === 1;
  }

  /** "In 2022," and "However,": up to the first comma, where no verb of the main clause stands before it. */
  function cutLeading(): void {
    const comma = chunks.findIndex(({ kind }) => kind === 'comma');
    const first = chunks[0];
    if (comma < 1 || !first) return;
    const to = chunks[comma]?.to ?? 0;
    if (
      chunks
        .slice(0, comma)
        .some((chunk) => chunk.kind === 'verbs' && chunk.form === 'finite' && first.kind !== 'subordinator')
    )
      return;
    const opens =
      first.kind === 'preposition' ||
      first.kind === 'adverb' ||
      CONNECTIVES.test(words[0]?.key ?? '') ||
      (first.kind === 'verbs' && first.form !== 'finite');
    const list = chunks[comma + 2]?.kind === 'and' || chunks[comma + 2]?.kind === 'comma';
    if (opens && !list) tryCut(0, to);
  }

  function cutBrackets(): void {
    for (let at = 0; at < words.length; at++) {
      if (words[at]?.tag !== 'open') continue;
      const close = words.findIndex(({ tag }, index) => index > at && tag === 'close');
      if (close > 0) tryCut(at, close + 1);
    }
  }

  /** ", which …," up to the next comma or the end. */
  function cutRelatives(): void {
    chunks.forEach(({ kind }, at) => {
      if (kind !== 'comma' || !/^(?:relative)$/u.test(chunks[at + 1]?.kind ?? '')) return;
      let end = at + 2;
      while (end < chunks.length && !/^(?:comma|stop)$/u.test(chunks[end]?.kind ?? '')) end++;
      const from = chunks[at]?.from ?? 0;
      const to = end < chunks.length ? (chunks[end]?.from ?? words.length) : words.length;
      tryCut(from, to);
    });
  }
}
