import { UserError } from '../core/user-error.ts';

/** Close codes of the gateway that no new attempt can mend (topics/opcodes-and-status-codes), with cause and remedy. */
const REFUSALS: Readonly<Record<number, string>> = {
  4010: 'it was given an invalid shard. Run one process of the bot, without sharding',
  4011: 'the bot is in more servers than one connection may serve. It needs sharding, which this version does not have',
  4012: 'this version of the gateway is no longer offered. Update the bot with its discord.js',
  4013: 'it was asked for intents that do not exist. Update the bot with its discord.js',
  4014: 'it was asked for intents that the bot may not use. Allow them in the Developer Portal under “Bot → Privileged Gateway Intents”',
};

const UNREACHABLE = /^(?:ECONN|ENOTFOUND|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|EAI_AGAIN|EPIPE|UND_ERR_|CERT_|ERR_TLS)/u;

const invalidToken = (cause?: unknown) =>
  new UserError(
    'invalid-token',
    'Discord refuses the token. Copy it again from the Developer Portal (“Bot → Reset Token”) to DISCORD_TOKEN, without the word “Bot” and without quotation marks.',
    { cause },
  );

/** The gateway closed the connection for good: what to do about its close code. */
export function gatewayRefused(code: number): UserError {
  if (code === 4004) return invalidToken();
  const cause =
    REFUSALS[code] ?? 'it gives no reason. Try again in a few minutes, and look at https://discordstatus.com';
  return new UserError('gateway-refused', `Discord's gateway refuses the connection (code ${code}): ${cause}.`);
}

/** The gateway has not let the bot in. */
export function gatewaySilent(seconds: number): UserError {
  return new UserError(
    'discord-unreachable',
    `Discord's gateway has not let the bot in within ${seconds} seconds. Try again in a few minutes, and look at https://discordstatus.com.`,
  );
}

/** A failure to connect as a `UserError` where its reader can mend it; anything else comes back as it was. */
export function explainConnection(error: unknown, apiUrl: string | undefined): unknown {
  if (!(error instanceof Error) || error instanceof UserError) return error;
  const [code, status] = [codeOf(error) ?? codeOf(error.cause), 'status' in error ? Number(error.status) : undefined];
  if (status === 401 || code === 'TokenInvalid') return invalidToken(error);
  const unreachable = UNREACHABLE.test(code ?? '') || (status !== undefined && (status === 404 || status >= 500));
  if (!unreachable) return error;
  const where = apiUrl === undefined ? 'Discord' : `Discord at ${apiUrl} (DISCORD_API_URL)`;
  const remedy =
    apiUrl === undefined
      ? 'Check the network and https://discordstatus.com'
      : 'Check that address, or remove the setting to use Discord itself';
  return new UserError(
    'discord-unreachable',
    `${where} cannot be reached: ${code && !status ? code : `it answers ${status}`}. ${remedy}.`,
    { cause: error },
  );
}

/** Whether a request met no answer, because of the network or because it took too long. */
export function isUnanswered(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || UNREACHABLE.test(codeOf(error) ?? ''));
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}
