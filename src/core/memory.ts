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

/** What the bot remembers of what it was asked. `keptDays` is how long questions are kept; `newId` gives 12 characters. */
export function createMemory(deps: {
  readonly storage: Storage;
  readonly now: () => number;
  readonly newId: () => string;
  readonly keptDays: number;
}) {
  const { storage, now, newId, keptDays } = deps;
  return {
    /** Keeps a question for the buttons below its answer, and gives the id to find it by. */
    async keep(asked: Asked): Promise<string> {
      const id = newId();
      await storage.asked.keep(id, asked, now() + keptDays * DAY);
      return id;
    },
    /** The question, unless it was forgotten or never known. */
    find: (id: string): Promise<Asked | undefined> => storage.asked.find(id, now()),
    /** Logs what was asked and whether the documents answered. */
    log: (asked: Asked, answer: Answer, by: Asker): Promise<void> =>
      storage.questions.log({
        ...by,
        question: asked.question,
        ...(asked.document === undefined ? {} : { document: asked.document }),
        found: answer.outcome === 'found',
        at: now(),
      }),
    /** Records whether an answer helped its reader. */
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
