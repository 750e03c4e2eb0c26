import { isPassing } from '../api/http';
import type { SessionEvent, SessionSnapshot } from '../api/wire';
import { Backoff, pauseUntilOnline } from '../core/backoff';
import { apply, fromSnapshot, type SessionState } from './session-state';

export interface SessionTrackerOptions {
  snapshot: (signal: AbortSignal) => Promise<SessionSnapshot>;
  /** @param event what led to it; absent after a snapshot */
  onState: (before: SessionState, after: SessionState, event?: SessionEvent) => void;
  /** The server no longer shows the session to us. */
  onGone: (error: unknown) => void;
}

/** Follows a session by its events, and by a snapshot whenever events are missing. */
export class SessionTracker {
  readonly #options: SessionTrackerOptions;
  readonly #closing = new AbortController();
  readonly #backoff = new Backoff({ firstMs: 300, maxMs: 10_000 });
  #state: SessionState;
  /** Events that arrive while a snapshot is on its way: it may be older than they are. */
  #held: SessionEvent[] | undefined;

  constructor(first: SessionSnapshot, options: SessionTrackerOptions) {
    this.#state = fromSnapshot(first);
    this.#options = options;
  }

  get state(): SessionState {
    return this.#state;
  }

  take(event: SessionEvent): void {
    if (this.#held !== undefined) {
      this.#held.push(event);
      return;
    }
    const applied = apply(this.#state, event);
    if (applied.kind === 'applied') this.#move(applied.state, event);
    else if (applied.kind === 'hole') void this.resync([event]);
  }

  /** Fetches a snapshot and then applies what came meanwhile. */
  async resync(held: SessionEvent[] = []): Promise<void> {
    if (this.#held !== undefined) return;
    this.#held = held;
    const snapshot = await this.#fetch();
    const waiting = this.#held;
    this.#held = undefined;
    if (snapshot === undefined) return;
    if (snapshot.seq > this.#state.seq) this.#move(fromSnapshot(snapshot));
    for (const event of waiting) this.take(event);
  }

  close(): void {
    this.#closing.abort();
  }

  #move(state: SessionState, event?: SessionEvent): void {
    const before = this.#state;
    this.#state = state;
    this.#options.onState(before, state, event);
  }

  async #fetch(): Promise<SessionSnapshot | undefined> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        const snapshot = await this.#options.snapshot(signal);
        this.#backoff.reset();
        return snapshot;
      } catch (thrown) {
        if (!isPassing(thrown)) {
          if (!this.#closing.signal.aborted) this.#options.onGone(thrown);
          return undefined;
        }
        await pauseUntilOnline(this.#backoff.next(), signal);
      }
    }
    return undefined;
  }
}
