import { afterEach, describe, expect, it } from 'vitest';
import { apiBase } from '../src/api/host';
import { isPassing, send } from '../src/api/http';
import { json, serve, type TestServer } from './support/server';

let server: TestServer | undefined;
afterEach(() => server?.close());

const GET = { method: 'GET', path: '/x' } as const;

describe('a request', () => {
  it('gives the data of the answer', async () => {
    server = await serve((_request, response) => json(response, 200, { data: { token: 'T' } }));
    await expect(send(server.base, GET)).resolves.toEqual({ token: 'T' });
  });

  it('takes an empty answer', async () => {
    server = await serve((_request, response) => response.writeHead(204).end());
    await expect(send(server.base, { ...GET, method: 'DELETE' })).resolves.toBeUndefined();
  });

  it('fails with API_ERROR and the code of the server', async () => {
    const error = { code: 'ERR_CALL_NOT_A_PART', message: 'Another session.', devMessage: 'token of s2', source: 'x' };
    server = await serve((_request, response) => json(response, 403, { error }));

    await expect(send(server.base, GET)).rejects.toMatchObject({
      code: 'API_ERROR',
      errorCode: 'ERR_CALL_NOT_A_PART',
      message: 'Another session.',
      details: 'token of s2',
      status: 403,
    });
  });

  it('names a bad signature as the guide does', async () => {
    const error = { code: 'AUTH_ERR_TOKEN_INVALID_SIGNATURE', message: 'Not signed here.' };
    server = await serve((_request, response) => json(response, 401, { error }));
    await expect(send(server.base, GET)).rejects.toMatchObject({ code: 'AUTH_ERR_TOKEN_INVALID_SIGNATURE' });
  });

  it('survives an answer that is not JSON', async () => {
    server = await serve((_request, response) => response.writeHead(502).end('<h1>Bad gateway</h1>'));
    const failure: unknown = await send(server.base, GET).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: 'API_ERROR', status: 502, message: 'The server answered with status 502.' });
    expect(isPassing(failure)).toBe(true);
  });

  it('fails with UNKNOWN_API_ERROR when nobody answers', async () => {
    const gone = await serve(() => undefined);
    await gone.close();
    const failure: unknown = await send(gone.base, GET).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: 'UNKNOWN_API_ERROR' });
    expect(isPassing(failure)).toBe(true);
  });
});

describe('the address of the API', () => {
  it.each([
    [undefined, 'https://page.example/v3'],
    ['https://calls.example.com', 'https://calls.example.com/v3'],
    ['calls.example.com/v3.0/', 'https://calls.example.com/v3.0'],
    ['http://localhost:8080/v3/', 'http://localhost:8080/v3'],
    ['  http://localhost:8080/calls/ ', 'http://localhost:8080/calls/v3'],
  ])('%s -> %s', (host, base) => expect(apiBase(host, 'https://page.example')).toBe(base));
});
