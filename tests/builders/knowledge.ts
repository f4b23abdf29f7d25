import { createHash } from 'node:crypto';
import type { ChannelScopes } from '../../src/core/channel-scopes.ts';
import type { Document } from '../../src/core/document.ts';
import { createKnowledge, type KnowledgeDeps } from '../../src/core/knowledge.ts';
import { documentOf } from '../../src/library/read-document.ts';
import { numberedName, safeName } from '../../src/library/safe-name.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { storageOver } from '../../src/storage/sqlite-storage.ts';

/** Where nothing is kept apart, and cannot be. */
export function scopesOf(): ChannelScopes {
  const refuse = () => Promise.reject(new Error('This test has no scopes of channels'));
  return {
    find: () => undefined,
    scopeAt: ({ guild }) => ({ guild, tags: [] }),
    all: () => [],
    set: refuse,
    clear: refuse,
  };
}

/**
 * The documents that servers add, read as they are where they are plain text, over a storage that nothing outlives.
 * `served` is what is in service, by server and id, and `forgotten` the hashes of which everything was deleted.
 */
export function knowledgeOf(given: Partial<KnowledgeDeps> & { readonly shared?: readonly Document[] } = {}) {
  const { shared = [], ...deps } = given;
  const served = new Map(shared.map((document) => [keyOf(document), document]));
  const forgotten: string[] = [];
  const knowledge = createKnowledge({
    storage: storageOver(openDatabase(':memory:')),
    hashOf: (bytes) => createHash('sha256').update(bytes).digest('hex'),
    safeName,
    numberedName,
    read: (file) => documentOf(file, () => Promise.reject(new Error('Nothing is converted here'))),
    serve({ put, gone }) {
      for (const document of gone) served.delete(keyOf(document));
      for (const document of put) served.set(keyOf(document), document);
    },
    served: () => [...served.values()],
    forget: async (hash) => void forgotten.push(hash),
    now: () => 1000,
    limits: { documents: 5, bytes: 10_000 },
    ...deps,
  });
  return { knowledge, served, forgotten };
}

function keyOf({ guild, id }: Document): string {
  return `${guild ?? 'all'} ${id}`;
}
