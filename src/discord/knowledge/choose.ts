import type { Added } from '../../core/added-document.ts';
import { UserError } from '../../core/user-error.ts';
import { choiceName } from '../choice-name.ts';
import type { Choice, Services } from '../command.ts';
import { LIMITS } from '../limits.ts';
import { keyOf, tokenOf } from '../token.ts';

type Around = Pick<Services, 'knowledge' | 'desk'>;

/**
 * A server's own documents for what has been typed so far, by title or file name. In a channel that does not search all of
 * them, the others are not offered.
 */
export function addedChoices(typed: string, guild: string, { knowledge, desk }: Around): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  const seen = new Set(desk.library().documents.map(({ id }) => id));
  return knowledge
    .list(guild)
    .filter(({ document }) => document && seen.has(document.id))
    .map((added) => ({ name: titleAndName(added), value: valueOf(added) }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, LIMITS.choices)
    .map(({ name, value }) => ({ name: choiceName(name), value }));
}

/** The document that an option names, by file name or title; throws `UserError` 'unknown-added-document'. */
export function chosenAdded(named: string, guild: string, knowledge: Services['knowledge']): Added {
  const all = knowledge.list(guild);
  const wanted = named.trim().toLowerCase();
  const byName = all.find((added) => valueOf(added) === named || added.stored.name.toLowerCase() === wanted);
  const byTitle = all.filter(({ document }) => document?.title.toLowerCase() === wanted);
  const found = byName ?? (byTitle.length === 1 ? byTitle[0] : undefined);
  if (found) return found;
  const words =
    byTitle.length > 1
      ? `Several documents are called “${named.slice(0, 100)}”. Name one by its file: ${byTitle
          .slice(0, 5)
          .map(({ stored }) => stored.name)
          .join(', ')}.`
      : `This server has added no document “${named.slice(0, 100)}”. Choose one from the list that appears as you type.`;
  throw new UserError('unknown-added-document', words);
}

/** The document that a custom id stands for; throws `UserError` 'added-document-gone'. */
export function addedBy(token: string, guild: string, knowledge: Services['knowledge']): Added {
  const name = keyOf(
    token,
    knowledge.list(guild).map(({ stored }) => stored.name),
  );
  const found = name === undefined ? undefined : knowledge.find(guild, name);
  if (found) return found;
  throw new UserError('added-document-gone', 'That document is gone: somebody has removed it since.');
}

function valueOf({ stored }: Added): string {
  return stored.name.length <= LIMITS.choiceValue ? stored.name : tokenOf(stored.name);
}

function titleAndName({ stored, document }: Added): string {
  return document ? `${document.title} · ${stored.name}` : stored.name;
}
