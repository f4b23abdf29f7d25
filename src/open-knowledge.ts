import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { type ChannelScopes, openChannelScopes } from './core/channel-scopes.ts';
import { createKnowledge, type Knowledge, type Limits } from './core/knowledge.ts';
import type { Storage } from './core/storage.ts';
import { documentOf } from './library/read-document.ts';
import { numberedName, safeName } from './library/safe-name.ts';
import type { OpenConverter } from './open-converter.ts';
import type { Desks } from './open-desks.ts';

/**
 * Puts the documents that servers added in service beside those of the folder, and opens which of them each channel finds.
 * `perServer` is what one server may add; `now` is in Unix milliseconds.
 */
export async function openKnowledge({
  storage,
  desks,
  converter,
  perServer,
  now,
  log,
}: {
  readonly storage: Storage;
  readonly desks: Desks;
  readonly converter: OpenConverter;
  readonly perServer: Limits;
  readonly now: () => number;
  readonly log: Logger;
}): Promise<{ readonly knowledge: Knowledge; readonly scopes: ChannelScopes }> {
  const scopes = await openChannelScopes({ storage, onChange: () => prepare() });
  const knowledge = createKnowledge({
    storage,
    hashOf: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    safeName,
    numberedName,
    read: (file) => documentOf(file, converter.convert),
    serve(change) {
      desks.change(change);
      prepare();
      void desks.analyze();
    },
    served: desks.documents,
    forget: async (hash) => void (await Promise.all([converter.forget(hash), desks.forget(hash)])),
    now,
    limits: perServer,
  });

  /** Opens every desk that will be asked for: the first question would wait for it otherwise. */
  function prepare(): void {
    const used = scopes.all();
    desks.closeUnused((tags) => tags.length === 0 || used.some((scope) => hasSame(scope.tags, tags)));
    const guilds = new Set(desks.documents().flatMap(({ guild }) => guild ?? []));
    for (const guild of guilds) desks.deskFor({ guild, tags: [] });
    for (const scope of used) desks.deskFor(scope);
  }

  await knowledge.load();
  const added = desks.documents().filter(({ id }) => id.startsWith('/')).length;
  if (added > 0) log.info({ documents: added }, 'Documents that servers added are served');
  return { knowledge, scopes };
}

/** Whatever their order. */
function hasSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((tag) => other.includes(tag));
}
