import { UserError } from '../../src/core/user-error.ts';
import type { Fetched } from '../../src/feeds/polite-fetch.ts';

/** "too-large: What news.example sends …" of what is thrown; ports are left out. */
export async function faultOf(attempt: Promise<unknown>): Promise<string> {
  const error: unknown = await attempt.then(
    () => new Error('It was fetched'),
    (fault: unknown) => fault,
  );
  if (!(error instanceof UserError)) throw error;
  return `${error.code}: ${error.message}`.replaceAll(/:\d{4,5}\b/gu, '');
}

/** The text of what is fetched, or that it has not changed. */
export async function textOf(attempt: Promise<Fetched>): Promise<string> {
  const fetched = await attempt;
  return fetched.outcome === 'fetched' ? Buffer.from(fetched.body).toString() : fetched.outcome;
}
