import { otherNames, titleOf } from '../../core/actor.ts';
import { count } from '../../core/answer.ts';
import type { ActorAnswer, Card } from '../../core/card.ts';
import type { Companion } from '../../core/company.ts';
import type { Desk } from '../../core/desk.ts';
import { documentsIn, explainNoCard, scopeOf } from '../../core/explain-absence.ts';
import type { Place } from '../../core/place.ts';
import type { Line } from '../../core/repeats.ts';
import type { Look } from '../look.ts';
import { bold, plain, small } from '../text-lines.ts';
import { renderLine } from './line.ts';

/** An actor's card for a terminal, or why there is none; lines that are no longer verbatim are withheld. */
export function renderCard(answer: ActorAnswer, desk: Desk, look: Look): string {
  return (answer.outcome === 'found' ? found(answer, desk, look) : absent(answer, desk, look)).join('\n');
}

function found(card: Card, desk: Desk, look: Look): string[] {
  const { actor, topic, mentions, own, others, author, company, read } = card;
  const names = otherNames(actor);
  const about = [
    names.length > 0 ? `also: ${names.join(', ')}` : undefined,
    actor.type,
    `named in ${count(mentions.length, 'passage')} of ${count(documentsIn(mentions), 'document')}`,
  ];
  const actors = desk.actors();
  let number = 0;
  const block = (heading: string, lines: readonly Line[]) =>
    lines.length === 0
      ? []
      : [
          '',
          ...bold(heading, look),
          ...desk.cited(lines).flatMap((line) => {
            const by = line.by === undefined ? undefined : actors.get(line.by)?.name;
            return renderLine(line, ++number, look, by);
          }),
        ];
  return [
    ...bold([titleOf(actor), topic?.name].filter((part) => part !== undefined).join(' · '), look),
    ...small(about.filter((part) => part !== undefined).join(' · '), look),
    ...own.flatMap(({ concern, lines }) => block(concern.toUpperCase(), lines)),
    ...namedBeside(company, look),
    ...block('WHAT OTHERS SAY OF IT, OR DO TO IT', others),
    ...block('WHAT THE AUTHORS ADVISE IT', author),
    ...namedIn(mentions, desk, look),
    '',
    ...small(scopeOf(read), look),
  ];
}

function namedBeside({ favours, objects }: Card['company'], look: Look): string[] {
  const side = (how: string, companions: readonly Companion[]) => {
    const listed = companions.slice(0, 5).map(({ actor, positions }) => `${actor.name} ${positions}`);
    return companions.length === 0 ? [] : plain(`where it ${how}: ${listed.join(' · ')}`, look, '   ');
  };
  const sides = [...side('supports, seeks or plans', favours), ...side('opposes or warns', objects)];
  return sides.length === 0 ? [] : ['', ...bold('NAMED BESIDE IT', look), ...sides];
}

function absent(answer: Exclude<ActorAnswer, Card>, desk: Desk, look: Look): string[] {
  const lines = plain(explainNoCard(answer), look);
  switch (answer.outcome) {
    case 'unknown-actor':
      return [...lines, ...names(answer.nearest, look)];
    case 'ambiguous':
      return [...lines, ...names(answer.candidates, look)];
    case 'unknown-topic':
      return [...lines, ...names(answer.nearest, look)];
    case 'no-position':
      return [...lines, ...namedIn(answer.mentions, desk, look)];
  }
}

/** Names to choose from, one a line. */
export function names(offered: readonly { readonly name: string }[], look: Look): string[] {
  return offered.flatMap(({ name }) => plain(name, look, '· '));
}

/** A line a document with the paragraphs that name the actor. */
function namedIn(mentions: readonly Place[], desk: Desk, look: Look): string[] {
  if (mentions.length === 0) return [];
  const byDocument = Map.groupBy(desk.cited(mentions), ({ quotation }) => quotation.title);
  const lines = [...byDocument].flatMap(([title, cited]) =>
    plain(`${title} ¶ ${cited.map(({ paragraph }) => paragraph).join(', ')}`, look, '   '),
  );
  return ['', ...bold('NAMED IN', look), ...lines];
}
