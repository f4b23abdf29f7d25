import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { UserError } from '../core/user-error.ts';
import { createAdmin } from './admin.ts';
import { createCommands } from './commands.ts';
import { createFaults } from './faults.ts';
import { answerFile } from './file-answer.ts';
import { createFiles } from './files.ts';
import { createGateway } from './gateway.ts';
import { isFromHere } from './guard.ts';
import { createGuildChanges } from './guild-changes.ts';
import { createInteractions } from './interactions.ts';
import { createLogbook } from './logbook.ts';
import { createMemberView } from './member-view.ts';
import { createMessages, type Posted } from './messages.ts';
import { createPerson } from './person.ts';
import { type GuildPlan, guildPlans } from './plans.ts';
import { createRateLimits } from './rate-limits.ts';
import { createReach } from './reach.ts';
import { createRest } from './rest.ts';
import { createRoutes } from './routes.ts';
import { createWatch, type Sighting } from './watch.ts';
import { createWorld } from './world.ts';

export type Options = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly guilds?: readonly GuildPlan[];
  /** Unix ms. Moving it forward lets tokens expire. */
  readonly now?: () => number;
  /** Milliseconds within which the bot must give its first answer; Discord's 3,000 where left out. */
  readonly answerWithin?: number;
  /** False where a clock that runs ahead lets more requests come together than in a real day. */
  readonly rateLimits?: boolean;
};

/** A web page on the stand-in's port. Each function says whether the request was one for the page, which then answers it. */
export type Site = {
  readonly serve: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly connect: (socket: WebSocket, request: IncomingMessage) => boolean;
};

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/**
 * Starts a local stand-in for Discord, REST and gateway on one loopback port, as strict as Discord is. Throws `UserError`
 * 'port-in-use' where the port is taken.
 */
export async function startStandIn(options: Options = {}) {
  const watch = createWatch();
  const logbook = createLogbook(watch);
  let port = 0;
  const origin = () => `http://127.0.0.1:${port}`;
  const gatewayUrl = () => `ws://127.0.0.1:${port}`;
  let site: Site | undefined;

  const world = createWorld(options.guilds ?? guildPlans, options.now ?? Date.now);
  const faults = createFaults();
  const files = createFiles({ newId: world.newId, now: world.now, origin });
  const commands = createCommands({ world, watch, logbook });
  const messages = createMessages({ world, watch, files });
  const gateway = createGateway({ world, faults, url: gatewayUrl, watch, logbook });
  const view = createMemberView({ world, commands, messages });
  const changes = createGuildChanges({ world, gateway, messages, watch });
  const admin = createAdmin({ world, changes });
  const reach = createReach({ world, refuses: admin.refuses });
  const { answerWithin = 3000 } = options;
  const interactions = createInteractions({ world, gateway, messages, answerWithin, logbook });
  const routes = createRoutes({ world, commands, messages, interactions, reach, changes, gatewayUrl });
  const limits = options.rateLimits === false ? undefined : createRateLimits(world);
  const rest = createRest({ routes, faults, logbook, files, limits, now: world.now });

  const server = createServer((request, response) => {
    if (!isFromHere(request, port)) return void response.writeHead(403).end();
    if (site?.serve(request, response)) return;
    const url = URL.parse(`${origin()}${request.url}`);
    if (!url) return void response.writeHead(400).end();
    if (url.pathname.startsWith('/attachments/')) return answerFile(response, files.open(url));
    if (!url.pathname.startsWith('/api/')) return void response.writeHead(404).end();
    rest(request, response, url).catch((error: unknown) => {
      logbook.violate('the stand-in', `it failed: ${String(error)}`);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  const sockets = new WebSocketServer({
    server,
    verifyClient: ({ req: request }, done) => done(isFromHere(request, port), 403),
  });
  sockets.on('connection', (socket, request) => {
    if (!site?.connect(socket, request)) gateway.connect(socket);
  });
  port = await listen(server, sockets, options.port ?? 0);

  return {
    port,
    apiUrl: `${origin()}/api`,
    gatewayUrl: gatewayUrl(),
    guilds: world.guilds,
    bot: world.bot,
    ...createPerson({ world, view, messages, interactions, files }),
    view,
    gateway,
    faults,
    admin,
    /** Tells a listener everything that happens from now on; gives what ends that. */
    watch: (listener: (sighting: Sighting) => void): (() => void) => watch.add(listener),
    /** The latest REST requests with their answers, up to 1,000. */
    exchanges: logbook.exchanges,
    /** What the bot did that Discord would refuse or not show, one sentence each; the latest 1,000. */
    violations: logbook.violations,
    /** Registered commands of a guild by its id, or the global ones. */
    commands: commands.inScope,
    /** Messages of a channel by its name or id, oldest first, private ones included. */
    messages(channel: string): readonly Posted[] {
      const ids = world.guilds.flatMap(({ channels }) =>
        channels.filter(({ id, name }) => id === channel || name === channel).map(({ id }) => id),
      );
      return ids.flatMap((id) => messages.list(id));
    },
    /** What the bot has written to a member, by name or id, in their conversation of two. */
    directMessages(member: string): readonly Posted[] {
      const user = world.guilds
        .flatMap(({ members }) => members)
        .find(({ id, username }) => [id, username].includes(member));
      return user ? messages.list(world.directWith(user).id) : [];
    },
    /** Serves a page on the same port from now on. */
    mount: (added: Site): void => void (site = added),
    async stop(): Promise<void> {
      interactions.stop();
      for (const socket of sockets.clients) socket.terminate();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function listen(server: Server, sockets: WebSocketServer, port: number): Promise<number> {
  try {
    // The WebSocket server passes on the errors of the server below it, so it has to have a listener too.
    sockets.on('error', () => undefined);
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UserError(
      'port-in-use',
      `Port ${port} of this machine is taken by another program. Stop that program, or choose another port; 0 takes any free one.`,
      { cause: error },
    );
  }
}
