import type { Answer } from './answer.ts';
import type { Asked, Storage } from './storage.ts';

const DAY = 86_400_000;

/** Where and by whom something was asked. */
export type Asker = {
  readonly guild: string;
  readonly channel: string;
  readonly user: string;
  readonly private: boolean;
};

export type Memory = ReturnType<typeof createMemory>;

/**
 * What the bot remembers of what it was asked. `keptDays` is how long questions are kept; `newId` gives 12 characters. A
 * question is answered also where it cannot be kept or logged, of which the storage tells whoever runs the bot.
 */
export function createMemory(deps: {
  readonly storage: Storage;
  readonly now: () => number;
  readonly newId: () => string;
  readonly keptDays: number;
}) {
  const { storage, now, newId, keptDays } = deps;
  return {
    /** Keeps a question for the buttons below its answer, and gives the id to find it by; none where it cannot. */
    async keep(asked: Asked, at: { readonly guild: string; readonly channel: string }): Promise<string | undefined> {
      const id = newId();
      return storage.asked.keep(id, { ...asked, ...at }, now() + keptDays * DAY).then(
        () => id,
        () => undefined,
      );
    },
    /** The question, unless it was forgotten, never known or asked elsewhere. */
    async find(
      id: string,
      at: { readonly guild: string; readonly channels: readonly string[] },
    ): Promise<Asked | undefined> {
      const found = await storage.asked.find(id, now());
      if (found?.guild !== at.guild || !at.channels.includes(found.channel)) return undefined;
      const { guild: _, channel: __, ...asked } = found;
      return asked;
    },
    /** Logs what was asked and whether the documents answered, unless nothing was asked; never rejects. */
    async log({ question, document }: Asked, answer: Answer, by: Asker): Promise<void> {
      if (answer.outcome === 'not-found' && answer.reason === 'wordless') return;
      const about = { question, ...(document === undefined ? {} : { document }), found: answer.outcome === 'found' };
      await storage.questions.log({ ...by, ...about, at: now() }).catch(() => {});
    },
    /** Records whether an answer helped its reader; rejects where it cannot. */
    judge: (
      id: string,
      asked: Asked,
      by: { readonly guild: string; readonly user: string; readonly helpful: boolean },
    ): Promise<void> => storage.feedback.give({ asked: id, question: asked.question, at: now(), ...by }),
    /** Forgets what is older than it may be. */
    async forgetOld(): Promise<void> {
      await storage.questions.forgetBefore(now() - keptDays * DAY);
      await storage.asked.forget(now());
    },
  };
}
