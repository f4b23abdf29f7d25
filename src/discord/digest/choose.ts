import type { DigestSettings } from '../../core/digest-settings.ts';
import type { Digests } from '../../core/digests.ts';
import { UserError } from '../../core/user-error.ts';
import { choiceName } from '../choice-name.ts';
import type { Choice, Services } from '../command.ts';
import { customId } from '../custom-id.ts';
import { renderAbsence } from '../render/absence.ts';
import { selectRow } from '../render/buttons.ts';
import { type Around, digestInWords } from '../render/digest-settings.ts';
import type { Reply } from '../reply.ts';

/** A digest of this server by its id; throws `UserError` 'unknown-digest', also for one of another server. */
export async function digestBy(id: string, guild: string, digests: Pick<Digests, 'find'>): Promise<DigestSettings> {
  const settings = await digests.find(guild, id);
  if (settings) return settings;
  throw new UserError(
    'unknown-digest',
    'There is no such digest in this server; it may have been removed. /digest list shows those there are.',
  );
}

/** The one digest of a server, or all of them to choose from; throws `UserError` 'no-digest' where there is none. */
export async function onlyDigest(
  guild: string,
  digests: Pick<Digests, 'list'>,
): Promise<DigestSettings | readonly DigestSettings[]> {
  const all = await digests.list(guild);
  const [only, ...others] = all;
  if (!only) throw new UserError('no-digest', 'This server has no digest yet. Set one up with /digest set.');
  return others.length > 0 ? all : only;
}

/** Asks which of several digests is meant; `action` is what will be done with it. */
export function renderDigestChoice(action: string, all: readonly DigestSettings[], around: Around): Reply {
  const options = all.map((settings) => ({ label: choiceName(digestInWords(settings, around)), value: settings.id }));
  const list = selectRow(customId('digest-pick', action), 'Which digest?', options);
  return renderAbsence('This server has several digests. Which one?', [], list);
}

/** The digests of a server for what has been typed so far. */
export async function digestChoices(
  typed: string,
  guild: string,
  { digests, desk }: Services,
  channelName: Around['channelName'],
): Promise<readonly Choice[]> {
  const wanted = typed.trim().toLowerCase();
  const around = { channelName, focusNames: desk.focusNames };
  const named = (await digests.list(guild)).map((each) => ({ name: digestInWords(each, around), value: each.id }));
  return named
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ name, value }) => ({ name: choiceName(name), value }));
}
