import { isPassing } from '../api/http';
import type { RingingApi, UserEvent } from '../api/ringing-api';
import { Backoff, pauseUntilOnline } from '../core/backoff';
import { asCallException, type CallException } from '../core/errors';
import { EventStream } from '../events/event-stream';
import type { RingTracker } from './ring-tracker';

/** The server's heartbeat comes every 15 s. */
const SILENCE_MS = 40_000;
const WAITS = { firstMs: 500, maxMs: 15_000 };

export interface RingLineOptions {
  api: RingingApi;
  /** What is known of the user's calls; the same for a user whose line is opened again. */
  trackerOf: (uid: string) => RingTracker;
  /** The server does not let this user listen, and will not: the token is not valid any more. */
  onRefused: (error: CallException) => void;
}

/** Hears of a user's calls from {@link open} to {@link close}, over all troubles of the network. */
export class RingLine {
  readonly #options: RingLineOptions;
  readonly #closing = new AbortController();
  #stream: EventStream | undefined;

  constructor(options: RingLineOptions) {
    this.#options = options;
  }

  /** Listens until closed or refused. Never rejects. */
  async open(): Promise<void> {
    const uid = await this.#findUid();
    if (uid === undefined || this.#closing.signal.aborted) return;
    const { api, trackerOf, onRefused } = this.#options;
    const tracker = trackerOf(uid);
    this.#stream = new EventStream({
      url: () => api.eventsUrl(uid),
      headers: api.headers,
      backoff: new Backoff(WAITS),
      silenceMs: SILENCE_MS,
      onEvent: (type, data) => {
        // A gap says that events are gone for good: the calls they were about have long stopped ringing.
        if (type !== 'gap') tracker.take(JSON.parse(data) as UserEvent);
      },
      onOpen: () => undefined,
      onLost: () => undefined,
      onEnd: (error) => {
        if (error !== undefined) onRefused(error);
      },
    });
    await this.#stream.run();
  }

  close(): void {
    this.#closing.abort();
    this.#stream?.close();
  }

  async #findUid(): Promise<string | undefined> {
    const { api, onRefused } = this.#options;
    const backoff = new Backoff(WAITS);
    while (!this.#closing.signal.aborted) {
      try {
        return (await api.me()).uid;
      } catch (thrown) {
        if (!isPassing(thrown)) {
          onRefused(asCallException(thrown));
          return undefined;
        }
        await pauseUntilOnline(backoff.next(), this.#closing.signal);
      }
    }
    return undefined;
  }
}
