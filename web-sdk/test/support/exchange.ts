import type { RingStatus, RingWire, UserEvent } from '../../src/api/ringing-api';
import { vi } from 'vitest';

/** Plays the server for calls that ring: answers a user's requests and streams what happens. */
export class Exchange {
  readonly requests: { method: string; path: string; token: string | undefined; body: unknown }[] = [];
  /** Answers by path, in place of the call as it would be. */
  readonly refusals = new Map<string, { status: number; code: string }>();
  /** Where a call that is placed stands. */
  placed: RingStatus = 'initiated';
  readonly streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  closed = 0;
  readonly #events: string[] = [];
  #seq = 0;

  constructor() {
    vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
      Promise.resolve().then(() => this.#answer(new URL(url), init)),
    );
  }

  paths(): string[] {
    return this.requests.map((one) => `${one.method} ${one.path}`);
  }

  emit(type: UserEvent['type'], call: RingWire, by: string | null = null): void {
    const event = { type, seq: ++this.#seq, at: '2026-01-01T00:00:01Z', call, by };
    const text = `event: ${type}\nid: ${this.#seq}\ndata: ${JSON.stringify(event)}\n\n`;
    this.#events.push(text);
    this.#write(text);
  }

  /** A stream that names no place begins a minute ago. */
  again(): void {
    for (const text of this.#events) this.#write(text);
  }

  #write(text: string): void {
    this.streams.at(-1)?.enqueue(new TextEncoder().encode(text));
  }

  #answer(url: URL, init: RequestInit): Response {
    const path = url.pathname.replace('/v3', '');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const { authToken: token } = init.headers as Record<string, string>;
    this.requests.push({ method: init.method ?? 'GET', path, token, body });
    const refusal = this.refusals.get(path);
    if (refusal?.status === 0) throw new TypeError('offline');
    if (refusal !== undefined)
      return Response.json({ error: { code: refusal.code, message: 'no' } }, { status: refusal.status });
    if (path.endsWith('/events')) return new Response(this.#stream(init.signal));
    if (path === '/me') return Response.json({ data: { uid: 'ada', name: 'Ada', avatar: null } });
    return Response.json({ data: this.#ring(path) });
  }

  #ring(path: string): RingWire {
    const verb = path.split('/')[3] ?? '';
    const after: Record<string, RingStatus> = {
      '': this.placed,
      accept: 'ongoing',
      reject: 'rejected',
      cancel: 'cancelled',
      end: 'ended',
    };
    return verb === '' ? ringOf('ada', this.placed) : ringOf('grace', after[verb] ?? 'ended');
  }

  #stream(signal: AbortSignal | null | undefined): ReadableStream<Uint8Array> {
    return new ReadableStream({
      start: (controller) => {
        this.streams.push(controller);
        signal?.addEventListener('abort', () => {
          this.closed++;
          controller.error(new DOMException('aborted', 'AbortError'));
        });
      },
    });
  }
}

/** A call between Ada, who uses the page, and Grace. */
export function ringOf(initiator: 'ada' | 'grace', status: RingStatus, sessionId = 's1'): RingWire {
  const names = { ada: 'Ada', grace: 'Grace Hopper' };
  return {
    sessionId,
    type: 'video',
    status,
    initiator: { uid: initiator, name: names[initiator], avatar: null },
    receiver: initiator === 'ada' ? 'grace' : 'ada',
    receiverType: 'user',
    initiatedAt: '2026-01-01T00:00:00Z',
    ringsUntil: '2026-01-01T00:00:45Z',
    metadata: { topic: 'engines' },
  };
}
