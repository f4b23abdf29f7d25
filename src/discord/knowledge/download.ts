import type { Attachment, Client } from 'discord.js';
import { MOST_BYTES } from '../../core/knowledge.ts';

/** Where Discord keeps what people attach. */
const HOSTS: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net'];
/** Milliseconds until a file has to be here. */
const PATIENCE = 30_000;

/** The bytes of an attachment, or why they could not be had and what to do. */
export type Download =
  | { readonly outcome: 'downloaded'; readonly bytes: Uint8Array }
  | { readonly outcome: 'failed'; readonly cause: string; readonly remedy: string };

const EXPIRED = failed('Its link has expired: Discord keeps one for a day.', 'Attach the file again.');

/** Fetches an attachment, from nowhere but Discord and into no more memory than a file may take. Never rejects. */
export async function download({ url }: Pick<Attachment, 'url'>, client: Client): Promise<Download> {
  if (!isFromDiscord(url, client.options.rest?.api))
    return failed('Its address is none of Discord’s.', 'Attach the file itself.');
  try {
    // A redirection could lead anywhere, and Discord makes none.
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE) });
    if (response.status === 403 || response.status === 404) return EXPIRED;
    if (!response.ok || !response.body) return unreachable(`it answered ${response.status}`);
    const bytes = await readBounded(response.body);
    return bytes ? { outcome: 'downloaded', bytes } : tooLarge();
  } catch (error) {
    return unreachable(error instanceof Error && error.name === 'TimeoutError' ? 'it took too long' : 'it broke off');
  }
}

/**
 * Whether an address is one of Discord's files: on its own hosts, or where the bot sends its token anyway, which is how
 * attachments of a stand-in for Discord are had.
 */
export function isFromDiscord(url: string, api: string | undefined): boolean {
  const address = URL.parse(url);
  if (!address) return false;
  if (address.protocol === 'https:' && address.port === '' && HOSTS.includes(address.hostname)) return true;
  return api !== undefined && address.origin === URL.parse(api)?.origin;
}

/** A file that is larger than Discord said is not read to its end. */
async function readBounded(body: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

function tooLarge(): Download {
  return failed(`It has more than ${MOST_BYTES / 1024 / 1024} MB.`, 'Split it into smaller documents.');
}

function unreachable(why: string): Download {
  return failed(`Discord did not hand the file over: ${why}.`, 'Try again in a moment.');
}

function failed(cause: string, remedy: string): Download {
  return { outcome: 'failed', cause, remedy };
}
