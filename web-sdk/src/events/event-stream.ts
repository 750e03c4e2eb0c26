import { createParser, type EventSourceMessage } from 'eventsource-parser';
import { ApiError } from '../api/http';
import { type Backoff, pauseUntilOnline } from '../core/backoff';

export interface EventStreamOptions {
  /** The address; asked for again at each connection. `resuming` is true when a Last-Event-ID goes with it. */
  url: (resuming: boolean) => string;
  headers: Record<string, string>;
  backoff: Backoff;
  /** Without a byte for this long, in ms, the connection counts as dead. The server's heartbeat comes every 15 s. */
  silenceMs: number;
  onEvent: (type: string, data: string) => void;
  /** The stream is open. */
  onOpen: () => void;
  /** The stream broke and is being opened again. */
  onLost: () => void;
  /** The server refuses the stream for good, or ended it on purpose (without an error). Nothing comes after it. */
  onEnd: (error?: ApiError) => void;
}

/**
 * A server-sent event stream that is kept open until {@link close}: `EventSource` cannot send the call token, so this reads the
 * stream with fetch. It resumes after the last event that was handled.
 */
export class EventStream {
  readonly #options: EventStreamOptions;
  readonly #closing = new AbortController();
  #lastEventId: string | undefined;
  /** Told by a server that stops, so that its clients don't come back all in the same moment. */
  #comeBackInMs: number | undefined;
  #connection: AbortController | undefined;

  constructor(options: EventStreamOptions) {
    this.#options = options;
  }

  /** Reads until {@link close} or the end that the server sets. Never rejects. */
  async run(): Promise<void> {
    const { backoff, onLost, onEnd } = this.#options;
    while (!this.#isClosed()) {
      const outcome = await this.#connect();
      if (this.#isClosed()) return;
      if (outcome !== 'broken') {
        this.close();
        onEnd(outcome === 'ended' ? undefined : outcome);
        return;
      }
      onLost();
      const pause = this.#comeBackInMs ?? backoff.next();
      this.#comeBackInMs = undefined;
      await pauseUntilOnline(pause, this.#closing.signal);
    }
  }

  /** Opens the stream anew, as if it had broken: the server is to see that this page is there. */
  reopen(): void {
    this.#connection?.abort();
  }

  close(): void {
    this.#closing.abort();
  }

  #isClosed(): boolean {
    return this.#closing.signal.aborted;
  }

  async #connect(): Promise<'ended' | 'broken' | ApiError> {
    const connection = new AbortController();
    this.#connection = connection;
    const abort = () => connection.abort();
    this.#closing.signal.addEventListener('abort', abort);
    onOffline(abort, connection.signal);
    let watchdog = setTimeout(abort, this.#options.silenceMs);
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = setTimeout(abort, this.#options.silenceMs);
    };
    try {
      const response = await this.#request(connection.signal);
      if (!response.ok || response.body === null) return await refusal(response);
      this.#options.backoff.reset();
      this.#options.onOpen();
      return await this.#read(response.body, alive);
    } catch {
      // Network trouble, or our own abort: both are told apart by the caller.
      return 'broken';
    } finally {
      clearTimeout(watchdog);
      this.#closing.signal.removeEventListener('abort', abort);
      connection.abort();
    }
  }

  #request(signal: AbortSignal): Promise<Response> {
    const headers: Record<string, string> = { accept: 'text/event-stream', ...this.#options.headers };
    if (this.#lastEventId !== undefined) headers['Last-Event-ID'] = this.#lastEventId;
    return fetch(this.#options.url(this.#lastEventId !== undefined), { headers, signal, cache: 'no-store' });
  }

  async #read(body: ReadableStream<Uint8Array>, alive: () => void): Promise<'ended' | 'broken'> {
    const state: { ended: boolean; retryMs?: number } = { ended: false };
    const parser = createParser({
      onRetry: (ms) => (state.retryMs = ms),
      onEvent: (event) => {
        if (event.event === 'end') {
          state.ended = isFinal(event.data);
          this.#comeBackInMs = state.retryMs;
        } else if (!this.#isClosed()) this.#handle(event);
      },
    });
    const reader = body.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return state.ended ? 'ended' : 'broken';
      alive();
      parser.feed(decoder.decode(value, { stream: true }));
      if (state.ended) return 'ended';
    }
  }

  #handle(event: EventSourceMessage): void {
    this.#options.onEvent(event.event ?? 'message', event.data);
    if (event.id !== undefined) this.#lastEventId = event.id;
  }
}

/** The browser knows at once that the network is gone; the connection would seem open until the next heartbeats are missed. */
function onOffline(action: () => void, signal: AbortSignal): void {
  if (typeof window !== 'undefined') window.addEventListener('offline', action, { signal });
}

/** A server that stops ends its streams too: another one goes on, so that end is not final. */
function isFinal(data: string): boolean {
  const { reason } = JSON.parse(data) as { reason?: string };
  return reason === 'participant-left' || reason === 'session-ended';
}

/** A refusal is final when asking again with the same token cannot help. */
async function refusal(response: Response): Promise<'broken' | ApiError> {
  const { status } = response;
  const final = status >= 400 && status < 500 && status !== 408 && status !== 429;
  if (!final) return 'broken';
  const answer: unknown = await response.json().catch(() => ({}));
  return new ApiError(status, answer as ConstructorParameters<typeof ApiError>[1]);
}
