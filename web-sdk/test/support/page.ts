import { vi } from 'vitest';
import type { Participant, SessionEvent, SessionSnapshot } from '../../src/api/wire';

export interface SentRequest {
  method: string;
  path: string;
  body: unknown;
}

/** Plays the server for one page: answers the join, keeps its event streams open and notes every request. */
export class FakeServer {
  readonly requests: SentRequest[] = [];
  readonly streams: ReadableStreamDefaultController<Uint8Array>[] = [];
  /** What the next join is answered with. */
  self: Participant;
  session: SessionSnapshot;

  /** Puts itself in place of the browser's fetch; `vi.unstubAllGlobals()` ends it. */
  constructor(self: Participant, session: SessionSnapshot) {
    this.self = self;
    this.session = session;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => Promise.resolve(this.#answer(new URL(url), init)));
  }

  /** The requests to paths that end so. */
  to(method: string, pathEnd: string): SentRequest[] {
    return this.requests.filter((one) => one.method === method && one.path.endsWith(pathEnd));
  }

  emit(event: SessionEvent): void {
    const text = `event: ${event.type}\nid: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`;
    this.streams.at(-1)?.enqueue(new TextEncoder().encode(text));
  }

  #answer(url: URL, init: RequestInit): Response {
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    this.requests.push({ method, path: url.pathname + url.search.replace(/participantId=.*/, ''), body });
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
