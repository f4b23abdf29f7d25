import type { RawData, WebSocket } from 'ws';
import { describeWholeGuild } from './describe-guild.ts';
import type { Faults } from './faults.ts';
import { isJson, type Json } from './form.ts';
import { readFrame } from './frame.ts';
import type { Logbook } from './logbook.ts';
import { shardOf } from './snowflake.ts';
import type { Watch } from './watch.ts';
import type { World } from './world.ts';

/** Opcodes of the gateway (topics/opcodes-and-status-codes). */
const OP = {
  dispatch: 0,
  heartbeat: 1,
  identify: 2,
  presence: 3,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;
const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidShard: 4010,
  invalidIntents: 4013,
  disallowedIntents: 4014,
} as const;
/** Members, presences and message content: granted to nobody here, as for an app that has not asked for them. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);
const KNOWN_INTENTS = 0b11_0011_1111_1111_1111_1111_1111;
const PAYLOAD_BYTES = 4096;
const HEARTBEAT_MS = 41_250;

/** How many events a session keeps for a bot that resumes, and how many sessions are kept. */
const KEPT_EVENTS = 1000;
const KEPT_SESSIONS = 50;

type Session = {
  readonly id: string;
  readonly shard: readonly [number, number];
  readonly events: Json[];
  /** The number of the latest event. */
  sent: number;
  socket: WebSocket | undefined;
};

export type Gateway = ReturnType<typeof createGateway>;

/** The gateway: sessions with rising sequence numbers that can be resumed, over connections that come and go. */
export function createGateway(deps: {
  world: World;
  faults: Faults;
  url: () => string;
  watch: Watch;
  logbook: Logbook;
}) {
  const { world, faults, watch } = deps;
  const sessions = new Map<string, Session>();
  const connections = new Set<WebSocket>();
  let identified = 0;
  let resumed = 0;

  function send(socket: WebSocket | undefined, payload: Json): void {
    if (socket?.readyState === socket?.OPEN) socket?.send(JSON.stringify({ s: null, t: null, d: null, ...payload }));
  }

  function emit(session: Session, name: string, data: Json): void {
    session.sent += 1;
    const event = { op: OP.dispatch, s: session.sent, t: name, d: data };
    session.events.push(event);
    if (session.events.length > KEPT_EVENTS) session.events.shift();
    send(session.socket, event);
  }

  function isConnected(): boolean {
    return [...sessions.values()].some(({ socket }) => socket !== undefined);
  }

  function forgetOldest(): void {
    for (const [id, { socket }] of sessions) {
      if (sessions.size <= KEPT_SESSIONS) return;
      if (!socket) sessions.delete(id);
    }
  }

  function close(socket: WebSocket, code: number, rule?: string): undefined {
    if (rule !== undefined) deps.logbook.violate('gateway', rule);
    socket.close(code, rule);
  }

  function identify(socket: WebSocket, data: Json): Session | undefined {
    const { tokenRefused, identifyCode, silent } = faults.current();
    identified += 1;
    if (silent) return undefined;
    if (identifyCode !== undefined) return close(socket, identifyCode);
    if (tokenRefused) return close(socket, CLOSE.authenticationFailed);
    if (typeof data['token'] !== 'string' || data['token'] === '')
      return close(socket, CLOSE.authenticationFailed, 'identify without a token');
    const intents = Number(data['intents']);
    if (!Number.isInteger(intents) || (intents & ~KNOWN_INTENTS) !== 0)
      return close(socket, CLOSE.invalidIntents, 'invalid intents');
    if ((intents & PRIVILEGED) !== 0) return close(socket, CLOSE.disallowedIntents, 'privileged intents');
    const [shard, count] = Array.isArray(data['shard']) ? data['shard'].map(Number) : [0, 1];
    if (shard === undefined || count === undefined || !(shard < count))
      return close(socket, CLOSE.invalidShard, 'invalid shard');

    const session: Session = { id: `session-${world.newId()}`, shard: [shard, count], events: [], sent: 0, socket };
    sessions.set(session.id, session);
    forgetOldest();
    const guilds = world.guilds.filter(({ id, bot }) => bot !== 'removed' && shardOf(id, count) === shard);
    emit(session, 'READY', {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: deps.url(),
      shard: [shard, count],
      application: { id: world.applicationId, flags: 0 },
    });
    for (const guild of guilds) {
      if (guild.bot === 'member') emit(session, 'GUILD_CREATE', describeWholeGuild(guild, world));
    }
    watch.tell({ kind: 'connection', connected: true });
    return session;
  }

  function resume(socket: WebSocket, data: Json): Session | undefined {
    if (faults.current().tokenRefused) return close(socket, CLOSE.authenticationFailed);
    const session = sessions.get(String(data['session_id']));
    const missed = session ? session.sent - Number(data['seq']) : 0;
    if (!session || !(missed <= session.events.length)) {
      send(socket, { op: OP.invalid, d: false });
      return undefined;
    }
    resumed += 1;
    session.socket = socket;
    for (const event of missed > 0 ? session.events.slice(-missed) : []) send(socket, event);
    emit(session, 'RESUMED', {});
    watch.tell({ kind: 'connection', connected: true });
    return session;
  }

  function receive(socket: WebSocket, session: Session | undefined, raw: RawData): Session | undefined {
    const payload = readFrame(raw, PAYLOAD_BYTES);
    if (!payload) return close(socket, CLOSE.decodeError, `a payload that is not JSON or above ${PAYLOAD_BYTES} bytes`);
    const data = isJson(payload['d']) ? payload['d'] : {};
    switch (payload['op']) {
      case OP.heartbeat:
        send(socket, { op: OP.ack });
        return session;
      case OP.identify:
        return session ? close(socket, CLOSE.alreadyAuthenticated, 'identified twice') : identify(socket, data);
      case OP.resume:
        return session ? close(socket, CLOSE.alreadyAuthenticated, 'resumed while connected') : resume(socket, data);
      case OP.presence:
        return session ?? close(socket, CLOSE.notAuthenticated, 'a presence before identify');
      default:
        return close(socket, CLOSE.unknownOpcode, `unknown opcode ${JSON.stringify(payload['op'])}`);
    }
  }

  return {
    /** Greets a new connection and serves it until it closes. */
    connect(socket: WebSocket): void {
      let session: Session | undefined;
      connections.add(socket);
      socket.on('close', () => {
        connections.delete(socket);
        if (session?.socket !== socket) return;
        session.socket = undefined;
        watch.tell({ kind: 'connection', connected: isConnected() });
      });
      socket.on('error', () => socket.terminate());
      socket.on('message', (raw) => {
        session = receive(socket, session, raw);
      });
      send(socket, { op: OP.hello, d: { heartbeat_interval: HEARTBEAT_MS } });
    },
    /** Sends an event to the sessions that serve the guild; one without a connection gets it when it resumes. */
    dispatch(name: string, data: Json, guildId: string): void {
      watch.tell({ kind: 'event', name, data });
      for (const session of sessions.values()) {
        if (shardOf(guildId, session.shard[1]) === session.shard[0]) emit(session, name, data);
      }
    },
    /** How often bots have identified and resumed so far. */
    counts: () => ({ identified, resumed, connected: connections.size }),
    /** Cuts every connection without a word, as a lost network does. */
    drop: (): void => connections.forEach((socket) => socket.terminate()),
    /** Closes every connection with a code. */
    close: (code: number): void => connections.forEach((socket) => socket.close(code)),
    /** Asks every connection to reconnect and resume (opcode 7). */
    requestReconnect: (): void => connections.forEach((socket) => send(socket, { op: OP.reconnect })),
    /** Declares every session invalid (opcode 9); a resumable one is kept, another is forgotten. */
    invalidate(resumable: boolean): void {
      if (!resumable) sessions.clear();
      for (const socket of connections) send(socket, { op: OP.invalid, d: resumable });
    },
  };
}
