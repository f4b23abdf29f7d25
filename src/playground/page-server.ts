import { createReadStream } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { pipeline } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { buildPage, bundle } from './build-page.ts';
import type { Clock } from './clock.ts';
import { servePage } from './page-session.ts';
import type { StandIn } from './stand-in.ts';

const SOCKET = '/page/socket';
const page = join(import.meta.dirname, 'page');
const fonts = join(import.meta.dirname, '../discord/picture/fonts');
/** Twemoji, the emoji that Discord shows; many machines lack flags, some lack them all. */
const emoji = fileURLToPath(import.meta.resolve('twemoji-colr-font/twemoji.woff2'));

/** Every file of the page by its path. */
const FILES: Readonly<{ [path: string]: string }> = {
  '/': join(page, 'index.html'),
  '/page/page.css': join(page, 'page.css'),
  '/page/icon.svg': join(page, 'icon.svg'),
  '/page/page.js': bundle,
  '/page/fonts/twemoji.woff2': emoji,
  ...Object.fromEntries(
    ['NotoSans-Regular', 'NotoSans-Bold', 'NotoSansKR-Medium', 'NotoSansJP-Medium', 'NotoSansSC-Medium'].map((name) => [
      `/page/fonts/${name}.ttf`,
      join(fonts, `${name}.ttf`),
    ]),
  ),
};
const TYPES: Readonly<{ [ending: string]: string }> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
};

/** Builds the page if need be and serves it on the stand-in's port; gives its address. */
export async function openPage({ standIn, clock }: { standIn: StandIn; clock: Clock }): Promise<string> {
  await buildPage();
  const address = `http://127.0.0.1:${standIn.port}`;
  const headers = safety(address);
  standIn.mount({
    serve(request, response) {
      const { pathname } = new URL(request.url ?? '/', address);
      if (!isOfThePage(pathname)) return false;
      sendFile(FILES[pathname], { request, response, headers });
      return true;
    },
    connect(socket, request) {
      if (request.url !== SOCKET) return false;
      servePage(socket, { standIn, clock });
      return true;
    },
  });
  return address;
}

function isOfThePage(path: string): boolean {
  return path === '/' || path.startsWith('/page/');
}

/** No script but the page's own, no style sheet but its own, nothing from anywhere else, and no other site around it. */
function safety(address: string): Readonly<{ [header: string]: string }> {
  const own = `'self' ${address}`;
  return {
    'content-security-policy': [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      // The library of message elements colours names and borders by attributes.
      "style-src-attr 'unsafe-inline'",
      `img-src ${own} data:`,
      "font-src 'self'",
      `connect-src 'self' ${address.replace('http', 'ws')}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}

function sendFile(
  file: string | undefined,
  to: { request: IncomingMessage; response: ServerResponse; headers: Readonly<{ [header: string]: string }> },
): void {
  const { request, response, headers } = to;
  if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, headers).end();
  if (file === undefined) return void response.writeHead(404, headers).end();
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  // Fonts never change while the playground runs; the rest is small and always asked for anew.
  const cache = type.startsWith('font/') ? 'max-age=86400' : 'no-cache';
  response.writeHead(200, { ...headers, 'content-type': type, 'cache-control': cache });
  if (request.method === 'HEAD') return void response.end();
  pipeline(createReadStream(file), response, (error) => {
    if (error) response.destroy();
  });
}
