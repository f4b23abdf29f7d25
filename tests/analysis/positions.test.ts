import { describe, expect, it } from 'vitest';
import { analysisOf, heldIn, positionsIn } from './read-positions.ts';

describe('who holds a position', () => {
  it.each([
    ['a plain subject', 'Norway rejected the plan.', ['norway opposes']],
    ['a government', 'The Kenyan government wants a vote.', ['kenya seeks']],
    ['a ministry', 'The Estonian foreign ministry said the cable was cut.', ['estonia states']],
    ['officials in a capital', 'Officials in Tashkent said the line was ready.', ['uzbekistan states']],
    ['leaders of', 'Leaders of Botswana praised the accord.', ['botswana supports']],
    ['a list', 'Chile, Peru and Bolivia condemned the raid.', ['bolivia opposes', 'chile opposes', 'peru opposes']],
    ['companions', 'Fiji, along with Samoa, backs the text.', ['fiji supports', 'samoa supports']],
    ['a bracket', 'Ghana (with two others) opposes the fee.', ['ghana opposes']],
    ['an insertion', 'Sweden, for its part, wants more time.', ['sweden seeks']],
    ['a relative clause', 'Hungary, which once agreed, now objects.', ['hungary opposes', 'hungary states']],
    ['an apposition', 'Uganda, a member of the African Union, sent troops.', ['uganda did']],
    ['a date before', 'In 2021 Senegal opened the port.', ['senegal did']],
    ['a later clause', 'The talks failed, and Togo left.', ['togo did']],
    ['a passive', 'The fee was rejected by Greece and Cyprus.', ['cyprus opposes', 'greece opposes']],
    ['an agent explained', 'The vote was driven by the bloc’s largest member – Brazil.', ['brazil did']],
    ['a decision', 'Peru’s decision to leave surprised many.', ['peru did']],
    ['a reluctance', 'Dutch reluctance to pay delayed the fund.', ['netherlands opposes']],
    ['praise from', 'There was praise from Ottawa, said nobody; Canada shrugged.', ['canada did', 'canada supports']],
    ['according to', 'According to Turkey, the pipe is full.', ['turkiye states']],
    ['said behind', '“It is late,” said Oman.', ['oman states']],
    ['made to act', 'The drought forced Malawi to import maize.', ['malawi did']],
    ['neither nor', 'Neither Iran nor Iraq supports the move.', ['iran opposes', 'iraq opposes']],
    ['what one wants', 'What Guatemala wants is a guarantee.', ['guatemala seeks']],
    ['an -ing of its own', 'The war began with Chad closing the border.', ['chad did']],
  ])('%s', (_, sentence, expected) => expect(heldIn(sentence)).toEqual(expected));

  it.each([
    ['the object', 'The bank helped Nepal.'],
    ['what is done to it', 'Colombia was not invited.'],
    ['a question', 'Does Vietnam want a base?'],
    ['if', 'The deal fails if India leaves.'],
    ['whether', 'Whether Thailand supports it is unclear.'],
    ['what follows from if', 'If it rains, Laos will sell less power.'],
    ['may', 'Argentina may leave.'],
    ['a company', 'Argentine industry fears imports.'],
    ['a thing', 'The road to Georgia is closed.'],
    ['a doubt', 'It is not obvious that Niger wants it.'],
    ['somebody who is no actor', 'Analysts say Kuwait wants a pause.'],
    ['a former official', 'A former minister said that Israel wanted quiet.'],
  ])('%s gives none', (_, sentence) => expect(heldIn(sentence)).toEqual([]));
});

describe('stance', () => {
  it.each([
    ['Japan will not sign the text.', 'opposes'],
    ['Japan does not support the text.', 'opposes'],
    ['Japan no longer opposes the text.', 'supports'],
    ['Japan has no plans to sign.', 'opposes'],
    ['Japan has little interest in it.', 'opposes'],
    ['Japan has never recognised the award.', 'opposes'],
    ['Japan cannot defend the reef.', 'constrained'],
    ['Japan depends on imported oil.', 'constrained'],
    ['Japan will host the talks.', 'plans'],
    ['Japan would like to host the talks.', 'seeks'],
    ['Japan is keen on the talks.', 'seeks'],
    ['Japan is reluctant to pay.', 'opposes'],
    ['Japan is worried about the reef.', 'warns'],
    ['Japan expressed concern.', 'warns'],
    ['Japan expressed support.', 'supports'],
    ['Japan ruled out a sale.', 'opposes'],
    ['Japan calls for a vote.', 'seeks'],
    ['Japan seems to want a vote.', 'seeks'],
    ['Japan regards the reef as a red line.', 'opposes'],
    ['Japan regards the reef as its own.', 'states'],
    ['Japan denies the charge.', 'opposes'],
    ['Japan wants to buy forty ships by 2031.', 'plans'],
    ['Japan sold the ships.', 'did'],
    ['Japan was forced to sell the ships.', 'constrained'],
  ])('%s %s', (sentence, stance) => expect(heldIn(sentence)).toEqual([`japan ${stance}`]));
});

describe('whose view', () => {
  it('what others do to an actor is theirs', () => {
    expect(positionsIn('Norway condemned the raid by Mali.')).toEqual([
      'others mali did',
      'others mali opposes',
      'own norway opposes',
    ]);
  });

  it('“it” in reported speech is the speaker', () => {
    expect(heldIn('Japan said it wants a vote.')).toEqual(['japan seeks', 'japan states']);
  });

  it('an office holder speaks for the state, a retired one does not', () => {
    expect(heldIn('Brazilian President Lula da Silva rejected it.')).toContain('brazil opposes');
    expect(heldIn('Former Brazilian President Lula da Silva rejected it.')).not.toContain('brazil opposes');
  });

  it('the author’s advice is the author’s position and advice to the actor', () => {
    const { positions } = analysisOf(['Chile should publish the figures.'], { author: 'Marta Quiroga' });
    expect(positions.map(({ kind, actor, stance }) => `${kind} ${actor} ${stance}`)).toEqual([
      'author chile seeks',
      'own marta-quiroga seeks',
    ]);
  });

  it('in other languages actors are mentioned and hold nothing', () => {
    const { positions, mentions } = analysisOf(['Frankreich lehnt den Plan ab.'], { language: 'de' });
    expect(positions).toEqual([]);
    expect(mentions.map(({ actor }) => actor)).toEqual(['france']);
  });

  it('headings hold nothing', () => expect(positionsIn('# Norway rejects the plan')).toEqual([]));
});

describe('what points back', () => {
  it.each([
    ['it', 'Egypt rejected the text. It wants a pause.', 'egypt seeks'],
    ['the government', 'Serbia refused. The government depends on gas.', 'serbia constrained'],
    ['the bloc', 'ASEAN met Japan. The bloc wants rules.', 'asean seeks'],
    ['both', 'Chad and Mali met. Both want aid.', 'mali seeks'],
    ['its navy', 'Chile protested. Its navy closed the bay.', 'chile did'],
    ['a minister with a name and no state', 'Chile protested. Foreign Minister Ana Rojas wants talks.', 'chile seeks'],
    ['what was published before', 'Chile published a strategy. It warns of drought.', 'chile warns'],
  ])('%s', (_, text, expected) => expect(heldIn(text)).toContain(expected));

  it('reaches one sentence back and no further', () => {
    expect(heldIn('Egypt rejected the text. The weather was fine. It wants a pause.')).toEqual(['egypt opposes']);
  });

  it('an “it” that stands for nobody is nobody', () => {
    expect(heldIn('Egypt waited. It took years to build the road.')).toEqual(['egypt did']);
  });
});
