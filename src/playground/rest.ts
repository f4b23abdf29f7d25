import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError, refusals } from './api-error.ts';
import { asApiError, type Faults } from './faults.ts';
import { isJson } from './form.ts';
import { hiddenEmbeds } from './limits.ts';
import type { Answer, Call, Route } from './routes.ts';
import { readUpload, type Upload } from './uploads.ts';

/** One request and its answer. `path` is decoded and begins after `/api/v10`. */
export type Exchange = {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
  readonly status: number;
  readonly answer: unknown;
};

const BASE = /^\/api\/v10(?=\/)/;
const BODY_BYTES = 25 * 1024 * 1024;

type Deps = {
  routes: readonly Route[];
  faults: Faults;
  record: (exchange: Exchange) => void;
  violate: (rule: string) => void;
};

/** Serves REST requests: token, faults, route, answer in JSON; every refusal by a rule is reported as a violation. */
export function createRest({ routes, faults, record, violate }: Deps) {
  const patterns = routes.map((route) => ({
    route,
    pattern: new RegExp(`^${route.path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
  }));

  async function answer(
    method: string,
    path: string,
    query: URLSearchParams,
    request: IncomingMessage,
    body: unknown,
  ): Promise<Answer> {
    const found = patterns.flatMap(({ route, pattern }) => {
      const match = route.method === method ? pattern.exec(path) : null;
      return match ? [{ route, at: { ...match.groups } }] : [];
    })[0];
    if (!found) throw refusals.notFound();
    if (!found.route.open && !/^Bot \S/.test(request.headers.authorization ?? '')) throw refusals.unauthorized();
    if (body instanceof ApiError) throw body;
    for (const address of hiddenEmbeds(embedding(body)))
      violate(`${method} ${path}: Discord shows only the first of two embeds with the url ${address}`);
    return found.route.run({ at: found.at, query, body } satisfies Call);
  }

  return async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = decode(url.pathname.replace(BASE, ''));
    const method = request.method ?? 'GET';
    const { sent, body } = await readBody(request);
    const met =
      faults.current().tokenRefused && request.headers.authorization ? { status: 401 } : faults.meet(method, path);
    const run = () => {
      if (!BASE.test(url.pathname)) throw refusals.notFound();
      return answer(method, path, url.searchParams, request, body);
    };
    const result = await (met && !('taken' in met && met.taken) ? Promise.reject(asApiError(met)) : run()).catch(
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        if (!met)
          violate(`${method} ${path}: ${error.message} ${JSON.stringify(error.body.errors ?? error.body.code)}`);
        return { status: error.status, body: error.body };
      },
    );
    const last = met?.taken ? { status: met.status, body: asApiError(met).body } : result;
    record({ method, path, body: body instanceof ApiError ? undefined : sent, status: last.status, answer: last.body });
    const { delayMs } = faults.current();
    if (delayMs > 0) await wait(delayMs);
    reply(response, last, met && 'retryAfter' in met ? met.retryAfter : undefined);
  };
}

function reply(response: ServerResponse, { status, body }: Answer, retryAfter = 1): void {
  if (status === 429) {
    response.setHeader('retry-after', retryAfter);
    response.setHeader('x-ratelimit-scope', 'user');
  }
  if (body === undefined) return void response.writeHead(status).end();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(status === 429 && isJson(body) ? { ...body, retry_after: retryAfter, global: false } : body),
  );
}

/** The JSON of a request, with its files where it has some; nothing where it has no body, a refusal where it is no JSON. */
async function readBody(request: IncomingMessage): Promise<Upload> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes <= BODY_BYTES) parts.push(part);
  }
  if (bytes > BODY_BYTES) return refused(new ApiError(413, 40005, 'Request entity too large'));
  if (bytes === 0) return { sent: undefined, body: undefined };
  const type = request.headers['content-type'] ?? '';
  if (/^multipart\/form-data/iu.test(type)) {
    return (await readUpload(Buffer.concat(parts), type)) ?? refused(refusals.notJson());
  }
  try {
    const sent: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    return { sent, body: sent };
  } catch {
    return refused(refusals.notJson());
  }
}

function refused(error: ApiError): Upload {
  return { sent: undefined, body: error };
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
