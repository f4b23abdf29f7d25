import { ApiError, refusals } from './api-error.ts';

/** A fault of Discord's own, met by the next requests: `status` 429 or 5xx. */
export type RestFault = {
  readonly status: number;
  /** How many requests meet it; 1 where left out. */
  readonly times?: number;
  /** Only requests whose method and path contain this, as in 'POST /interactions'. */
  readonly on?: string;
  /** Seconds until a 429 may be tried again. */
  readonly retryAfter?: number;
  /** Whether the request takes effect although its answer is the fault. */
  readonly taken?: boolean;
};

/** A share of all requests that meets one of some faults, chosen by a seed; 0.05 is one in twenty. */
export type FaultShare = {
  readonly share: number;
  readonly statuses: readonly number[];
  readonly seed: number;
  readonly retryAfter?: number;
};

export type Faults = ReturnType<typeof createFaults>;

/** Switches that make the stand-in behave as Discord does on a bad day. */
export function createFaults() {
  let tokenRefused = false;
  let identifyCode: number | undefined;
  let silent = false;
  let delayMs = 0;
  let pending: RestFault[] = [];
  let shared: (() => RestFault | undefined) | undefined;

  return {
    /** From now on REST answers 401 and the gateway closes with 4004, as for a wrong or reset token. */
    refuseToken: (): void => void (tokenRefused = true),
    /** Closes every identifying connection with a code: 4013 invalid intents, 4014 disallowed intents. */
    refuseIdentify: (code: number): void => void (identifyCode = code),
    /** Leaves everybody who identifies without an answer. */
    ignoreIdentify: (): void => void (silent = true),
    /** Holds back every REST answer, in real milliseconds. */
    delay: (ms: number): void => void (delayMs = ms),
    failNext: (fault: RestFault): void => void pending.push(fault),
    /** From now on a share of all requests meets a fault. */
    failShare: (faults: FaultShare): void => void (shared = drawing(faults)),
    /** Back to a good day. */
    clear(): void {
      tokenRefused = false;
      identifyCode = undefined;
      silent = false;
      delayMs = 0;
      pending = [];
      shared = undefined;
    },
    current: () => ({ tokenRefused, identifyCode, silent, delayMs }),
    /** Takes the fault that a request meets, if there is one. */
    meet(method: string, path: string): RestFault | undefined {
      const met = pending.find(({ on = '' }) => `${method} ${path}`.includes(on));
      if (met)
        pending = pending.flatMap((each) =>
          each !== met ? [each] : (each.times ?? 1) > 1 ? [{ ...each, times: (each.times ?? 1) - 1 }] : [],
        );
      return met ?? shared?.();
    },
  };
}

/** Draws faults in an order that the seed decides alone (mulberry32, a generator of 32 bits). */
function drawing({ share, statuses, seed, retryAfter = 1 }: FaultShare): () => RestFault | undefined {
  let state = seed;
  const draw = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => {
    const status = draw() < share ? statuses[Math.floor(draw() * statuses.length)] : undefined;
    return status === undefined ? undefined : { status, retryAfter };
  };
}

/** The answer of a fault other than 429, in Discord's shape. */
export function asApiError({ status }: Pick<RestFault, 'status'>): ApiError {
  if (status === 401) return refusals.unauthorized();
  return new ApiError(status, 0, `${status}: Server Error`);
}
