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

export type Faults = ReturnType<typeof createFaults>;

/** Switches that make the stand-in behave as Discord does on a bad day. */
export function createFaults() {
  let tokenRefused = false;
  let identifyCode: number | undefined;
  let delayMs = 0;
  let pending: RestFault[] = [];

  return {
    /** From now on REST answers 401 and the gateway closes with 4004, as for a wrong or reset token. */
    refuseToken: (): void => void (tokenRefused = true),
    /** Closes every identifying connection with a code: 4013 invalid intents, 4014 disallowed intents. */
    refuseIdentify: (code: number): void => void (identifyCode = code),
    /** Holds back every REST answer, in real milliseconds. */
    delay: (ms: number): void => void (delayMs = ms),
    failNext: (fault: RestFault): void => void pending.push(fault),
    /** Back to a good day. */
    clear(): void {
      tokenRefused = false;
      identifyCode = undefined;
      delayMs = 0;
      pending = [];
    },
    current: () => ({ tokenRefused, identifyCode, delayMs }),
    /** Takes the fault that a request meets, if there is one. */
    meet(method: string, path: string): RestFault | undefined {
      const met = pending.find(({ on = '' }) => `${method} ${path}`.includes(on));
      if (met)
        pending = pending.flatMap((each) =>
          each !== met ? [each] : (each.times ?? 1) > 1 ? [{ ...each, times: (each.times ?? 1) - 1 }] : [],
        );
      return met;
    },
  };
}

/** The answer of a fault, in Discord's shape. */
export function asApiError({ status }: RestFault): ApiError {
  if (status === 401) return refusals.unauthorized();
  return new ApiError(status, 0, status === 429 ? 'You are being rate limited.' : `${status}: Server Error`);
}
