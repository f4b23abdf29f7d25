const set = (words: string) => new Set(words.trim().split(/\s+/u));

/** Words of closed classes, in small letters. */
export const determiners = set(
  'the a an this that these those some any each every both all no neither either another such several many most few much more other what whatever certain half various numerous',
);
export const possessives = set('its their his her our my your whose');
export const pronouns = set(
  'it he she they we i you them him us me itself themselves himself herself everyone nobody anyone someone one who',
);
export const prepositions = set(
  'of in on at by for from with without within into onto over under between among amongst against towards toward through throughout during after before since until till about around near beyond behind below above across along despite like unlike per via upon off out concerning regarding including amid amidst amongst inside outside alongside besides except vis-à-vis versus than following given considering notwithstanding pending',
);
export const subordinators = set(
  'because although though while whilst whereas if unless whether as when whenever where wherever lest provided so how why for-that',
);
/** What follows is supposed, asked or imagined: nobody's position. */
export const suppositions = new Set(['if', 'unless', 'whether', 'so that']);
export const modals = set('will would shall should can could may might must cannot ought');
export const be = set('is are was were be been being am');
export const have = set('has have had having');
export const does = set('do does did');
export const negations = set('not never hardly no longer neither');
export const months = set('january february march april may june july august september october november december');
export const times = set(
  'year month week day decade century years months weeks days monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow spring summer autumn winter time',
);
/** Adverbs that do not end in -ly. */
export const adverbs = set(
  'also already still even ever always often sometimes soon now then again too very just rather quite almost far long once twice therefore thus hence however moreover furthermore nevertheless nonetheless meanwhile instead indeed perhaps maybe together alone abroad else not never hardly only first second third fourth finally later earlier today yesterday tomorrow here there thereby so well likewise otherwise ago back further conversely regardless altogether thereafter yet at-least onwards repeatedly alike beforehand afterwards meantime overnight',
);
/** Words in -ly that are no adverbs. */
export const notAdverbs = set(
  'family ally reply supply apply rely italy july friendly deadly assembly monopoly anomaly likely unlikely early daily weekly costly only fly bully rally tally',
);

export const contractions: ReadonlyMap<string, string> = new Map([
  ["don't", 'do'],
  ["doesn't", 'does'],
  ["didn't", 'did'],
  ["isn't", 'is'],
  ["aren't", 'are'],
  ["wasn't", 'was'],
  ["weren't", 'were'],
  ["hasn't", 'has'],
  ["haven't", 'have'],
  ["hadn't", 'had'],
  ["won't", 'will'],
  ["wouldn't", 'would'],
  ["can't", 'can'],
  ['cannot', 'can'],
  ["couldn't", 'could'],
  ["shouldn't", 'should'],
  ["mustn't", 'must'],
  ["mightn't", 'might'],
  ["needn't", 'need'],
]);

/** Bodies and office holders that speak for the actor beside whose name they stand: "the French government". */
export const institutions = set(
  `government governments administration ministry ministries minister ministers president presidency premier chancellor cabinet parliament assembly senate congress court courts
  military army navy forces troops authorities officials official leaders leader leadership regime diplomats diplomat spokesman spokeswoman spokesperson envoy ambassador delegation
  politicians lawmakers legislators negotiators negotiator commander commanders generals general admiral secretary chief king queen emir sultan prince junta monarchy executive
  side state kingdom republic commission council coalition members allies representatives representative foreign-ministry treasury embassy mission police coastguard guard
  regulator regulators self-government customs officer officers policymakers policy-makers planners strategists bureaucrats establishment
  capital capitals bloc alliance union secretariat director commissioner commissioners governor mediators mediator foreign air force fleet vessels ships
  chair chairman chairperson chairwoman president-elect attaché consul counterpart counterparts high-command intelligence rulers ruler generals soldiers agencies agency department office bodies ombudsman watchdog delegates heads head`,
);
/** Writings and doings through which their owner speaks: "the Japanese white paper says". */
export const writings = set(
  `strategy strategies communiqué communique declaration statement concept document paper doctrine compass law constitution treaty charter policy report guidance guidelines review resolution budget plan bill memorandum note letter manifesto decree directive regulation ideas white-paper act roadmap programme program summit approach diplomacy initiative proposal draft text speech agenda`,
);
/** People whose opinion is nobody's office. */
export const commentators = set(
  'analysts analyst experts expert critics critic observers observer commentators commentator scholars scholar some many others few economists historians researchers academics pundits sceptics skeptics insiders rumours reports people pessimists optimists',
);
/** Words that stand for whoever was the subject one sentence back. */
export const roleNouns = set(
  'government bloc alliance strategy document country state president minister chancellor premier kingdom republic organisation organization union island nation communiqué communique statement declaration ministry party grouping regime administration leader official group body commission council court coalition military army institution secretary king spokesman spokeswoman spokesperson envoy diplomat ambassador general emir central-bank doctrine archipelago junta emirate cabinet ministers leaders officials presidency navy army authorities secretary-general premiership self-government monarchy federation association agency forum',
);
