import { randomBytes } from 'node:crypto';

/** What somebody asked, and of which document. */
export type Asked = { readonly question: string; readonly document?: string | undefined };

export type AskedQuestions = ReturnType<typeof createAskedQuestions>;

const DAY = 24 * 60 * 60 * 1000;
const oneDay = { now: Date.now, newId: () => randomBytes(9).toString('base64url'), lifetime: DAY, limit: 1000 };

/**
 * Remembers questions for the buttons below their answers, which have no room for them. The oldest goes when there are
 * `limit`; none outlives `lifetime` (milliseconds) or the process.
 */
export function createAskedQuestions({ now, newId, lifetime, limit } = oneDay) {
  const kept = new Map<string, { readonly asked: Asked; readonly until: number }>();
  const forgetOld = () => {
    for (const [id, { until }] of kept) {
      if (until > now() && kept.size <= limit) return;
      kept.delete(id);
    }
  };
  return {
    /** Remembers a question and gives the id to find it by. */
    keep(asked: Asked): string {
      const id = newId();
      kept.set(id, { asked, until: now() + lifetime });
      forgetOld();
      return id;
    },
    /** The question, unless it was forgotten or never known. */
    find(id: string): Asked | undefined {
      forgetOld();
      return kept.get(id)?.asked;
    },
  };
}
