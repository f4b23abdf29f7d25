import { refusals } from './api-error.ts';
import { isJson, type Json } from './form.ts';
import type { Posted } from './messages.ts';
import type { Limit } from './rate-limits.ts';

/** One request as a route sees it. `at` holds the named parts of the path, decoded. */
export type Call = {
  readonly at: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
};
export type Answer = { readonly status: number; readonly body?: unknown };
export type Route = {
  readonly method: string;
  readonly path: string;
  /** Routes whose path carries its own token need no bot token. */
  readonly open?: true;
  /** 50 calls a second where left out. */
  readonly limit?: Limit;
  readonly run: (call: Call) => Answer;
};

/** The body of a request that has to be an object. */
export function json({ body }: Call): Json {
  if (!isJson(body)) throw refusals.notJson();
  return body;
}

export function part(at: Call['at'], name: string): string {
  return at[name] ?? '';
}

export function ok(body: unknown): Answer {
  return { status: 200, body };
}

export function shown({ message }: Posted): Answer {
  return ok(message);
}
