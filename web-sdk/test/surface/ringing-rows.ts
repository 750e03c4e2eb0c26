import { expect, vi } from 'vitest';
import { DirectCall, DirectCalls, type RingCallbacks } from '../../src/index';
import { Exchange, ringOf } from '../support/exchange';
import { type Row } from './stage';

const { Call, CALL_TYPE, RECEIVER_TYPE } = DirectCall;
const call = () => new Call('grace', CALL_TYPE.VIDEO, RECEIVER_TYPE.USER);

/** A proof with a server that rings, for the user Ada; nothing of it is left afterwards. */
function ringing(does: string, proof: (exchange: Exchange) => Promise<void>): Row {
  return [
    does,
    async () => {
      const exchange = new Exchange();
      try {
        await DirectCalls.loginWithAuthToken('T');
        await proof(exchange);
      } finally {
        DirectCall.removeCallListener('row');
        await DirectCall.logout();
      }
    },
  ];
}

async function listen(exchange: Exchange, callback: keyof RingCallbacks) {
  const heard = vi.fn();
  DirectCall.addCallListener('row', new DirectCall.CallListener({ [callback]: heard }));
  await vi.waitFor(() => expect(exchange.streams).toHaveLength(1));
  return heard;
}

/** An event of the server is told by this callback. */
function hears(
  callback: Exclude<keyof RingCallbacks, 'onError'>,
  happen: (exchange: Exchange) => Promise<void> | void,
): Row {
  return ringing('tells the call', async (exchange) => {
    const heard = await listen(exchange, callback);
    await happen(exchange);
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
    expect(heard.mock.calls[0]?.[0]).toBeInstanceOf(Call);
  });
}

const last = (exchange: Exchange) => exchange.paths().at(-1);

export const CALL_CALLBACK_ROWS: Record<keyof RingCallbacks, Row> = {
  onIncomingCallReceived: hears('onIncomingCallReceived', (exchange) => {
    exchange.emit('IncomingCall', ringOf('grace', 'initiated'));
  }),
  onOutgoingCallAccepted: hears('onOutgoingCallAccepted', async (exchange) => {
    await DirectCall.initiateCall(call());
    exchange.emit('CallAccepted', ringOf('ada', 'ongoing'), 'grace');
  }),
  onOutgoingCallRejected: hears('onOutgoingCallRejected', async (exchange) => {
    await DirectCall.initiateCall(call());
    exchange.emit('CallRejected', ringOf('ada', 'busy'), 'grace');
  }),
  onIncomingCallCancelled: ringing('tells the call', async (exchange) => {
    const heard = await listen(exchange, 'onIncomingCallCancelled');
    const rang = vi.fn();
    DirectCall.addCallListener('row', { onIncomingCallReceived: rang, onIncomingCallCancelled: heard });
    exchange.emit('IncomingCall', ringOf('grace', 'initiated'));
    await vi.waitFor(() => expect(rang).toHaveBeenCalledOnce());
    exchange.emit('CallCancelled', ringOf('grace', 'cancelled'));
    await vi.waitFor(() => expect(heard).toHaveBeenCalledOnce());
  }),
  onCallEndedMessageReceived: hears('onCallEndedMessageReceived', async (exchange) => {
    await DirectCall.acceptCall('s1');
    exchange.emit('CallEnded', ringOf('grace', 'ended'), 'grace');
  }),
  onError: ringing('tells that the token is not valid any more', async (exchange) => {
    exchange.refusals.set('/me', { status: 401, code: 'AUTH_ERR_AUTH_TOKEN_NOT_FOUND' });
    const heard = vi.fn();
    DirectCall.addCallListener('row', { onError: heard });
    await vi.waitFor(() => expect(heard).toHaveBeenCalledWith(expect.objectContaining({ code: 'API_ERROR' })));
  }),
};

export const RINGING_ROWS = {
  CALL_TYPE: ['names the types', () => expect(CALL_TYPE).toEqual({ AUDIO: 'audio', VIDEO: 'video' })],
  RECEIVER_TYPE: ['names who is called', () => expect(RECEIVER_TYPE).toEqual({ USER: 'user', GROUP: 'group' })],
  CALL_STATUS: ['names where a call stands', () => expect(Object.values(DirectCall.CALL_STATUS)).toHaveLength(7)],
  Call: ['is made for who is called', () => expect(call().getReceiverId()).toBe('grace')],
  CallListener: [
    'holds the callbacks',
    () => {
      const onError = vi.fn();
      expect(new DirectCall.CallListener({ onError }).onError).toBe(onError);
    },
  ],
  login: ringing('says who is logged in', async () => {
    expect((await DirectCall.login('T')).getUid()).toBe('ada');
  }),
  getLoggedinUser: ringing('gives the user with the auth token, and null without one', async () => {
    expect((await DirectCall.getLoggedinUser())?.getAuthToken()).toBe('T');
    await DirectCall.logout();
    expect(await DirectCall.getLoggedinUser()).toBeNull();
  }),
  logout: ringing('forgets the user', async () => {
    await DirectCall.logout();
    await expect(DirectCall.initiateCall(call())).rejects.toMatchObject({ code: 'INVALID_ARGUMENT_EXCEPTION' });
  }),
  addCallListener: hears('onIncomingCallReceived', (exchange) => {
    exchange.emit('IncomingCall', ringOf('grace', 'initiated'));
  }),
  removeCallListener: ringing('hears no more', async (exchange) => {
    await listen(exchange, 'onIncomingCallReceived');
    DirectCall.removeCallListener('row');
    await vi.waitFor(() => expect(exchange.closed).toBe(1));
  }),
  initiateCall: ringing('calls a user', async (exchange) => {
    expect((await DirectCall.initiateCall(call(), 30)).getStatus()).toBe('initiated');
    expect(exchange.requests.at(-1)?.body).toMatchObject({ receiver: 'grace', timeout: 30 });
  }),
  acceptCall: ringing('takes a call', async (exchange) => {
    expect((await DirectCall.acceptCall('s1')).getStatus()).toBe('ongoing');
    expect(last(exchange)).toBe('POST /calls/s1/accept');
  }),
  rejectCall: ringing('declines a call', async (exchange) => {
    await DirectCall.rejectCall('s1', 'rejected');
    expect(last(exchange)).toBe('POST /calls/s1/reject');
  }),
  endCall: ringing('ends a call', async (exchange) => {
    await DirectCall.endCall('s1');
    expect(last(exchange)).toBe('POST /calls/s1/end');
  }),
  getActiveCall: ringing('gives the call that was placed', async () => {
    expect(DirectCall.getActiveCall()).toBeNull();
    const placed = await DirectCall.initiateCall(call());
    expect(DirectCall.getActiveCall()).toBe(placed);
  }),
  clearActiveCall: ringing('forgets the call', async () => {
    await DirectCall.initiateCall(call());
    DirectCall.clearActiveCall();
    expect(DirectCall.getActiveCall()).toBeNull();
  }),
  showIncomingCalls: ringing('shows who calls', async (exchange) => {
    const place = document.createElement('div');
    const remove = DirectCall.showIncomingCalls(place, vi.fn());
    await vi.waitFor(() => expect(exchange.streams).toHaveLength(1));
    exchange.emit('IncomingCall', ringOf('grace', 'initiated'));
    await vi.waitFor(() => expect(place.firstElementChild?.shadowRoot?.textContent).toContain('Grace Hopper'));
    remove();
    expect(place.childElementCount).toBe(0);
  }),
} satisfies Partial<Record<keyof typeof DirectCall, Row>>;

async function placed() {
  return DirectCall.initiateCall(call());
}

/** What a call says of itself. */
export const CALL_ROWS: Record<keyof InstanceType<typeof Call>, Row> = {
  setMetadata: ['sends something along', () => expect(call().setMetadata({ a: 1 }).getMetadata()).toEqual({ a: 1 })],
  getMetadata: ringing('gives what was sent along', async () => {
    expect((await placed()).getMetadata()).toEqual({ topic: 'engines' });
  }),
  getSessionId: ringing('names the session', async () => {
    expect(call().getSessionId()).toBe('');
    expect((await placed()).getSessionId()).toBe('s1');
  }),
  getType: ['audio or video', () => expect(call().getType()).toBe('video')],
  getReceiverType: ['a user or a group', () => expect(call().getReceiverType()).toBe('user')],
  getReceiverId: ['names who is called', () => expect(call().getReceiverId()).toBe('grace')],
  getStatus: ringing('says where it stands', async () => {
    expect(call().getStatus()).toBeUndefined();
    expect((await placed()).getStatus()).toBe('initiated');
  }),
  getCallInitiator: ringing('says who calls', async () => {
    expect(call().getCallInitiator()).toBeUndefined();
    expect((await placed()).getCallInitiator()?.getName()).toBe('Ada');
  }),
  getInitiatedAt: ringing('says since when', async () => {
    expect((await placed()).getInitiatedAt()).toBe(Date.UTC(2026, 0) / 1_000);
  }),
  getRingsUntil: ringing('says until when it rings', async () => {
    expect((await placed()).getRingsUntil()).toBe(Date.UTC(2026, 0) / 1_000 + 45);
  }),
};
