import type { Stance } from '../core/position.ts';

/**
 * Verbs by the stance they show when somebody is their subject. "call for" needs its particle; a bare verb is what holds
 * where no particle of its own follows. What is in no list, and is a verb, is a deed.
 */
const verbs: Record<Stance, string> = {
  supports: `accept, settle for, abide by, support, back, endorse, welcome, favour, favor, praise, hail, approve, applaud, embrace, champion, promote, advocate,
    appreciate, prefer, commend, encourage, uphold, respect, help, assist, aid, value, cherish, rally, cheer, like, trust, laud,
    stand by, stand with, stand behind, side with, believe in, stick to, adhere, sponsor, defend, back up, look forward, celebrate,
    agree with, underwrite, vouch, subscribe, sympathise, sympathize, align, admire, salute, congratulate, speak up, speak out for, come out for,
    argue for, lobby for, campaign for, vote for, benefit, facilitate, bolster, comply, honour, honor, abide, root, thank, warm`,
  opposes: `oppose, reject, refuse, condemn, criticise, criticize, denounce, object, block, veto, resist, dispute, protest, decline,
    rebuff, dismiss, deplore, rule out, boycott, contest, challenge, resent, slam, blast, lambast, decry, balk, baulk,
    repudiate, disapprove, distrust, blame, accuse, oppose, push back, stand against, decide against, speak out, turn down, shy, spurn, scorn,
    reproach, rebuke, lament, regret, disagree, thwart, hold out, stand up to, fight, obstruct, deny, complain, question, refute, mistrust, counter,
    argue against, vote against, campaign against, lobby against, come out against, warn off, take issue, frown, chafe, bristle, rail, loathe, fault, abstain, discourage, downplay`,
  seeks: `offer to, look for, search for, want, seek, demand, call for, call on, call upon, urge, ask, request, insist on, press, push for, push to, hope, aim, wish, desire, strive,
    pursue, lobby, appeal, aspire, try, attempt, look to, court, bid, campaign, recommend, expect, require, petition, solicit,
    beg, implore, exhort, endeavour, endeavor, long, yearn, crave, eye, covet, angle, clamour, vie, compete, argue over, opt for, push, propose, press for, ask for, vote to`,
  plans: `plan, intend, pledge, vow, promise, commit, announce, prepare, envisage, consider, mull, undertake, contemplate, target, weigh,
    schedule, swear, resolve, envision, set out, look at, be set, earmark, agree to, decide, explore`,
  warns: `warn, threaten, caution, fear, worry, alarm, dread, forewarn, worry about, alert`,
  states: `say, state, argue, claim, believe, think, maintain, declare, note, stress, emphasise, emphasize, underline, underscore, acknowledge, admit,
    recognise, recognize, regard, view, see, insist, make clear, describe, call, tell, explain, suggest, assert, contend, point, point out, point to, confirm,
    reaffirm, reiterate, affirm, estimate, report, assess, find, conclude, label, define, brand, treat, deem, perceive, interpret,
    assume, doubt, specify, mention, refer, remark, comment, observe, repeat, add that, write, hold that, agree that, agree, know,
    understand, feel, judge, signal, indicate, identify, calculate, reckon, insist that, concede, reply, answer, respond that, predict,
    forecast, imply, hint, reveal, disclose, share, consider that, deem, classify, count, cite, justify, ascribe, attribute, characterise, characterize,
    portray, depict, cast, present, frame, liken, compare, proclaim, profess, allege, remind, ponder, wonder, argue that, testify, tweet, quip, conceive, equate, rank, speak, talk, list, name, stipulate, set forth, lay out, outline, put it, voice`,
  constrained: `lack, struggle, fail, depend, rely, rely on, depend on, suffer, hesitate, need, face, hinge, labour, labor, stall, lag, falter, waver, dither, run out, fall short, miss, owe, shrink from, stagnate, cope, weaken, stumble`,
  did: `draft, ban, prohibit, bar, forbid, add, back down, pull back, back away, address, check, proceed, abandon, abolish, abstain from, accede, accelerate, accompany, accumulate, achieve, acquire, act, activate, adapt, add to, adjust, administer, admit to, adopt, advance, advise,
    allocate, allow, ally, amend, annex, apologise, apologize, appoint, approach, arm, arrange, arrest, arrive, assign, assume, attach, attack, attain, attend, attract, authorise, authorize, avoid, award, 
    become, begin, bolster, bomb, boost, borrow, break, bring, build, bury, buy, cancel, capture, carry, carry out, cease, change, charge, choose, circulate, close, collaborate, collect, come, commission, compensate, complete, 
    conduct, confer, connect, conquer, construct, consult, contain, continue, contribute, control, convene, convert, convey, cooperate, co-operate, coordinate, co-ordinate, 
    counterattack, create, cross, cut, cut off, damage, deal, debate, deepen, defeat, delay, delegate, deliver, demonstrate, deploy, deport, depose, designate, destroy, detain, deter, develop, devote, direct, disband, discuss, dismantle, dispatch, 
    display, disrupt, dissolve, distribute, divert, divide, dominate, donate, double, downgrade, draw, drill, drive, drop, drop out, dump, ease, elect, elevate, eliminate, enable, enact, end, enforce, engage, enhance, enjoy, enlarge, enlist, enrich, ensure, enter, 
    equip, escalate, establish, evacuate, evade, exchange, exclude, execute, exempt, exercise, exert, expand, expel, experience, export, exploit, extend, fill, finalise, finalize, finance, fire, flee, fly, focus, follow, force, form, formalise, formalize, foster, freeze, 
    fuel, fulfil, fulfill, fund, gain, gather, generate, get, give, go, govern, grant, grow, guarantee, guard, halt, handle, harass, harden, hasten, head, heighten, hit, hold, host, house, impede, implement, import, impose, improve, include, increase, 
    influence, inform, inherit, inhibit, initiate, inspect, install, institute, integrate, intensify, intercept, interfere, intervene, introduce, invade, invest, investigate, invite, involve, isolate, issue, join, keep, kill, lament, land, launch, lay, lead, lease, leave, legalise, lend, let, leverage, levy, liberalise, lift, 
    limit, link, list, locate, lock, loosen, lose, lower, maintain, make, manage, manufacture, march, mark, mediate, meet, merge, mine, mobilise, mobilize, modernise, modernize, modify, monitor, move, nationalise, negotiate, neglect, normalise, normalize, notify, nourish, nominate, obtain, occupy, offer, open, operate, opt, order, organise, organize, oust, outpace, outsource, overhaul, oversee, overtake, overthrow, own, participate, 
    pass, patrol, pause, pay, penetrate, perform, permit, persist, persuade, place, play, pledge, possess, post, postpone, pour, prevent, print, privatise, probe, produce, profit, prolong, prosecute, protect, provide, provoke, publish, pull, pull out, punish, purchase, pursue, put, quadruple, quit, raid, raise, ramp, ratify, reach, react, receive, recalibrate, recall, reclaim, reconsider, recover, recruit, redeploy, redirect, reduce, refine, reform, refrain, 
    regain, register, regulate, reinforce, reinstate, reject, relax, release, relocate, remove, rename, renew, renegotiate, reopen, reorganise, repair, repay, repeal, replace, rescue, resettle, reshape, resign, resist, resort, respond, restart, restore, restrain, restrict, restructure, resume, retain, retaliate, retire, retreat, retract, return, reverse, revise, revive, revoke, reward, roll, roll out, ruin, rule, run, sack, sanction, save, scale, scale back, scrap, seal, secure, seize, sell, send, separate, serve, set, set up, settle, sever, shape, shell, shelter, shelve, shift, ship, shoot, show, shut, sideline, sign, simplify, sink, slash, slow, soften, solve, spark, spend, split, spread, spur, stage, start, stash, station, stay, steer, stem, step, step up, stockpile, stoke, stop, store, storm, strengthen, strike, strip, study, submit, subsidise, subsidize, succeed, sue, supply, suppress, surpass, surrender, surround, survey, suspend, sustain, swap, switch, take, target, tax, team, team up, tackle, tap, terminate, test, tighten, top, torpedo, toughen, tow, track, trade, train, transfer, transform, transport, travel, trigger, triple, turn, turn to, undermine, unite, unleash, unveil, update, upgrade, use, utilise, utilize, violate, visit, vote, wage, waive, walk, warm, wear, widen, win, withdraw, withhold, witness, work, worsen, yield, 
    broaden, narrow, soothe, irritate, dispatch, bankroll, ink, clinch, broker, fortify, militarise, militarize, nuclearise, tout, trim, tame, tone, cling, clash, collide, collapse, cite, enshrine, lease, shun, outlaw, pivot, hedge, balance, rearm, rebuild, rejoin, reassure, recast, reassess, rethink, review, escort, ram, board, blockade, police, dredge, fish, drill, extradite, repatriate, host, chair, preside, table, pen, foot, dangle, wield, flex, parade, sabotage, jam, hack, spy, steal, leak, shell, mine, plunder, loot, levy, devalue, peg, default, nationalize, court-martial, pardon, jail, imprison, ally, woo, appease, coerce, pressure, pressurise, bully, intimidate, squeeze, outflank, encircle, deepen`,
};

/** Verbs that report what is said, thought or written: what follows is the subject's view. */
export const reportingVerbs = new Set(
  `say, state, argue, claim, believe, think, maintain, declare, note, stress, emphasise, emphasize, underline, underscore, acknowledge, admit,
  recognise, recognize, tell, explain, suggest, assert, contend, confirm, reaffirm, reiterate, affirm, estimate, report, conclude,
  assume, doubt, specify, remark, comment, observe, add, write, agree, know, feel, reckon, concede, reply, answer, predict,
  forecast, imply, hint, reveal, disclose, proclaim, allege, complain, remind, insist, warn, caution, fear, worry, hope, expect, promise, pledge, vow, announce,
  deny, accuse, propose, recommend, demand, urge, ask, want, point, hold, signal, indicate, claim, see, view, regard, fret, swear, predict, calculate, find, judge, deem, consider, understand, boast, joke, put`
    .split(',')
    .map((verb) => verb.trim()),
);

/** "Forced NATO to recalibrate": the object does what follows. */
export const causativeVerbs = new Set(
  'force lead prompt compel oblige push drive spur induce cause bring impel encourage motivate persuade convince'.split(
    ' ',
  ),
);

/** Verbs that say nothing without their object: "expressed concern", "has an interest in". */
export const lightVerbs = new Set(
  'express file voice have give make take issue raise show signal offer hold repeat reiterate lend harbour harbor maintain retain keep state declare announce convey register entertain share put lodge launch mount begin start pursue increase step renew reaffirm stress extend reinforce repeat mark remain send receive restate place set'.split(
    ' ',
  ),
);

/** Verbs that only carry the next one: "seems to want", "continues to build". */
export const carrierVerbs = new Set(
  'hasten seem appear continue begin start tend come proceed go keep help'.split(' '),
);

/** A verb, or a verb with its particle, as in "rule out" -> its stance. */
export const verbStances: ReadonlyMap<string, Stance> = new Map(
  (Object.entries(verbs) as [Stance, string][])
    .toReversed()
    .flatMap(([stance, list]) => list.split(',').map((verb) => [verb.trim(), stance] as const)),
);
