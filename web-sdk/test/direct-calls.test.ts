// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectCalls as CometChatCalls } from '../src/index';
import { installDrawing } from './support/drawing';
import { jwt } from './support/made';
import { json, serve, type TestServer } from './support/server';

const TOKEN = jwt({ data: { sessionId: 's' } });
const settings = () => new CometChatCalls.CallSettingsBuilder().build();
const element = () => document.createElement('div');

let server: TestServer | undefined;

beforeEach(installDrawing);
afterEach(async () => {
  vi.unstubAllGlobals();
  await server?.close();
});

async function initAt(host: string): Promise<void> {
  const app = new CometChatCalls.CallAppSettingsBuilder().setAppId('a').setRegion('us').setHost(host).build();
  await CometChatCalls.init(app);
}

describe('init', () => {
  it('rejects what the builder did not make', async () => {
    await expect(CometChatCalls.init({} as never)).rejects.toMatchObject({ code: 'INVALID_CALL_APP_SETTINGS' });
  });
});

describe('generateToken', () => {
  it('gives the token for a session and a user', async () => {
    server = await serve((request, response) => {
      expect(request.headers['authtoken']).toBe('A');
      json(response, 200, { data: { token: 'T' } });
    });
    await initAt(`${server.base}/v3.0/`);

    await expect(CometChatCalls.generateToken('s', 'A')).resolves.toEqual({ token: 'T' });
    expect(server.requests[0]?.url).toBe('/v3.0/call_tokens');
  });

  it.each([
    ['', 'A'],
    [undefined, 'A'],
    ['s', ''],
    ['s', 42],
  ])('rejects %j and %j', async (session, authToken) => {
    const result = CometChatCalls.generateToken(session as never, authToken as never);
    await expect(result).rejects.toMatchObject({ code: 'INVALID_ARGUMENT_EXCEPTION' });
  });

  it('hands on what the server says', async () => {
    const error = { code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND', message: 'Unknown.' };
    server = await serve((_request, response) => json(response, 401, { error }));
    await initAt(server.base);

    await expect(CometChatCalls.generateToken('s', 'A')).rejects.toMatchObject({
      code: 'API_ERROR',
      errorCode: error.code,
    });
  });
});

describe('startSession', () => {
  it.each([
    ['a bad token', 'nonsense', settings(), element(), 'INVALID_ARGUMENT_EXCEPTION'],
    ['bad settings', TOKEN, {}, element(), 'INVALID_CALL_SETTINGS'],
    ['no element', TOKEN, settings(), null, 'INVALID_ARGUMENT_EXCEPTION'],
  ])('rejects %s', async (_what, token, callSettings, parent, code) => {
    const result = CometChatCalls.startSession(token, callSettings as never, parent);
    await expect(result).rejects.toMatchObject({ code });
  });

  it('tells a listener instead when there is one for errors', async () => {
    const onError = vi.fn();
    const callSettings = new CometChatCalls.CallSettingsBuilder().setCallListener({ onError }).build();

    await CometChatCalls.startSession('nonsense', callSettings, element());

    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'INVALID_ARGUMENT_EXCEPTION' }));
  });

  it('leaves nothing behind when the server does not let us in', async () => {
    const error = { code: 'AUTH_ERR_TOKEN_INVALID_SIGNATURE', message: 'Not signed here.' };
    server = await serve((_request, response) => json(response, 401, { error }));
    await initAt(server.base);
    const parent = element();

    const result = CometChatCalls.startSession(TOKEN, settings(), parent);

    expect(parent.childElementCount).toBe(1);
    await expect(result).rejects.toMatchObject({ code: 'AUTH_ERR_TOKEN_INVALID_SIGNATURE' });
    expect(parent.childElementCount).toBe(0);
    await expect(CometChatCalls.getCallStats()).resolves.toBeUndefined();
  });

  it('is refused while a call runs, which goes on', async () => {
    server = await serve(() => undefined);
    await initAt(server.base);
    const first = CometChatCalls.startSession(TOKEN, settings(), element()).catch(() => undefined);

    const second = CometChatCalls.startSession(TOKEN, settings(), element());

    await expect(second).rejects.toMatchObject({ code: 'ERROR_SESSION_IN_PROGRESS' });
    await expect(CometChatCalls.getCallStats()).resolves.toMatchObject({ sessionId: 's' });
    CometChatCalls.endSession();
    await server.close();
    await first;
  });
});

describe('without a call', () => {
  it('the controls do nothing', () => {
    CometChatCalls.muteAudio(true);
    CometChatCalls.pauseVideo(true);
    CometChatCalls.startScreenShare();
    CometChatCalls.stopScreenShare();
    CometChatCalls.setMode(CometChatCalls.CALL_MODE.SPOTLIGHT);
    expect(() => CometChatCalls.endSession()).not.toThrow();
  });
});

it('setMode refuses what is no mode', () => {
  expect(() => CometChatCalls.setMode('ROUND' as never)).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT_EXCEPTION' }),
  );
});
