import type { ClaimEvidence, EvidencePiece } from '../../core/evidence-for.ts';
import { explainEvidence, LABEL_CAUTION, LABELS } from '../../core/explain-evidence.ts';
import { customId } from '../custom-id.ts';
import { escapeLine } from '../escape.ts';
import type { MessageView } from '../message-menu.ts';
import type { Reply } from '../reply.ts';
import { contextButton, rowsOf, shareButton } from './buttons.ts';
import { renderCitation } from './citation.ts';
import { COLOURS } from './colours.ts';
import { renderQuotation } from './quotation.ts';

/** Passages shown, and code units of the first and of each other one, and of the claim. */
const COUNT = 4;
const BUDGET = { first: 500, other: 280, claim: 250 } as const;

/** What the documents say for or against a claim, what decides first. */
export function renderEvidence(evidence: ClaimEvidence, { id, message, sharing, link }: MessageView): Reply {
  const pieces = evidence.pieces.slice(0, COUNT);
  const several = pieces.length > 1;
  const cited = pieces.map((piece, at) =>
    renderPiece(piece, at === 0 ? BUDGET.first : BUDGET.other, several ? at + 1 : undefined),
  );
  const labelled = pieces.some(({ label }) => label !== undefined);
  const lines = [
    `**${explainEvidence(evidence)}**`,
    ...(cited.length > 0 ? [cited.join('\n\n')] : []),
    ...(labelled ? [`-# ${LABEL_CAUTION}`] : []),
    ...(link === undefined ? [] : [`-# About [this message](${link})`]),
  ];
  const share =
    sharing === 'none' || id === undefined ? [] : [shareButton(customId('evidence-show', id, message), sharing)];
  return {
    embeds: [
      {
        color: evidence.near ? COLOURS.found : COLOURS.quiet,
        title: escapeLine(evidence.claim, BUDGET.claim),
        description: lines.join('\n'),
      },
    ],
    components: rowsOf([
      ...pieces.map(({ quotation }, at) => contextButton(quotation, several ? at + 1 : undefined)),
      ...share,
    ]),
  };
}

function renderPiece({ quotation, label }: EvidencePiece, budget: number, number: number | undefined): string {
  const decided = label === 'supports' || label === 'contradicts';
  const block = renderQuotation(quotation, budget, { bold: decided });
  const told = label === undefined ? '' : `**${LABELS[label]}** · `;
  return `${block}\n${told}${renderCitation(quotation, number)}`;
}
