import { vi } from 'vitest';
import type { MediaEvent, Participant, SessionEvent, SessionSnapshot } from '../../src/api/wire';

export interface SentRequest {
  method: string;
  path: string;
  body: unknown;
  headers: Headers;
}

/** Plays the server for one page: answers the join, keeps its event streams open and notes every request. */
export class FakeServer {
  readonly requests: SentRequest[] = [];
  readonly streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  /** What the next join is answered with. */
  self: Participant;
  session: SessionSnapshot;
  /** What it answers in place of what it would; undefined for no change. What it throws is a broken network. */
  reply: (request: SentRequest) => Response | undefined = () => undefined;

  /** Puts itself in place of the browser's fetch; `vi.unstubAllGlobals()` ends it. */
  constructor(self: Participant, session: SessionSnapshot) {
    this.self = self;
    this.session = session;
    const fetched = (url: string, init: RequestInit) =>
      new Promise<Response>((resolve) => resolve(this.#answer(new URL(url), init)));
    vi.stubGlobal('fetch', fetched);
  }

  /** The requests to paths that end so. */
  to(method: string, pathEnd: string): SentRequest[] {
    return this.requests.filter((one) => one.method === method && one.path.endsWith(pathEnd));
  }

  emit(event: SessionEvent | MediaEvent): void {
    const text = `event: ${event.type}\nid: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
    this.streams.at(-1)?.enqueue(new TextEncoder().encode(text));
  }

  #answer(url: URL, init: RequestInit): Response {
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const path = url.pathname + url.search.replace(/participantId=.*/, '');
    const request = { method, path, body, headers: new Headers(init.headers) };
    this.requests.push(request);
    const reply = this.reply(request);
    if (reply !== undefined) return reply;
    if (url.pathname.endsWith('/events')) return new Response(this.#stream(init.signal));
    const isJoin = method === 'POST' && url.pathname.endsWith('/participants');
    return Response.json({ data: isJoin ? this.#joined() : {} });
  }

  #joined(): unknown {
    return { participant: this.self, session: this.session, iceServers: [], cursor: 1 };
  }

  #stream(signal: AbortSignal | null | undefined): ReadableStream<Uint8Array> {
    return new ReadableStream({
      start: (controller) => {
        this.streams.push(controller);
        signal?.addEventListener('abort', () => controller.error(new DOMException('aborted', 'AbortError')));
      },
    });
  }
}

/** A page with a camera and a microphone. Gives what is asked of them. */
export function installDevices(): MediaStreamConstraints[] {
  const asked: MediaStreamConstraints[] = [];
  const track = (kind: string) => ({
    kind,
    enabled: true,
    stop: vi.fn(),
    onended: null,
    getSettings: () => ({ deviceId: `default-${kind}` }),
  });
  const getUserMedia = (wanted: MediaStreamConstraints) => {
    asked.push(wanted);
    const audio = wanted.audio === undefined ? [] : [track('audio')];
    const video = wanted.video === undefined ? [] : [track('video')];
    return Promise.resolve({
      getTracks: () => [...audio, ...video],
      getAudioTracks: () => audio,
      getVideoTracks: () => video,
    });
  };
  vi.stubGlobal('navigator', { language: 'en', mediaDevices: { getUserMedia, getDisplayMedia: vi.fn() } });
  return asked;
}
