import type { Json } from './form.ts';
import type { Posted } from './messages.ts';
import type { Exchange } from './rest.ts';

/** Something that happened in the stand-in. */
export type Sighting =
  | { readonly kind: 'message'; readonly change: 'posted' | 'edited' | 'deleted'; readonly posted: Posted }
  | { readonly kind: 'exchange'; readonly exchange: Exchange }
  /** An event that went to the bot over the gateway. */
  | { readonly kind: 'event'; readonly name: string; readonly data: Json }
  /** `where` is the method and path of a request, or 'gateway'. */
  | { readonly kind: 'violation'; readonly where: string; readonly rule: string }
  | { readonly kind: 'connection'; readonly connected: boolean }
  /** The registered commands of a guild have changed, or the global ones where there is no guild. */
  | { readonly kind: 'commands'; readonly guildId: string | undefined }
  /** Channels, roles or permissions of a guild have changed, or whether the bot is in it. */
  | { readonly kind: 'guild'; readonly guildId: string };

export type Watch = ReturnType<typeof createWatch>;

/** Tells listeners what happens, in the order in which it happens. */
export function createWatch() {
  const listeners = new Set<(sighting: Sighting) => void>();
  return {
    /** Hears of everything from now on; gives what ends the listening. */
    add(listener: (sighting: Sighting) => void): () => void {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell(sighting: Sighting): void {
      for (const listener of listeners) listener(sighting);
    },
  };
}
