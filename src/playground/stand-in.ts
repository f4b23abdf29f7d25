import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { UserError } from '../core/user-error.ts';
import { createCommands } from './commands.ts';
import { createFaults } from './faults.ts';
import { createGateway } from './gateway.ts';
import { createInteractions } from './interactions.ts';
import { createMessages, type Posted } from './messages.ts';
import { createPerson } from './person.ts';
import { createRest, type Exchange } from './rest.ts';
import { createRoutes } from './routes.ts';
import { createWorld, type GuildPlan, guildPlans } from './world.ts';

export type Options = {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  readonly guilds?: readonly GuildPlan[];
  /** Unix ms. Moving it forward lets tokens expire. */
  readonly now?: () => number;
  /** Milliseconds within which the bot must give its first answer; Discord's 3,000 where left out. */
  readonly answerWithin?: number;
};

export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/**
 * Starts a local stand-in for Discord, REST and gateway on one loopback port, as strict as Discord is. Throws `UserError`
 * 'port-in-use' where the port is taken.
 */
export async function startStandIn(options: Options = {}) {
  const exchanges: Exchange[] = [];
  const violations: string[] = [];
  const violate = (rule: string) => void violations.push(rule);
  let gatewayUrl = '';

  const world = createWorld(options.guilds ?? guildPlans, options.now ?? Date.now);
  const faults = createFaults();
  const commands = createCommands(world);
  const messages = createMessages(world);
  const gateway = createGateway({ world, faults, url: () => gatewayUrl, violate });
  const interactions = createInteractions({ world, gateway, messages, answerWithin: options.answerWithin ?? 3000 });
  const routes = createRoutes({ world, commands, messages, interactions, gatewayUrl: () => gatewayUrl });
  const rest = createRest({ routes, faults, violate, record: (exchange) => void exchanges.push(exchange) });

  const server = createServer((request, response) => {
    rest(request, response).catch((error: unknown) => {
      violate(`the stand-in failed: ${String(error)}`);
      response.destroy();
    });
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => gateway.connect(socket));
  const port = await listen(server, sockets, options.port ?? 0);
  gatewayUrl = `ws://127.0.0.1:${port}`;

  return {
    port,
    apiUrl: `http://127.0.0.1:${port}/api`,
    gatewayUrl,
    guilds: world.guilds,
    ...createPerson({ world, commands, messages, interactions }),
    gateway,
    faults,
    /** Every REST request so far, with its answer. */
    exchanges: exchanges as readonly Exchange[],
    /** What the bot did that Discord would refuse or not show, one sentence each. */
    violations: violations as readonly string[],
    /** Registered commands of a guild by its id, or the global ones. */
    commands: commands.inScope,
    /** Messages of a channel by its name or id, oldest first, private ones included. */
    messages(channel: string): readonly Posted[] {
      const ids = world.guilds.flatMap(({ channels }) =>
        channels.filter(({ id, name }) => id === channel || name === channel).map(({ id }) => id),
      );
      return messages.list().filter(({ message }) => ids.includes(message.channel_id));
    },
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
