import iso from 'stopwords-iso' with { type: 'json' };

/**
 * English function words, written for this index: question words, auxiliaries, pronouns, articles, prepositions and
 * conjunctions. Longer lists cost precision because they hold words that carry meaning ("state", "against", "same").
 */
const ENGLISH = `a about all also an and any are as at be been but by can could did do does for from had has have he her
  his how i if in into is it its me might my no not of on or our shall she should so some such than that the their them then
  there these they this those to us was we were what when where which while who whom whose why will with would you your
  am being came come does done during got just let may more most much many must nor only own s t d ll re ve m very`;

/** Left over when an apostrophe separates: French and Italian elisions, English contractions. */
const ELISIONS = 'l d j n c qu t m s jusqu lorsqu dell all nell sull dall un';

const lists = iso as Readonly<Record<string, readonly string[]>>;
const cache = new Map<string, ReadonlySet<string>>();

/** Function words of a language (BCP 47, 'de'), lower-case; of an unknown language what elisions leave over. */
export function stopWords(language: string): ReadonlySet<string> {
  let words = cache.get(language);
  if (!words) {
    words =
      language === 'en'
        ? new Set(ENGLISH.split(/\s+/u))
        : new Set([...(lists[language] ?? []), ...ELISIONS.split(' ')].map((word) => word.normalize('NFC')));
    cache.set(language, words);
  }
  return words;
}
