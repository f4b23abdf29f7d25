import type { APIEmbed } from 'discord.js';
import { type Actor, otherNames, titleOf } from '../../core/actor.ts';
import { count } from '../../core/answer.ts';
import type { Card } from '../../core/card.ts';
import type { Companion } from '../../core/company.ts';
import { documentsIn, scopeOf } from '../../core/explain-absence.ts';
import type { Cited } from '../../core/place.ts';
import type { Line } from '../../core/repeats.ts';
import type { Placed, Section } from '../card-pages.ts';
import { type CardView, cardId } from '../card-view.ts';
import { choiceName } from '../choice-name.ts';
import { customId } from '../custom-id.ts';
import { escapeLine } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply, Row } from '../reply.ts';
import { tokenOf } from '../token.ts';
import { type Button, button, contextButton, rowsOf, selectRow, shareButton } from './buttons.ts';
import { COLOURS } from './colours.ts';
import { renderLine } from './line.ts';

/** A page of a card as it is shown: verified lines, the number of the first, and how many pages there are. */
export type CardPage = {
  readonly placed: readonly (Omit<Placed, 'line'> & { readonly line: Cited<Line> })[];
  readonly first: number;
  readonly pages: number;
};

const NAME = 40;
const COMPANY = 5;
/** What a card needs to know of other actors: their names, and those to offer for a comparison, best first. */
export type Around = {
  readonly nameOf: (id: string) => string | undefined;
  readonly others: readonly Actor[];
};

/** Choosing it in the list of topics shows all of them. */
export const ALL_TOPICS = '*';

/** A page of a card: own positions by concern, or what others say, or what authors advise. */
export function renderCard(card: Card, view: CardView, page: CardPage, around: Around): Reply {
  const buttons = page.placed.map(({ line }, index) => contextButton(line.quotation, page.first + index, 'Quotation'));
  return {
    embeds: [
      {
        color: COLOURS.found,
        ...cardHead(card),
        description: [headerOf(card), ...linesOf(card, view, page, around), ...companyLines(card, view)].join('\n'),
        footer: { text: footerOf(card, view, page.pages) },
      },
    ],
    components: cardComponents(card, view, page.pages, buttons, around),
  };
}

/** The title of everything about an actor. */
export function cardHead({ actor, topic }: Pick<Card, 'actor' | 'topic'>): Pick<APIEmbed, 'title'> {
  const about = topic ? ` · ${topic.name}` : '';
  return { title: escapeLine(`${titleOf(actor)}${about}`, LIMITS.embedTitle) };
}

export function footerOf({ read }: Pick<Card, 'read'>, { page }: CardView, pages: number): string {
  return pages > 1 ? `${scopeOf(read)} Page ${page + 1} of ${pages}` : scopeOf(read);
}

/** Rows below every page of a card: quotations, pages and sections, topics, actors to compare with. */
export function cardComponents(
  card: Card,
  view: CardView,
  pages: number,
  quotations: readonly Button[],
  around: Around,
): Row[] {
  const share = view.sharing === 'none' ? [] : [shareButton(cardId('card-show', view), view.sharing)];
  return [
    ...rowsOf([...quotations, ...share]),
    ...rowsOf(navigation(card, view, pages)),
    ...topicRow(card, view),
    ...compareRow(card, view, around),
  ];
}

function headerOf({ actor, mentions }: Card): string {
  const names = otherNames(actor).map((name) => escapeLine(name, NAME));
  const named = `named in ${count(mentions.length, 'passage')} of ${count(documentsIn(mentions), 'document')}`;
  const parts = [names.length > 0 ? `also: ${names.join(', ')}` : undefined, actor.type, named];
  return `-# ${parts.filter((part) => part !== undefined).join(' · ')}`;
}

function linesOf(card: Card, { section }: CardView, { placed, first }: CardPage, { nameOf }: Around): string[] {
  const lines: string[] = [];
  if (section === 'others') lines.push('', '**WHAT OTHERS SAY OF IT, OR DO TO IT**');
  if (section === 'author') lines.push('', '**WHAT THE AUTHORS ADVISE IT**');
  if (placed.length === 0) lines.push('', 'No position of its own was found; others are ascribed to it below.');
  for (const [index, { line, concern }] of placed.entries()) {
    if (concern !== undefined && placed[index - 1]?.concern !== concern) {
      const all = card.own.find((group) => group.concern === concern)?.lines.length ?? 0;
      const shown = placed.filter((each) => each.concern === concern).length;
      lines.push('', `**${concern.toUpperCase()}**${shown < all ? ` ${shown} of ${all}` : ''}`);
    }
    const by = line.by === undefined ? undefined : nameOf(line.by);
    lines.push(renderLine(line, first + index, { by }));
  }
  return lines;
}

/** Who is named with it: on the first page alone, and in words that claim no more than the sentences show. */
function companyLines({ company }: Card, { section, page }: CardView): string[] {
  if (section !== 'own' || page > 0) return [];
  const listed = (companions: readonly Companion[]) =>
    companions
      .slice(0, COMPANY)
      .map(({ actor, positions }) => `${escapeLine(actor.name, NAME)}\u00a0(${positions})`)
      .join(', ');
  const sides = [
    company.favours.length > 0 ? `Where it supports, seeks or plans: ${listed(company.favours)}` : undefined,
    company.objects.length > 0 ? `Where it opposes or warns: ${listed(company.objects)}` : undefined,
  ].filter((side) => side !== undefined);
  return sides.length > 0 ? ['', '**NAMED BESIDE IT**', ...sides] : [];
}

function navigation(card: Card, view: CardView, pages: number): Button[] {
  const turn = (label: string, to: Partial<CardView>) => button(label, cardId('card', { ...view, ...to }));
  const to = (section: Section, label: string, size: number) =>
    section === view.section || size === 0 ? [] : [turn(label, { section, page: 0 })];
  return [
    ...(view.page > 0 ? [turn('Previous', { page: view.page - 1 })] : []),
    ...(view.page + 1 < pages ? [turn('Next', { page: view.page + 1 })] : []),
    ...to('own', 'Own positions', card.own.length),
    ...to('others', `What others say (${card.others.length})`, card.others.length),
    ...to('author', `What authors advise (${card.author.length})`, card.author.length),
    ...to('mentions', `Mentions (${card.mentions.length})`, card.mentions.length),
  ];
}

function topicRow({ topics, topic }: Card, view: CardView): Row[] {
  if (topics.length < 2) return [];
  const options = topics.slice(0, LIMITS.selectOptions - 1).map(({ key, name }) => ({
    label: choiceName(name),
    value: tokenOf(key),
    ...(key === topic?.key ? { default: true } : {}),
  }));
  const all = { label: 'All topics', value: ALL_TOPICS };
  return selectRow(cardId('card-topic', { ...view, topic: undefined, section: 'own', page: 0 }), 'Topic', [
    all,
    ...options,
  ]);
}

function compareRow({ actor }: Card, { topic, sharing }: CardView, { others }: Around): Row[] {
  const options = others
    .filter(({ id }) => id !== actor.id)
    .map((other) => ({ label: choiceName(titleOf(other)), value: tokenOf(other.id) }));
  const about = [tokenOf(actor.id), topic === undefined ? '' : tokenOf(topic), sharing === 'offered' ? 1 : 0];
  return selectRow(customId('card-compare', ...about), 'Compare with', options);
}
