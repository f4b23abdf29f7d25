import type { Actor } from './actor.ts';
import type { Span } from './span.ts';

/** In the order in which a card shows them. */
export const stances = ['seeks', 'plans', 'supports', 'states', 'did', 'constrained', 'warns', 'opposes'] as const;
export type Stance = (typeof stances)[number];

/**
 * Whose view a position is: `own`: the actor's, said or done by it; `others`: said of or done to the actor by someone
 * else; `author`: the document's author says what the actor should or must do.
 */
export type PositionKind = 'own' | 'others' | 'author';

/** A position found in a document: who holds it, and the sentence that shows it, as offsets into the document's text. */
export type Position = Span & {
  readonly actor: string;
  readonly kind: PositionKind;
  readonly stance: Stance;
  /** `weak` where the holder is inferred from a nominal or a pronoun. */
  readonly strength: 'direct' | 'weak';
  /** Key of a topic from topics.yaml, or the position's own key noun. */
  readonly topic: string;
  /** As the document gives it: '2022', 'August', '28 December'. */
  readonly date?: string;
  /** Who says it, where that is another actor (`others`). */
  readonly by?: string;
  /** Verbatim pieces of the sentence joined by " … ". */
  readonly summary: string;
  readonly paragraph: number;
};

/** A place where an actor is named, as offsets into the document's text. */
export type Mention = Span & { readonly actor: string; readonly paragraph: number };

/** What is known of one document; plain data that can be stored beside its hash. */
export type Analysis = {
  readonly hash: string;
  readonly positions: readonly Position[];
  readonly mentions: readonly Mention[];
  /** People named in the document whom no list knows, and its author. */
  readonly people: readonly Actor[];
};
