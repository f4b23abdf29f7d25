import type { Stance } from '../core/position.ts';

/** Nouns that name an attitude or a deed of their owner: "NATO's decision", "French reluctance", "praise from Washington". */
const nouns: Partial<Record<Stance, string>> = {
  supports:
    'support, help, backing, praise, endorsement, approval, assistance, aid, commitment, belief, trust, confidence, faith, preference, solidarity, readiness, willingness, enthusiasm, advocacy, adherence, encouragement, appreciation, defence of, loyalty, allegiance, gratitude, sympathy',
  opposes:
    'opposition, rejection, refusal, reluctance, criticism, condemnation, objection, objections, veto, ban, resistance, protest, protests, hostility, unwillingness, aversion, distrust, mistrust, disapproval, denunciation, hesitation, hesitancy, boycott, scepticism, skepticism, complaint, complaints, denial, dissatisfaction, anger, outrage, indignation, disagreement, dislike',
  seeks:
    'desire, wish, aim, goal, demand, demands, call, calls, request, quest, bid, offer, offers, hope, hopes, effort, efforts, attempt, attempts, push, appeal, insistence, interest, aspiration, aspirations, pursuit, proposal, proposals, pressure, plea, campaign, drive, search, ambition to, need for, initiative, overture, overtures, application, objective, objectives, recommendation, recommendations, expectation, expectations, priority, priorities',
  plans:
    'plan, plans, intention, intentions, intent, pledge, pledges, promise, promises, vow, willingness to, readiness to, resolve, determination, preparations, commitment to',
  warns:
    'warning, warnings, concern, concerns, worry, worries, fear, fears, anxiety, anxieties, alarm, unease, threat to, caution, apprehension, apprehensions, wariness',
  states:
    'claim, claims, view, opinion, statement, statements, argument, assertion, assessment, rhetoric, declaration, recognition, acknowledgement, acknowledgment, accusation, accusations, assurance, assurances, reassurance, reassurances, conviction, announcement, perspective, viewpoint, doubt, doubts, stance, position, positions, views, opinions, stances',
  constrained: 'dependence, dependency, reliance, inability, weakness, failure, vulnerability, lack, overdependence',
  did: `decision, invasion, attack, attacks, cyberattacks, sanctions, purchase, purchases, sale, sales, exports of, launch, launches, test, tests, exercises, drills, build-up, buildup,
    annexation, occupation, withdrawal, engagement, outreach, deployment, deployments, delivery, deliveries, shipments, supply, visit, visits, embargo, tariffs, blockade, accession, ratification,
    acceptance, adoption, participation, intervention, incursion, incursions, provocations, threats, actions, activities, strike, strikes, bombing, bombardment, offensive, expansion, investment, investments, donation, donations, contribution, contributions,
    retaliation, response, reaction, suspension, cancellation, closure, seizure, abolition, expulsion, departure, exit, return, entry, signing, invitation, creation, establishment, construction, acquisition, transfer, transfers, patrols, 
    militarisation, militarization, rearmament, shift, turn to, turn towards, turn away, pivot, war, raid, raids, mobilisation, mobilization, crackdown, violation, violations, breach, coup, rapprochement, recognition of, concession, concessions, imposition, use, rejection of, measures, moves, move, restrictions, curbs, subsidies, purges, purge, reforms, export ban, ruling, cooperation, co-operation, dumping, harassment, reclamation, arrest, detention, handling, treatment, refusal of`,
};

/** Adjectives and participles after "is": "is keen on", "was forced to". */
const adjectives: Partial<Record<Stance, string>> = {
  supports:
    'supportive, favourable, favorable, grateful, pleased, glad, happy, proud, committed, loyal, appreciative, receptive, sympathetic, open, optimistic, confident, hopeful, content, satisfied, comfortable, dedicated, united in',
  opposes:
    'opposed, reluctant, unwilling, hostile, critical, sceptical, skeptical, hesitant, averse, unhappy, angry, dissatisfied, displeased, dismissive, resistant, disappointed, allergic, suspicious, furious, resentful, lukewarm, tired, weary, against, unconvinced, unenthusiastic, outraged, antagonistic, adamant',
  seeks:
    'keen, eager, interested, enthusiastic, anxious to, desperate, impatient, ambitious, intent, bent, adamant that, in favour',
  plans:
    'set, ready, prepared, willing, determined, poised, resolved, due, going, about, scheduled, slated, committed to, resolute, planning',
  warns:
    'concerned, worried, wary, afraid, alarmed, fearful, anxious, nervous, uneasy, cautious, apprehensive, mindful, disturbed, troubled, threatened, vigilant',
  states: 'neutral, silent, firm, defiant, aware, convinced, certain, sure, conscious, clear',
  constrained:
    'unable, dependent, reliant, vulnerable, divided, isolated, bound, constrained, limited, forced, obliged, compelled, paralysed, paralyzed, torn, stuck, trapped, weak, overstretched, powerless, restricted, incapable, exposed, hampered, hamstrung, hindered, handicapped, landlocked, short, split, squeezed, cornered, stretched, deadlocked, required, prevented, unprepared, sandwiched, prohibited, barred, caught, wedged, indebted',
};

const table = (lists: Partial<Record<Stance, string>>): ReadonlyMap<string, Stance> =>
  new Map(
    (Object.entries(lists) as [Stance, string][])
      .toReversed()
      .flatMap(([stance, list]) => list.split(',').map((word) => [word.trim().replace(/\s+/gu, ' '), stance] as const)),
  );

/** A noun, or a noun with the word after it, -> its owner's stance. */
export const nounStances = table(nouns);
/** An adjective, or an adjective with the word after it, -> its subject's stance. */
export const adjectiveStances = table(adjectives);

/** Nouns of attitude whose owner may follow with "of": "the reluctance of Paris"; after others "of" names the object. */
export const ownedByOf = new Set(
  'decision reluctance refusal willingness desire wish intention commitment support opposition visit visits view aim goal hope fear fears concern concerns efforts attempts readiness insistence unwillingness inability dependence participation rejection criticism interest determination proposal plan request demand ambition withdrawal reaction response call assistance help backing'.split(
    ' ',
  ),
);

/** Words by which an author describes somebody: they are nobody's stance. */
export const loadedNouns = new Set('threat menace danger aggression ambition ambitions'.split(' '));
