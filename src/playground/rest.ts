import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError, refusals } from './api-error.ts';
import { asApiError, type Faults } from './faults.ts';
import type { Files } from './files.ts';
import { isJson } from './form.ts';
import { hiddenEmbeds } from './limits.ts';
import type { Logbook } from './logbook.ts';
import type { RateLimits } from './rate-limits.ts';
import { readBody } from './request-body.ts';
import type { Answer, Call, Route } from './route.ts';

/** One request and its answer. `path` is decoded and begins after `/api/v10`; `at` is in Unix ms of the stand-in's clock. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
  readonly at: number;
};

type Headers = Readonly<Record<string, string>>;
type Found = { readonly route: Route; readonly at: Call['at'] };

const BASE = /^\/api\/v10(?=\/)/;

type Deps = {
  routes: readonly Route[];
  faults: Faults;
  logbook: Logbook;
  files: Files;
  /** Absent where nothing is limited. */
  limits: RateLimits | undefined;
  now: () => number;
};

/** Serves REST requests: token, limits, faults, route, answer in JSON; every refusal by a rule is reported as a violation. */
export function createRest({ routes, faults, logbook, files, limits, now }: Deps) {
  const patterns = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
  }));

  function find(method: string, path: string): Found {
    for (const { route, pattern } of patterns) {
      const match = route.method === method ? pattern.exec(path) : null;
      if (match) return { route, at: { ...match.groups } };
    }
    throw refusals.notFound();
  }

  function answer({ route, at }: Found, where: string, query: URLSearchParams, body: unknown): Answer {
    if (body instanceof ApiError) throw body;
    for (const address of hiddenEmbeds(embedding(body)))
      logbook.violate(where, `Discord shows only the first of two embeds with the url ${address}`);
    return route.run({ at, query, body } satisfies Call);
  }

  return async function serve(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const path = decode(url.pathname.replace(BASE, ''));
    const method = request.method ?? 'GET';
    const where = `${method} ${path}`;
    const { sent, body } = await readBody(request, files);
    const met =
      faults.current().tokenRefused && request.headers.authorization ? { status: 401 } : faults.meet(method, path);
    let headers: Headers = {};

    function run(): Answer {
      if (!BASE.test(url.pathname)) throw refusals.notFound();
      const found = find(method, path);
      if (!found.route.open && !/^Bot \S/.test(request.headers.authorization ?? '')) throw refusals.unauthorized();
      const allowance = limits?.take(found.route, found.at);
      if (allowance) ({ headers } = allowance);
      if (allowance?.refused) return tooMany(allowance.refused);
      return answer(found, where, url.searchParams, body);
    }
    const result =
      met && !met.taken
        ? faulty(met)
        : attempt(run, (error) => {
            if (!met)
              logbook.violate(where, `${error.message} ${JSON.stringify(error.body.errors ?? error.body.code)}`);
          });
    const last = met ? faulty(met) : result;

    const kept = body instanceof ApiError ? undefined : sent;
    logbook.keep({ method, path, body: kept, status: last.status, answer: last.body, at: now() });
    const { delayMs } = faults.current();
    if (delayMs > 0) await wait(delayMs);
    reply(response, last, headers);
  };
}

/** What comes of a request, or its refusal. */
function attempt(run: () => Answer, refused: (error: ApiError) => void): Answer {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    refused(error);
    return { status: error.status, body: error.body };
  }
}

function faulty(fault: { status: number; retryAfter?: number }): Answer {
  if (fault.status === 429) return tooMany({ after: fault.retryAfter ?? 1, global: false });
  const { status, body } = asApiError(fault);
  return { status, body };
}

function tooMany({ after, global }: { after: number; global: boolean }): Answer {
  return { status: 429, body: { message: 'You are being rate limited.', retry_after: after, global } };
}

function reply(response: ServerResponse, { status, body }: Answer, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (status === 429 && isJson(body)) {
    response.setHeader('retry-after', String(body['retry_after']));
    if (!response.hasHeader('x-ratelimit-scope')) response.setHeader('x-ratelimit-scope', 'user');
  }
  if (body === undefined) return void response.writeHead(status).end();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The message within a body: a callback carries it as `data`. */
function embedding(body: unknown) {
  const inner = isJson(body) ? body : {};
  return isJson(inner['data']) ? inner['data'] : inner;
}
