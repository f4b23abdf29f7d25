import { type Actor, titleOf } from '../../core/actor.ts';
import type { Digest } from '../../core/digest.ts';
import { headOf, newsInWords, nothingToday, tallyQuestions, watchInWords } from '../../core/explain-digest.ts';
import { answerAlone, type Quotation } from '../../core/quotation.ts';
import { cardId } from '../card-view.ts';
import { choiceName } from '../choice-name.ts';
import { customId } from '../custom-id.ts';
import { escapeLine, escapeText } from '../escape.ts';
import { LIMITS } from '../limits.ts';
import type { Reply } from '../reply.ts';
import { type Button, button, contextButton, rowsOf } from './buttons.ts';
import { renderCitation } from './citation.ts';
import { COLOURS } from './colours.ts';
import { renderLine } from './line.ts';
import { renderQuotation } from './quotation.ts';

/** Code units of a digest's parts: together two screens of a telephone. */
const BUDGET = { position: 450, asked: 350, watch: 240, title: 90, question: 200, actor: 60, topic: 60 } as const;
/** Questions without an answer that are listed, and code units of each. */
const UNANSWERED = { count: 15, length: 160 } as const;

/** The custom id by which the message of a row of the ledger is known again in its channel: that of its button *Ask*. */
export function digestMark(row: string): string {
  return customId('digest-ask', row);
}

/**
 * A digest as a message. `id` is its row of the ledger, `timezone` the digest's; `asked` finds its question again for the
 * button *Full answer*, which is left out without it; `settings` is the digest's id, for *Settings*.
 */
export function renderDigest(
  digest: Digest,
  {
    id,
    timezone,
    asked,
    settings,
  }: {
    readonly id: string;
    readonly timezone: string;
    readonly asked?: string | undefined;
    readonly settings?: string | undefined;
  },
): Reply {
  const { news, position, watch } = digest;
  const quotations: Quotation[] = [];
  const number = (quotation: Quotation) => quotations.push(quotation);
  const blocks: string[][] = [];
  if (news.all > 0) blocks.push(newsLines(digest, timezone));
  if (position) {
    const { actor, line, topic, alone } = position;
    const about = topic === undefined ? '' : ` · ${escapeLine(topic, BUDGET.topic)}`;
    blocks.push([
      `**POSITION OF THE DAY** · ${nameOf(actor)} *${line.stance}*${about}`,
      alone
        ? renderQuotation(answerAlone(line.quotation), BUDGET.position, { bold: false })
        : renderQuotation(line.quotation, BUDGET.position, { bold: true }),
      renderCitation(line.quotation, number(line.quotation)),
    ]);
  }
  if (watch) {
    const lines = [...(watch.before ? [watch.before] : []), ...watch.now];
    blocks.push([
      `**TO WATCH** · ${nameOf(watch.actor)}`,
      escapeText(watchInWords(watch)),
      ...lines.map((line) => renderLine(line, number(line.quotation), { limit: BUDGET.watch })),
    ]);
  }
  if (digest.asked) {
    const { question, quotation } = digest.asked;
    blocks.push([
      `**ASKED** · ${escapeLine(question, BUDGET.question)}`,
      renderQuotation(quotation, BUDGET.asked, { bold: true }),
      renderCitation(quotation, number(quotation)),
    ]);
  }
  const actors = [position?.actor, watch?.actor].flatMap((actor) => actor ?? []);
  const cards = new Map(actors.map((actor) => [actor.id, cardButton(actor)]));
  return {
    embeds: [
      {
        color: COLOURS.found,
        title: titleOfDigest(digest),
        description: blocks.map((lines) => lines.join('\n')).join('\n\n'),
        footer: { text: 'quoted word for word' },
      },
    ],
    components: [
      ...rowsOf([
        askButton(id),
        ...cards.values(),
        ...(digest.asked && asked !== undefined ? [button('Full answer', customId('digest-answer', asked))] : []),
        ...(settings === undefined ? [] : [button('Settings', customId('digest-do', 'status', settings))]),
      ]),
      ...rowsOf(quotations.map((quotation, index) => contextButton(quotation, index + 1))),
    ],
  };
}

/** One line for a day on which a digest has nothing to say. */
export function renderEmptyDigest(digest: Digest, { id }: { readonly id: string }): Reply {
  const description = escapeLine(nothingToday(digest), LIMITS.embedDescription);
  return { embeds: [{ color: COLOURS.quiet, description }], components: rowsOf([askButton(id)]) };
}

/** For administrators: what was asked and nobody could answer, most asked first; one entry for each time it was asked. */
export function renderUnanswered(questions: readonly string[], { id }: { readonly id: string }): Reply {
  const all = tallyQuestions(questions);
  const listed = all.slice(0, UNANSWERED.count).map(({ question, times }) => {
    const often = times > 1 ? ` · ${times} times` : '';
    return `- ${escapeLine(question, UNANSWERED.length)}${often}`;
  });
  const more = all.length - listed.length;
  const description = [...listed, ...(more > 0 ? [`-# and ${more} more`] : [])].join('\n');
  return {
    embeds: [{ color: COLOURS.quiet, title: 'Questions that the documents did not answer', description }],
    components: rowsOf([askButton(id)]),
  };
}

function newsLines(digest: Digest, timezone: string): string[] {
  const { all, documents } = digest.news;
  const more = all - documents.length;
  return [
    `**NEW** · ${newsInWords(digest, timezone)}`,
    ...documents.map(({ title, date }) => {
      const dated = date === undefined ? '' : ` · ${escapeLine(date, 40)}`;
      return `- ${escapeLine(title, BUDGET.title)}${dated}`;
    }),
    ...(more > 0 ? [`-# and ${more} more`] : []),
  ];
}

function titleOfDigest(digest: Digest): string {
  return escapeLine(headOf(digest), LIMITS.embedTitle);
}

function nameOf(actor: Actor): string {
  return escapeLine(titleOf(actor), BUDGET.actor);
}

function askButton(row: string): Button {
  return button('Ask', digestMark(row));
}

/** An actor's card, for the person who presses. */
function cardButton(actor: Actor): Button {
  const label = choiceName(`Card of ${actor.name}`, LIMITS.buttonLabel);
  return button(label, cardId('card-open', { actor: actor.id, section: 'own', page: 0, sharing: 'offered' }));
}
