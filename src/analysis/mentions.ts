import type { Span } from '../core/span.ts';
import { type DocumentNames, readScene, scan } from './document-names.ts';
import type { Gazetteer } from './gazetteer.ts';
import { accepts } from './mention-rules.ts';
import type { MentionKind } from './name-trie.ts';

/** An actor named in a text; `alias` is the name of the gazetteer that was recognised. */
export type Mention = Span & { readonly actor: string; readonly alias: string; readonly kind: MentionKind };

/**
 * Every actor that a text names, in order; longest name first, one pass. "ROK-Japan", "the Koreas" and "the UN Security
 * Council" give several mentions. Whether a city is a government, what "(ABC)" and a bare surname mean is decided by the
 * document: give `readNames` of the whole document where `text` is a part of it. Offsets count in `text`.
 */
export function findMentions(text: string, gazetteer: Gazetteer, document?: DocumentNames): Mention[] {
  const { names, scene } = document
    ? { names: document, scene: scan(text, gazetteer, document) }
    : readScene(text, gazetteer);
  return scene.candidates.flatMap((candidate, at) => {
    const { actors, kind } = accepts(scene, at, gazetteer, names);
    const span = { start: candidate.start, end: candidate.end, alias: candidate.sense.alias };
    return withParents(actors, gazetteer).map((actor, index) => ({
      actor,
      ...span,
      kind: index < actors.length ? kind : 'metonym',
    }));
  });
}

/** An organ's name names the body it belongs to as well. */
function withParents(actors: readonly string[], gazetteer: Gazetteer): string[] {
  const parents = actors.flatMap((id) => gazetteer.actors.get(id)?.partOf ?? []);
  return [...new Set([...actors, ...parents])];
}
