import { ApiError, isPassing } from '../api/http';
import type { View } from '../api/wire';
import { Backoff, pause, pauseUntilOnline } from '../core/backoff';

/** Between two reports, in ms: people resize windows. */
const PAUSE_MS = 500;

/** Keeps the server informed of what this page shows, so that nobody sends pictures that are not looked at. */
export class ViewReporter {
  readonly #send: (view: View, signal: AbortSignal) => Promise<unknown>;
  readonly #closing = new AbortController();
  readonly #backoff = new Backoff({ firstMs: 500, maxMs: 15_000 });
  #wanted: View | undefined;
  #told: string | undefined;
  #started = false;
  #working = false;

  constructor(send: (view: View, signal: AbortSignal) => Promise<unknown>) {
    this.#send = send;
  }

  set(view: View): void {
    this.#wanted = view;
    if (this.#started) void this.#tell();
  }

  /** From now on the server knows of this participant's media. */
  start(): void {
    if (this.#started) return;
    this.#started = true;
    void this.#tell();
  }

  close(): void {
    this.#closing.abort();
  }

  async #tell(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    const { signal } = this.#closing;
    for (let view = this.#news(); view !== undefined && !signal.aborted; view = this.#news()) {
      try {
        await this.#send(view, signal);
        this.#told = JSON.stringify(view);
        this.#backoff.reset();
        await pause(PAUSE_MS, signal);
      } catch (thrown) {
        // Refused for good: worse pictures than possible are no reason to disturb the call.
        if (!isPassing(thrown) && !isUnknown(thrown)) this.#told = JSON.stringify(view);
        await pauseUntilOnline(this.#backoff.next(), signal);
      }
    }
    this.#working = false;
  }

  #news(): View | undefined {
    return JSON.stringify(this.#wanted) === this.#told ? undefined : this.#wanted;
  }
}

/** The participant's media is being moved, or is not there yet. */
function isUnknown(thrown: unknown): boolean {
  return thrown instanceof ApiError && thrown.status === 404;
}
