import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ApiError } from '../src/api/http';
import { Backoff } from '../src/core/backoff';
import { EventStream } from '../src/events/event-stream';
import { json, serve, type TestServer } from './support/server';

let server: TestServer | undefined;
let stream: EventStream | undefined;

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  beats = 0;
  stream?.close();
  await server?.close();
});

type Connection = (response: ServerResponse) => void;

let beats = 0;

/** A healthy stream. */
function beat(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const timer = setInterval(() => {
    beats++;
    response.write(': beat\n\n');
  }, 50);
  response.on('close', () => clearInterval(timer));
}

/** The n-th connection gets the n-th script, the last one again and again. */
async function streamOver(...scripts: Connection[]) {
  let connections = 0;
  server = await serve((_request, response) => {
    const script = scripts[Math.min(connections++, scripts.length - 1)];
    script?.(response);
  });
  const seen: string[] = [];
  const onLost = vi.fn();
  const onEnd = vi.fn<(error?: ApiError) => void>();
  const { base, requests } = server;
  stream = new EventStream({
    url: (resuming) => `${base}/events?${resuming ? 'resuming' : 'cursor=1700'}`,
    headers: { callToken: 'jwt' },
    backoff: new Backoff({ firstMs: 1, maxMs: 4 }),
    silenceMs: 300,
    onEvent: (type, data) => seen.push(`${type} ${data}`),
    onOpen: vi.fn(),
    onLost,
    onEnd,
  });
  const done = stream.run();
  return { seen, onLost, onEnd, requests, done };
}

const open = (response: ServerResponse) => response.writeHead(200, { 'content-type': 'text/event-stream' });

describe('an event stream', () => {
  it('delivers events whose bytes come in pieces', async () => {
    const text = Buffer.from(': connected\n\nid: 1-1\nevent: A\ndata: {"name":"Zoë"}\n\n');
    const cut = text.indexOf('ë') + 1;
    const { seen } = await streamOver((response) => {
      open(response).write(text.subarray(0, cut));
      setTimeout(() => response.write(text.subarray(cut)), 20);
    });

    await vi.waitFor(() => expect(seen).toEqual(['A {"name":"Zoë"}']));
  });

  it('resumes after the last event when the connection breaks', async () => {
    const { seen, requests, onLost } = await streamOver(
      (response) => open(response).end('id: 4-2\nevent: A\ndata: 1\n\n'),
      (response) => open(response).write('id: 5-2\nevent: A\ndata: 2\n\n'),
    );

    await vi.waitFor(() => expect(seen).toEqual(['A 1', 'A 2']));
    expect(requests.map((one) => one.headers['last-event-id'])).toEqual([undefined, '4-2']);
    expect(requests.map((one) => one.url)).toEqual(['/events?cursor=1700', '/events?resuming']);
    expect(requests.every((one) => one.headers['calltoken'] === 'jwt')).toBe(true);
    expect(onLost).toHaveBeenCalledTimes(1);
  });

  it('takes a connection without a heartbeat for dead', async () => {
    const { requests } = await streamOver((response) => open(response).write(': hello\n\n'));

    await vi.waitFor(() => expect(requests.length).toBeGreaterThan(1), { timeout: 3_000 });
  });

  it('does not wait for a heartbeat when the browser is offline', async () => {
    const page = new EventTarget();
    vi.stubGlobal('window', page);
    const { onLost, requests } = await streamOver(beat);
    await vi.waitFor(() => expect(requests).toHaveLength(1));
    await vi.waitFor(() => expect(beats).toBeGreaterThan(2));
    page.dispatchEvent(new Event('offline'));
    await vi.waitFor(() => expect(onLost).toHaveBeenCalledTimes(1));
    page.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(requests).toHaveLength(2));
  });

  it('comes back after errors of the server', async () => {
    const { seen, requests } = await streamOver(
      (response) => json(response, 503, { error: { code: 'ERR_UNAVAILABLE' } }),
      (response) => response.destroy(),
      (response) => open(response).write('event: A\ndata: 1\n\n'),
    );

    await vi.waitFor(() => expect(seen).toEqual(['A 1']));
    expect(requests).toHaveLength(3);
  });

  it('comes back when a replica stops', async () => {
    const { seen, requests } = await streamOver(
      (response) => open(response).end('id: 7-7\nevent: end\ndata: {"reason":"draining"}\n\n'),
      (response) => open(response).write('event: A\ndata: 1\n\n'),
    );

    await vi.waitFor(() => expect(seen).toEqual(['A 1']));
    expect(requests).toHaveLength(2);
  });

  it('comes back to a server that stops when that has said', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const { seen, requests } = await streamOver(
      (response) => open(response).end('retry: 1\n\nid: 7-7\nretry: 200\nevent: end\ndata: {"reason":"draining"}\n\n'),
      (response) => open(response).write('event: A\ndata: 1\n\n'),
    );

    await vi.waitFor(() => expect(seen).toEqual(['A 1']));
    expect(requests).toHaveLength(2);
    expect(timers).toHaveBeenCalledWith(expect.any(Function), 200);
  });

  it('stays away when the server ends it for good', async () => {
    const { requests, onEnd, done } = await streamOver((response) =>
      open(response).end('id: 7-7-end\nevent: end\ndata: {"reason":"session-ended"}\n\n'),
    );

    await done;

    expect(onEnd).toHaveBeenCalledWith(undefined);
    expect(requests).toHaveLength(1);
  });

  it('stays away when the token is refused, and says why', async () => {
    const { requests, onEnd, done } = await streamOver((response) =>
      json(response, 401, { error: { code: 'AUTH_ERR_TOKEN_EXPIRED', message: 'The call token has expired.' } }),
    );

    await done;

    expect(onEnd.mock.calls[0]?.[0]).toMatchObject({ status: 401, errorCode: 'AUTH_ERR_TOKEN_EXPIRED' });
    expect(requests).toHaveLength(1);
  });

  it('does not come back for ever with a revoked token', async () => {
    const { requests, onEnd, done } = await streamOver(
      (response) => open(response).end('id: 7-7\nevent: end\ndata: {"reason":"token-revoked"}\n\n'),
      (response) => json(response, 401, { error: { code: 'AUTH_ERR_TOKEN_REVOKED', message: 'It was revoked.' } }),
    );

    await done;

    expect(onEnd.mock.calls[0]?.[0]).toMatchObject({ status: 401, errorCode: 'AUTH_ERR_TOKEN_REVOKED' });
    expect(requests).toHaveLength(2);
  });

  it('is silent after close', async () => {
    const { done, onEnd, onLost, seen } = await streamOver((response) => open(response).write('event: A\ndata: 1\n\n'));
    await vi.waitFor(() => expect(seen).toHaveLength(1));

    stream?.close();
    await done;

    expect(onEnd).not.toHaveBeenCalled();
    expect(onLost).not.toHaveBeenCalled();
  });
});
