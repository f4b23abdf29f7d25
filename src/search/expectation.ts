/** What kind of thing a question asks for, where its words tell. */
export type Expectation = 'money' | 'percentage' | 'duration' | 'date' | 'number' | 'name' | 'place' | 'reason';

/** Kinds of which a sentence either has an instance or is hardly the answer. */
export const FIGURES: ReadonlySet<Expectation> = new Set(['money', 'percentage', 'number']);
export const TIMES: ReadonlySet<Expectation> = new Set(['duration', 'date']);

/** `asked` is sought in the question, `answered` in a sentence; each a few words a language, not a grammar. */
type Clue = { readonly expects: Expectation; readonly asked: RegExp; readonly answered: RegExp };

/** A figure that is no year and no part of a name such as "FA-50" or "AP4", or a number in words. */
const NUMBER =
  '(?<![\\p{L}\\p{N}.,-])(?:(?!(?:1[89]|20)\\p{N}{2}(?!\\p{N}|[.,]\\p{N}))\\p{N}[\\p{N}.,]*|(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozens?|hundreds?|thousands?|millions?|billions?|trillions?|half|third|quarter|once|twice|both|single|double|couple|pair|none|several|first|second|eine?r?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|deux|trois|quatre|cinq|dos|tres|cuatro|cinco)(?!\\p{L}))|[一二三四五六七八九十百千万亿两]+';
const YEAR = '(?<![\\p{L}\\p{N}.,-])(?:1\\p{N}{3}|20\\p{N}{2})(?!\\p{N})';
const MONTH =
  '\\b(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?!\\p{L})';
const UNIT =
  '(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|jahre?n?|monate?n?|wochen?|tage?n?|stunden?|ans?|mois|semaines?|jours?|heures?|años?|meses|semanas?|días?|horas?|年|个月|天|小时)';
const CAPITALISED = '(?<=[^.!?]\\s[“"‘(]?)\\p{Lu}[\\p{L}\\p{M}]+';

/** Tried in order; the first whose words are in the question decides. */
const CLUES: readonly Clue[] = [
  {
    expects: 'money',
    asked:
      /\bhow much(?! of)\b.*\b(?:pay|paid|cost|costs|worth|price|money|charge[ds]?|earn(?:ed|s)?|sums?|receive[ds]?|get|compensation)\b|\b(?:price|cost|salary|value) of\b|\bwhat (?:is|was|did|does|do|are|were|would|will)\b.{0,60}\b(?:cost|price|salary)\b|wie viel.*(?:kostet|zahlt|bezahlt)|combien (?:coûte|paie)|cuánto (?:cuesta|paga)/iu,
    answered:
      /[$€£¥₩₹]|\b(?:dollars?|euros?|yen|won|pounds?|francs?|rupees?|rupiah|yuan|renminbi|roubles?|rubles?|crowns?|kron(?:er|or|a|e)|lira|pesos?|reais|reals?|rands?|naira|shillings?|shekels?|dirhams?|riyals?|rials?|hryvni?as?|zlot(?:y|ys)|forints?|baht|dong|ringgit|usd|eur|gbp|chf|jpy|krw|cny|cfa)\b|(?:美元|欧元|日元|人民币|英镑)/giu,
  },
  {
    expects: 'percentage',
    asked:
      /\b(?:what|which|how (?:big|large|great|high) an?) (?:percent(?:age)?|proportion|share|fraction)\b|\bhow much of\b|\bper ?cent(?:age)?\b|\bprozent|pourcentage|porcentaje|百分/iu,
    answered: /%|per ?cent|prozent|pour cent|por ciento|百分|\b(?:half|third|thirds|quarter|quarters|majority)\b/giu,
  },
  {
    expects: 'duration',
    asked: /\bhow (?:long|old)\b|wie (?:lange|alt)|combien de temps|cuánto tiempo|多久|多长时间/iu,
    answered: new RegExp(
      `(?:${NUMBER}|\\bseventeen|\\b(?:a|several|many))[ -]*${UNIT}|\\b(?:centuries|decades|years)\\b|${YEAR}`,
      'giu',
    ),
  },
  {
    expects: 'date',
    asked:
      /^(?!.*\b(?:what|which|who|how|why|where)\b).*\bwhen\b|\b(?:what|which|in what|on what|by what|until what) (?:year|date|day|month|decade|century|time)s?\b|^(?:the )?(?:year|date|day|month) (?:of|when)\b|\bwann\b|in welchem jahr|\bquand\b|en quelle année|cuándo|qué (?:año|fecha)|何时|什么时候|哪一?年|哪一?天/iu,
    answered: new RegExp(
      `${YEAR}|${MONTH}|\\bcentury\\b|\\b(?:1[0-9]|20)\\p{N}0s\\b|\\b\\p{N}{1,3}(?:st|nd|rd|th)\\b|\\b(?:bc|bce|ce)\\b|jahrhundert|siècle|siglo|年|世纪|\\b(?:today|yesterday|tomorrow|currently|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b`,
      'giu',
    ),
  },
  {
    expects: 'number',
    asked:
      /\bhow (?:many|much|far|tall|high|large|big|fast|deep|wide|heavy|often)\b|\b(?:what|which)(?: is| was| are| were)?(?: the)? (?:number|amount|quantity|size)\b|^(?:the )?number of\b|wie ?viele?|combien|cuánt[oa]s?|多少|几个/iu,
    answered: new RegExp(NUMBER, 'giu'),
  },
  {
    expects: 'reason',
    asked:
      /\bwhy\b|\bwhat (?:was|is|were|are) the (?:reason|cause|motive)s?\b|\bwarum\b|\bwieso\b|pourquoi|por qué|为什么|为何/iu,
    answered:
      /\b(?:because|due to|since|so that|therefore|thus|hence|motives?|reasons?|owing to|as a result|thanks to|in order to|cause[sd]?|explain\w*|led to|lest|fear\w*|driven by|explanation)\b|\b(?:weil|denn|deshalb|daher|wegen|aufgrund|damit)\b|\b(?:parce que|car|afin|grâce à|en raison)\b|\b(?:porque|debido|por eso)\b|因为|由于|所以|因此/giu,
  },
  {
    expects: 'name',
    asked:
      /^(?:.{0,60}[\s,(])?who(?:se|m)?\b|\b(?:which|what) (?:\p{L}+ )?(?:company|companies|firm|court|minister|official|politician|general|author|person|president|leader|bank|university|organi[sz]ation|country|countries|nations?|states?|member|members)\b|\bwer\b|\bwem\b|\bwen\b|^qui\b|quién|谁/iu,
    answered: new RegExp(`${CAPITALISED}|[\\u3400-\\u9fff]`, 'gu'),
  },
  {
    expects: 'place',
    asked:
      /\bwhere\b|\b(?:what|which) (?:city|town|place|continent|region|river|street)\b|\bwo\b|\bwohin\b|^où\b|dónde|哪里|哪儿|什么地方/iu,
    answered: new RegExp(`${CAPITALISED}|[在于]`, 'gu'),
  },
];

const clues = new Map(CLUES.map((clue) => [clue.expects, clue]));

/** What the question asks for, if its words tell. */
export function expectationOf(question: string): Expectation | undefined {
  return CLUES.find(({ asked }) => asked.test(question))?.expects;
}

/** Whether a sentence holds something of the kind that is expected and is not in the question already. */
export function meets(expectation: Expectation, sentence: string, isAsked: (found: string) => boolean): boolean {
  const { answered } = clues.get(expectation) as Clue;
  answered.lastIndex = 0;
  for (let found = answered.exec(sentence); found; found = answered.exec(sentence)) {
    if (expectation === 'reason' || expectation === 'percentage' || !isAsked(found[0])) return true;
  }
  return false;
}
