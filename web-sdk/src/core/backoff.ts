export interface BackoffOptions {
  /** First wait in ms. */
  firstMs: number;
  /** Longest wait in ms. */
  maxMs: number;
  /** Source of the jitter, 0..1. */
  random?: () => number;
}

/**
 * Waits that double up to a limit. Each is drawn between half and the whole of its step: after an outage the clients of a
 * server must not come back all in the same moment.
 */
export class Backoff {
  readonly #options: Required<BackoffOptions>;
  #step = 0;

  constructor(options: BackoffOptions) {
    this.#options = { random: Math.random, ...options };
  }

  /** The next wait in ms. */
  next(): number {
    const { firstMs, maxMs, random } = this.#options;
    const whole = Math.min(maxMs, firstMs * 2 ** this.#step);
    this.#step = Math.min(this.#step + 1, 30);
    return whole / 2 + (random() * whole) / 2;
  }

  /** It works again: start with the first wait next time. */
  reset(): void {
    this.#step = 0;
  }
}

/** Waits, until `signal` aborts at the latest. Never rejects. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}

/** As {@link pause}, and cut short when the browser says that it is online again. */
export async function pauseUntilOnline(ms: number, signal: AbortSignal): Promise<void> {
  if (typeof window === 'undefined') {
    await pause(ms, signal);
    return;
  }
  const wake = new AbortController();
  const onOnline = () => wake.abort();
  window.addEventListener('online', onOnline);
  await pause(ms, AbortSignal.any([signal, wake.signal]));
  window.removeEventListener('online', onOnline);
}
