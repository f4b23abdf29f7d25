/** Words that deny what they stand with; contractions such as "isn't" are told by their end. */
const NEGATIONS = new Set(
  `not no never neither nor nobody nothing none cannot
  nicht kein keine keinen keinem keiner keines nie niemals nichts weder
  pas jamais aucun aucune ni rien nunca ningún ninguna ninguno tampoco non nessun nessuna mai niet geen nooit`.split(
    /\s+/u,
  ),
);

/** Whether a word, in small letters, denies. */
export function isNegation(word: string): boolean {
  return NEGATIONS.has(word) || word.endsWith("n't");
}
