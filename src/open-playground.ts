import { UserError } from './core/user-error.ts';
import type { Clock } from './playground/clock.ts';
import { openPage } from './playground/page-server.ts';
import { type StandIn, startStandIn } from './playground/stand-in.ts';

/** The port where the playground is found as long as nothing else has it. */
export const PLAYGROUND_PORT = 4000;

/** `address` is what a browser opens; a bot logs in with any token at `standIn.apiUrl`. */
export type Playground = {
  readonly address: string;
  /** Whether the port that was wanted was taken, so that another had to do. */
  readonly moved: boolean;
  readonly standIn: StandIn;
};

/** Starts the stand-in for Discord and its page on one port of this machine; 0 takes any free one. */
export async function openPlayground({ port, clock }: { port: number; clock: Clock }): Promise<Playground> {
  const standIn = await onFreePort(port, clock);
  const address = await openPage({ standIn, clock });
  return { address, moved: port !== 0 && standIn.port !== port, standIn };
}

async function onFreePort(port: number, { now }: Clock): Promise<StandIn> {
  try {
    return await startStandIn({ port, now });
  } catch (error) {
    if (!(error instanceof UserError && error.code === 'port-in-use')) throw error;
    return startStandIn({ port: 0, now });
  }
}
