import { verbStances } from './stance-verbs.ts';

/** A form of a verb; one word can be several: "put" is base, past and participle. */
export type VerbForm = { readonly base: string; readonly form: 'base' | 's' | 'past' | 'participle' | 'ing' };

/** base past participle, where they are irregular. */
const IRREGULAR = `be was been|begin began begun|break broke broken|bring brought brought|build built built|buy bought bought|catch caught caught|choose chose chosen|
cling clung clung|come came come|cut cut cut|deal dealt dealt|draw drew drawn|drive drove driven|fall fell fallen|feel felt felt|fight fought fought|find found found|flee fled fled|
fly flew flown|forbid forbade forbidden|freeze froze frozen|get got got|give gave given|go went gone|grow grew grown|have had had|hear heard heard|hit hit hit|hold held held|keep kept kept|
know knew known|lay laid laid|lead led led|leave left left|lend lent lent|let let let|lose lost lost|make made made|mean meant meant|meet met met|oversee oversaw overseen|overtake overtook overtaken|
overthrow overthrew overthrown|pay paid paid|put put put|quit quit quit|rebuild rebuilt rebuilt|repay repaid repaid|rethink rethought rethought|ride rode ridden|rise rose risen|run ran run|
say said said|see saw seen|seek sought sought|sell sold sold|send sent sent|set set set|shoot shot shot|show showed shown|shrink shrank shrunk|shut shut shut|sink sank sunk|speak spoke spoken|
spend spent spent|split split split|spread spread spread|stand stood stood|steal stole stolen|stick stuck stuck|strike struck struck|strive strove striven|swear swore sworn|take took taken|tell told told|
think thought thought|throw threw thrown|understand understood understood|undertake undertook undertaken|uphold upheld upheld|win won won|withdraw withdrew withdrawn|withhold withheld withheld|write wrote written|
forsake forsook forsaken|beg begged begged|bid bid bid|cast cast cast|become became become|hear heard heard|recast recast recast|wear wore worn|tear tore torn|sing sang sung|shed shed shed|bind bound bound|undo undid undone|do did done|sue sued sued|lie lay lain|rearm rearmed rearmed|breed bred bred|breach breached breached|overcome overcame overcome|foresee foresaw foreseen|spend spent spent|bear bore borne|swing swung swung|beset beset beset|hurt hurt hurt|shun shunned shunned`;

const DOUBLED = /(?:^|[^aeiou])[aeiou](?:[bdgmnprt])$/u;
/** Verbs of several syllables whose last letter doubles. */
const DOUBLED_TOO = new Set(
  'commit admit permit submit refer prefer defer deter occur compel expel propel repel control patrol regret rebut abet transfer confer veto'.split(
    ' ',
  ),
);
/** Verbs that show no stance of their own. */
const EXTRA =
  'happen remain include consist exist matter arise emerge rise fall mean represent appear seem tend require reflect affect allow hang occur result prove stem cost last wait belong apply vary differ lie spark reach stand sit write read hear bear carry threaten put bolster beset shed hurt bind foresee gloat sound look turn embark hand enlist relent acquiesce recede retool accrue amount approximate dwindle surge soar plummet plunge jump dip climb rebound exceed outnumber outstrip outweigh lurk loom prevail recur subside thrive flourish unfold wane weather accompany adhere aggravate aid airlift align allot amass anchor annihilate anticipate applaud arbitrate assassinate assemble assimilate assure attest avert await back-pedal bail bargain bolster bother brief broadcast budget calm capitalise catch categorise certify champion channel check cite clamp clean clear climb codify cohabit coin combat combine command commemorate commence commute compile complement compound compromise conceal concentrate conclude confine confiscate conform confront confuse conserve consolidate conspire constitute consume contact contend contract contribute convict cooperate cordon correct counter cover crack criminalise curb curry curtail decimate decolonise decommission decrease deflect defuse delimit delineate demarcate demilitarise demolish demonise deny deplete derail describe deserve desist detach detect deteriorate devise diffuse diminish disable disarm discard discontinue discover disengage disguise dislodge disperse disqualify disregard distance distinguish diversify divulge dodge dominate downplay drag drain drift earn eat echo educate eject elaborate embark embed embody emerge emit emphasise employ empower emulate encircle encounter encroach endanger endure entangle entice entrench entrust envelop equate eradicate erase erect erode err evaluate evict evoke evolve exaggerate examine excavate exceed excel exhaust exhibit exile exit expedite explain expose extort extract falsify fast-track ferry finalise finish flaunt float flood flout fold forge forgive forgo formulate forward freeride frustrate gamble garner gear germinate give glorify grab graduate grapple grasp greet guide gut handle hang happen harm harness harvest heal hear heed herd hide hinder hire hone hunt ignite ignore illustrate immunise impair impart impound improvise inaugurate incite incorporate incur indict industrialise infiltrate inflate inflict infringe inject innovate inquire inscribe insert instigate instruct insulate insure interact interconnect intern internationalise interrogate interrupt intertwine invoke irritate jeopardise jettison join jostle juggle jump justify kick kidnap knock label lash laugh lecture legislate legitimise liaise liberate lighten liquidate listen litigate localise log lure magnify mask massacre mastermind match mature maximise measure meddle melt mend merge migrate militarise mimic minimise mirror misjudge mislead misread mistreat misuse mitigate mock mould mount muddle murder muster muzzle nationalise navigate near nurture obey obfuscate oblige observe offend offload offset onshore outbid outdo overcome overestimate overlook overplay override overrun oversell overstate overstep overturn partition partner patch pave peddle persecute pilot pioneer pit plead please preach precipitate preclude predate prejudice prescribe preserve pretend prioritise proceed procure proliferate prop protest prove provision prune publicise pump purge quarantine quell question quote radicalise ration rationalise ravage realign realise reap reassert reassign rebound rebrand rebuff recapture recede recycle redefine redistribute redouble redraw redress reelect refer refit reflect refocus refresh refuel rehabilitate reimburse reimpose reintegrate reiterate reject relate relegate relinquish rely remedy reopen repackage repel rephrase replenish reposition repress reproduce reroute reschedule reshore reshuffle respect retool retrain retrieve reunite revamp revel revert review revitalise revolutionise ridicule rival rotate rout rub rush safeguard salvage saturate scour scramble screen scrutinise seat secede segregate sentence sharpen shatter shield shirk shore shoulder shrug signpost silence skip slap smash smuggle sneak soar spearhead specialise speed spell spill spoil spotlight squander stabilise staff stand standardise starve steal stifle stimulate stir straddle straighten strain streamline stretch strip stymie subdue subordinate subvert summon supersede supervise swallow swap sweep synchronise tackle tailor taint tarnish taunt teach tear tease tend thank thaw thrive throttle throw thrust tie tilt tolerate toss touch trace trample transcend transition translate transmit transmute traverse treat tuck tug underestimate undergo underpin understate unify unlock unveil uproot upset urbanise usher usurp utter vaccinate validate venture verify vilify volunteer vow waste watch weaken weaponise weather weave weld whip widen wipe wire wrest yank matter realize recognise'.split(
    ' ',
  );

const irregulars = new Map(
  IRREGULAR.split('|').map((line) => {
    const parts = line.trim().split(' ');
    return [parts[0] ?? '', parts] as const;
  }),
);

const forms = new Map<string, VerbForm[]>();

for (const base of new Set([...[...verbStances.keys()].map((verb) => verb.split(' ')[0] ?? verb), ...EXTRA]))
  addVerb(base);
for (const base of irregulars.keys()) addVerb(base);

/** The forms of a verb that a word in small letters can be; none where it is no known verb. */
export function verbFormsOf(word: string): readonly VerbForm[] {
  return forms.get(word) ?? [];
}

/** An unknown word in -ed or -ing, taken for a verb. */
export function guessedForm(word: string): VerbForm | undefined {
  if (/..[^aeiou]?ed$/u.test(word) && word.length > 4 && !/(?:eed|hundred|sacred|naked|beloved)$/u.test(word))
    return { base: word.replace(/i?ed$/u, ''), form: 'past' };
  return undefined;
}

function addVerb(base: string): void {
  if (base === '' || base === 'be') return;
  const irregular = irregulars.get(base);
  const add = (word: string, form: VerbForm['form']) => {
    const known = forms.get(word) ?? [];
    if (!known.some((other) => other.base === base && other.form === form)) forms.set(word, [...known, { base, form }]);
  };
  const stem = /[^aeio]e$|[aiou]e$/u.test(base) ? base.slice(0, -1) : doubles(base) ? base + base.slice(-1) : base;
  const third = /(?:s|x|z|ch|sh)$/u.test(base)
    ? `${base}es`
    : /[^aeiou]y$/u.test(base)
      ? `${base.slice(0, -1)}ies`
      : /(?:[^aeio]o|go)$/u.test(base)
        ? `${base}es`
        : `${base}s`;
  const past = /[^aeiou]y$/u.test(base) ? `${base.slice(0, -1)}ied` : base.endsWith('e') ? `${base}d` : `${stem}ed`;
  add(base, 'base');
  add(base === 'have' ? 'has' : third, 's');
  add(irregular?.[1] ?? past, 'past');
  add(irregular?.[2] ?? past, 'participle');
  add(
    base.endsWith('ie') ? `${base.slice(0, -2)}ying` : /(?:ee|oe|ye)$/u.test(base) ? `${base}ing` : `${stem}ing`,
    'ing',
  );
  if (/[^aeiou][aeiou]l$/u.test(base)) {
    add(`${base}ed`, 'past');
    add(`${base}led`, 'past');
    add(`${base}led`, 'participle');
    add(`${base}ling`, 'ing');
    add(`${base}ing`, 'ing');
  }
}

function doubles(base: string): boolean {
  const syllables = base.match(/[aeiouy]+/gu)?.length ?? 0;
  return DOUBLED_TOO.has(base) || (DOUBLED.test(base) && syllables === 1 && !/[aeiou]{2}.$/u.test(base));
}
