// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectCall, DirectCalls } from '../src/index';
import { Exchange, ringOf } from './support/exchange';

let exchange: Exchange;
const heard: [string, unknown][] = [];
const hear = (name: string) => (value: unknown) => void heard.push([name, value]);

beforeEach(async () => {
  exchange = new Exchange();
  heard.length = 0;
  await DirectCalls.init({ appId: 'a', region: 'us', host: 'http://calls.test/v3' });
});
afterEach(async () => {
  DirectCall.removeCallListener('test');
  await DirectCall.logout();
  vi.unstubAllGlobals();
});

function listen(): void {
  const names = [
    'onIncomingCallReceived',
    'onOutgoingCallAccepted',
    'onOutgoingCallRejected',
    'onIncomingCallCancelled',
    'onCallEndedMessageReceived',
    'onError',
  ];
  const callbacks = Object.fromEntries(names.map((name) => [name, hear(name)]));
  DirectCall.addCallListener('test', new DirectCall.CallListener(callbacks));
}

async function listening(): Promise<void> {
  listen();
  await DirectCall.login('T');
  await vi.waitFor(() => expect(exchange.streams).toHaveLength(1));
}

const call = () => new DirectCall.Call('grace', DirectCall.CALL_TYPE.VIDEO, DirectCall.RECEIVER_TYPE.USER);

describe('login', () => {
  it('says whose the token is', async () => {
    const user = await DirectCall.login('T');
    expect([user.getUid(), user.getName(), user.getAvatar()]).toEqual(['ada', 'Ada', undefined]);
  });

  it('refuses a token that is nobody’s and keeps none', async () => {
    exchange.refusals.set('/me', { status: 401, code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND' });
    await expect(DirectCall.login('T')).rejects.toMatchObject({ code: 'API_ERROR' });
    await expect(DirectCall.initiateCall(call())).rejects.toMatchObject({ code: 'INVALID_ARGUMENT_EXCEPTION' });
  });

  it.each([[''], [undefined], [7]])('refuses %j', async (token) => {
    await expect(DirectCall.login(token as never)).rejects.toMatchObject({ code: 'INVALID_ARGUMENT_EXCEPTION' });
  });
});

describe('the stream of calls', () => {
  it('is opened for a listener of who is logged in, whichever comes first', async () => {
    await DirectCalls.loginWithAuthToken('T');
    expect(exchange.paths()).toEqual([]);
    listen();
    await vi.waitFor(() => expect(exchange.paths()).toEqual(['GET /me', 'GET /users/ada/events']));
    expect(exchange.requests.map((one) => one.token)).toEqual(['T', 'T']);
  });

  it('is one for all listeners, and closed with the last', async () => {
    await listening();
    DirectCall.addCallListener('other', {});
    DirectCall.removeCallListener('other');
    expect(exchange.closed).toBe(0);
    DirectCall.removeCallListener('test');
    await vi.waitFor(() => expect(exchange.closed).toBe(1));
    expect(exchange.streams).toHaveLength(1);
  });

  it('is opened anew for another user', async () => {
    await listening();
    await DirectCall.login('U');
    await vi.waitFor(() => expect(exchange.streams).toHaveLength(2));
    expect(exchange.requests.at(-1)?.token).toBe('U');
    expect(exchange.closed).toBe(1);
  });

  it('tells what came of a call that was placed before the server had said whose stream it is', async () => {
    exchange.refusals.set('/me', { status: 503, code: 'ERR_UNAVAILABLE' });
    await DirectCalls.loginWithAuthToken('T');
    listen();
    const placed = await DirectCall.initiateCall(call());
    exchange.refusals.delete('/me');
    await vi.waitFor(() => expect(exchange.streams).toHaveLength(1), 5_000);
    exchange.emit('CallAccepted', ringOf('ada', 'ongoing'), 'grace');
    await vi.waitFor(() => expect(heard.map(([name]) => name)).toEqual(['onOutgoingCallAccepted']));
    expect(DirectCall.getActiveCall()?.getSessionId()).toBe(placed.getSessionId());
  });

  it('tells nothing twice when the user gets another token', async () => {
    await listening();
    await DirectCall.initiateCall(call());
    exchange.emit('CallAccepted', ringOf('ada', 'ongoing'), 'grace');
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await DirectCall.login('U');
    await vi.waitFor(() => expect(exchange.streams).toHaveLength(2));
    exchange.again();
    exchange.emit('CallEnded', ringOf('ada', 'ended'), 'grace');
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    expect(heard.map(([name]) => name)).toEqual(['onOutgoingCallAccepted', 'onCallEndedMessageReceived']);
  });

  it('is closed by a logout', async () => {
    await listening();
    await DirectCall.logout();
    await vi.waitFor(() => expect(exchange.closed).toBe(1));
  });

  it('tells when the token is not valid any more', async () => {
    exchange.refusals.set('/users/ada/events', { status: 401, code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND' });
    listen();
    await DirectCall.login('T');
    await vi.waitFor(() => expect(heard).toEqual([['onError', expect.objectContaining({ code: 'API_ERROR' })]]));
  });

  it('tells who calls', async () => {
    await listening();
    exchange.emit('IncomingCall', ringOf('grace', 'initiated'));
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    const [name, value] = heard[0] ?? [];
    const incoming = value as InstanceType<typeof DirectCall.Call>;
    expect(name).toBe('onIncomingCallReceived');
    expect(incoming.getSessionId()).toBe('s1');
    expect(incoming.getCallInitiator()?.getName()).toBe('Grace Hopper');
    expect([incoming.getType(), incoming.getReceiverType(), incoming.getReceiverId()]).toEqual([
      'video',
      'user',
      'ada',
    ]);
    expect([incoming.getStatus(), incoming.getMetadata()]).toEqual(['initiated', { topic: 'engines' }]);
    expect(incoming.getRingsUntil() - incoming.getInitiatedAt()).toBe(45);
  });
});

describe('a call', () => {
  beforeEach(() => DirectCalls.loginWithAuthToken('T'));

  it('is placed with a time and something along', async () => {
    const placed = await DirectCall.initiateCall(call().setMetadata({ topic: 'x' }), 20);
    expect(exchange.requests).toEqual([
      {
        method: 'POST',
        path: '/calls',
        token: 'T',
        body: { receiver: 'grace', receiverType: 'user', type: 'video', metadata: { topic: 'x' }, timeout: 20 },
      },
    ]);
    expect([placed.getSessionId(), placed.getStatus()]).toEqual(['s1', 'initiated']);
    expect(DirectCall.getActiveCall()).toBe(placed);
  });

  it('of two who call each other is accepted at once', async () => {
    exchange.placed = 'ongoing';
    listen();
    const placed = await DirectCall.initiateCall(call());
    expect(heard).toEqual([['onOutgoingCallAccepted', placed]]);
  });

  it('to somebody who is in another call says so', async () => {
    exchange.refusals.set('/calls', { status: 409, code: 'ERR_CALL_BUSY_USER' });
    await expect(DirectCall.initiateCall(call())).rejects.toMatchObject({ errorCode: 'ERR_CALL_BUSY_USER' });
    expect(DirectCall.getActiveCall()).toBeNull();
  });

  it('is taken', async () => {
    const taken = await DirectCall.acceptCall('s1');
    expect(exchange.paths()).toEqual(['POST /calls/s1/accept']);
    expect(DirectCall.getActiveCall()).toBe(taken);
  });

  it.each([
    ['rejected', 'POST /calls/s1/reject', { status: 'rejected' }],
    ['busy', 'POST /calls/s1/reject', { status: 'busy' }],
    ['cancelled', 'POST /calls/s1/cancel', undefined],
  ] as const)('is %s', async (status, path, body) => {
    await DirectCall.rejectCall('s1', status);
    expect(exchange.paths()).toEqual([path]);
    expect(exchange.requests[0]?.body).toEqual(body);
  });

  it('that rings is cancelled by its end', async () => {
    await DirectCall.initiateCall(call());
    await DirectCall.endCall();
    expect(exchange.paths().at(-1)).toBe('POST /calls/s1/cancel');
    expect(DirectCall.getActiveCall()).toBeNull();
  });

  it('that was taken is ended, once', async () => {
    await DirectCall.acceptCall('s1');
    await DirectCall.endCall();
    await DirectCall.endCall();
    expect(exchange.paths()).toEqual(['POST /calls/s1/accept', 'POST /calls/s1/end']);
  });

  it('that was accepted is ended and not cancelled', async () => {
    listen();
    await vi.waitFor(() => expect(exchange.streams).toHaveLength(1));
    await DirectCall.initiateCall(call());
    exchange.emit('CallAccepted', ringOf('ada', 'ongoing'), 'grace');
    await vi.waitFor(() => expect(DirectCall.getActiveCall()?.getStatus()).toBe('ongoing'));
    await DirectCall.endCall('s1');
    expect(exchange.paths().at(-1)).toBe('POST /calls/s1/end');
  });

  it('that is over already needs no end', async () => {
    exchange.refusals.set('/calls/s1/end', { status: 409, code: 'ERR_CALL_TERMINATED' });
    await expect(DirectCall.endCall('s1')).resolves.toBeUndefined();
  });

  it('of others is not ended silently', async () => {
    exchange.refusals.set('/calls/s1/end', { status: 403, code: 'ERR_CALL_NOT_A_PART' });
    await expect(DirectCall.endCall('s1')).rejects.toMatchObject({ errorCode: 'ERR_CALL_NOT_A_PART' });
  });

  it('is forgotten', async () => {
    await DirectCall.acceptCall('s1');
    DirectCall.clearActiveCall();
    expect(DirectCall.getActiveCall()).toBeNull();
  });

  it('that nobody takes is forgotten', async () => {
    listen();
    await vi.waitFor(() => expect(exchange.streams).toHaveLength(1));
    await DirectCall.initiateCall(call());
    exchange.emit('CallRejected', ringOf('ada', 'rejected'), 'grace');
    await vi.waitFor(() => expect(DirectCall.getActiveCall()).toBeNull());
    expect(heard.map(([name]) => name)).toEqual(['onOutgoingCallRejected']);
  });
});

describe('bad arguments', () => {
  const { Call } = DirectCall;
  const bad = { code: 'INVALID_ARGUMENT_EXCEPTION' };

  it.each([
    () => new Call('', 'video', 'user'),
    () => new Call('grace', 'smell' as never, 'user'),
    () => new Call('grace', 'video', 'cat' as never),
    () => call().setMetadata([] as never),
    () => DirectCall.addCallListener('', {}),
    () => DirectCall.addCallListener('x', null as never),
    () => DirectCall.showIncomingCalls(null as never, vi.fn()),
    () => DirectCall.showIncomingCalls(document.body, null as never),
  ])('%s throws', (attempt) => {
    expect(attempt).toThrow(expect.objectContaining(bad));
  });

  it.each([
    () => DirectCall.initiateCall({} as never),
    () => DirectCall.initiateCall(call(), 4),
    () => DirectCall.initiateCall(call(), 20.5),
    () => DirectCall.acceptCall(''),
    () => DirectCall.rejectCall('s1', 'ended' as never),
    () => DirectCall.endCall(''),
  ])('%s rejects', async (attempt) => {
    await DirectCalls.loginWithAuthToken('T');
    await expect(attempt()).rejects.toMatchObject(bad);
    expect(exchange.requests).toEqual([]);
  });
});
