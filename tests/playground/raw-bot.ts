import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { StandIn } from '../../src/playground/stand-in.ts';

type Payload = { op: number; s: number | null; t: string | null; d: unknown };
export type Interaction = {
  id: string;
  token: string;
  type: number;
  data: Record<string, unknown>;
  application_id: string;
};

/** Sends one REST request as a bot without a library would. */
export async function rest(
  standIn: StandIn,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${standIn.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: 'Bot secret', 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>) };
}

export type RawBot = Awaited<ReturnType<typeof connect>>;

/** Opens a gateway connection and sends `first`, an identify unless told otherwise. */
export async function connect(standIn: StandIn, first: unknown = { op: 2, d: { token: 'secret', intents: 1 } }) {
  const socket = new WebSocket(`${standIn.gatewayUrl}?v=10&encoding=json`);
  const received: Payload[] = [];
  const waiting: (() => void)[] = [];
  let taken = 0;
  socket.on('message', (raw: Buffer) => {
    received.push(JSON.parse(raw.toString('utf8')) as Payload);
    for (const wake of waiting.splice(0)) wake();
  });
  const closed = once(socket, 'close').then(([code]) => Number(code));

  /** The next payload with that opcode, or that event. */
  async function next(wanted: number | string): Promise<Payload> {
    for (;;) {
      while (taken < received.length) {
        const payload = received[taken++];
        if (payload && (payload.op === wanted || payload.t === wanted)) return payload;
      }
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  }

  await once(socket, 'open');
  const send = (payload: unknown) => socket.send(typeof payload === 'string' ? payload : JSON.stringify(payload));
  send(first);
  return {
    next,
    send,
    closed,
    received,
    drop: () => socket.terminate(),
    interaction: async () => (await next('INTERACTION_CREATE')).d as Interaction,
  };
}

export const ASK = {
  name: 'ask',
  description: 'Ask the documents',
  options: [
    { type: 3, name: 'question', description: 'What you want to know', required: true, max_length: 300 },
    { type: 3, name: 'document', description: 'Only this document', autocomplete: true },
    { type: 5, name: 'private', description: 'Only for you' },
  ],
};

/** Registers commands in every guild, `/ask` unless told otherwise. */
export async function register(standIn: StandIn, commands: readonly unknown[] = [ASK]) {
  const me = await rest(standIn, 'GET', '/applications/@me');
  return rest(standIn, 'PUT', `/applications/${String(me.body?.['id'])}/commands`, commands);
}

/** Answers an interaction. */
export function answer(standIn: StandIn, { id, token }: Interaction, body: unknown, query = '') {
  return rest(standIn, 'POST', `/interactions/${id}/${token}/callback${query}`, body, { authorization: '' });
}
