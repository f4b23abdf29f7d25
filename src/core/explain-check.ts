import { count } from './answer.ts';
import { comparedWords } from './compared-words.ts';
import type { CheckedQuotation, QuotationCheck } from './quotation-check.ts';
import { weigh } from './quoted-pieces.ts';
import type { Difference } from './word-differences.ts';

/** The verdict on a quotation in one line. */
export function explainVerdict(checked: CheckedQuotation, { searched }: QuotationCheck): string {
  switch (checked.verdict) {
    case 'verbatim': {
      const honest = checked.differences.some(({ kind }) => kind !== 'same');
      return honest ? 'Word for word, with what was left out or put in brackets marked' : 'Word for word';
    }
    case 'altered':
      return `Altered: ${listChanges(checked.differences)}`;
    case 'merged': {
      const documents = new Set(checked.pieces.flatMap(({ source }) => source.map(({ document }) => document))).size;
      const where = documents === 1 ? 'one document' : `${documents} documents`;
      return `Merged from ${checked.pieces.length} places in ${where}`;
    }
    case 'not-found':
      return `Not found in ${count(searched.documents, 'document')}, ${count(searched.passages, 'passage')}`;
  }
}

/** What else a reader should know of a verdict before relying on it. */
export function cautionsOf(checked: CheckedQuotation): string[] {
  if (checked.verdict === 'merged')
    return checked.pieces.every(({ exact }) => exact) ? [] : ['The pieces are not word for word either.'];
  if (checked.verdict !== 'verbatim') return [];
  const { negation, repunctuated, elsewhere } = checked;
  return [
    ...(negation?.at === 'before' ? [`Right before it the document says “${negation.word}”.`] : []),
    ...(negation?.at === 'cut' ? [`What was left out holds “${negation.word}”.`] : []),
    ...(repunctuated ? ['Its punctuation differs.'] : []),
    ...(elsewhere > 0 ? [`It stands at ${count(elsewhere, 'other place')} too.`] : []),
  ];
}

/** "2 words changed, 1 dropped". */
function listChanges(differences: readonly Difference[]): string {
  const counts = { misspelt: 0, changed: 0, dropped: 0, added: 0 };
  for (const difference of differences) {
    if (difference.kind === 'changed') counts[difference.misspelt ? 'misspelt' : 'changed'] += wordsIn(difference.to);
    else if (difference.kind === 'dropped' || difference.kind === 'added')
      counts[difference.kind] += wordsIn(difference.text);
  }
  const told = Object.entries(counts).filter(([, number]) => number > 0);
  return told.map(([kind, number], at) => `${at === 0 ? count(number, 'word') : number} ${kind}`).join(', ');
}

/** Words as a reader counts them: characters of a script without spaces are counted in pairs. */
function wordsIn(text: string): number {
  return Math.max(1, Math.round(weigh(comparedWords(text))));
}
