// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallTokenClaims } from '../src/api/call-token';
import { Call, type CallObserver, type CallOptions } from '../src/core/call';
import { EVERYTHING, left, participant, snapshot, updated } from './support/made';
import { FakeServer, installDevices } from './support/page';
import { FakeConnection } from './support/rtc';

const CLAIMS: CallTokenClaims = { sessionId: 's', uid: 'uid-me', role: 'participant', publishes: EVERYTHING };
const ME = participant('me');
const ANN = participant('ann');

describe('a call', () => {
  const observer = {
    onModel: vi.fn(),
    onChange: vi.fn(),
    onSwitchedToVideo: vi.fn(),
    onScreenShare: vi.fn(),
    onError: vi.fn(),
    onOver: vi.fn(),
  } satisfies CallObserver;
  const calls: Call[] = [];
  let server: FakeServer;
  let asked: MediaStreamConstraints[];

  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000_000 });
    FakeConnection.install();
    asked = installDevices();
    server = new FakeServer(ME, snapshot(1, ME, ANN));
  });
  afterEach(() => {
    for (const call of calls.splice(0)) call.end();
    sessionStorage.clear();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  async function start(change: Partial<CallOptions> = {}): Promise<Call> {
    const options = { base: 'http://s/v3', token: 't', claims: CLAIMS, audioOnly: false, startMuted: false };
    const more = { startPaused: false, idlePeriod: 180, iceTransportPolicy: 'all' } as const;
    const call = new Call({ ...options, ...more, ...change }, observer);
    calls.push(call);
    await call.start();
    await settle();
    return call;
  }

  const settle = () => vi.advanceTimersByTimeAsync(0);
  const hide = () => window.dispatchEvent(new Event('pagehide'));
  const showAgain = () => window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  const joins = () => server.to('POST', '/participants').map((one) => one.body);

  describe('that is reloaded', () => {
    it('leaves with a grace, and goes on as the same participant, muted as before', async () => {
      const first = await start();
      await first.own.setMuted(true);
      hide();
      expect(server.to('DELETE', '/participants/me?grace=5')).toHaveLength(1);

      vi.setSystemTime(1_002_000);
      const second = await start();
      await settle();

      expect(joins()[0]).not.toHaveProperty('participantId');
      expect(joins()[1]).toMatchObject({ participantId: 'me', audioMuted: true, videoPaused: false });
      expect(second.model.own.audioMuted).toBe(true);
      expect(server.to('POST', '/me/media/restart')).toHaveLength(1);
    });

    it('joins anew when the server gives it another participant', async () => {
      await start();
      hide();
      const self = participant('me2');
      Object.assign(server, { self, session: snapshot(3, self, ANN) });

      await start();

      expect(server.to('POST', '/media/restart')).toEqual([]);
    });

    it('joins anew after a real leave', async () => {
      const first = await start();
      hide();
      first.end();

      await start();

      expect(joins()[1]).not.toHaveProperty('participantId');
    });

    it('joins anew when it took too long', async () => {
      await start();
      hide();
      vi.setSystemTime(1_006_000);

      await start();

      expect(joins()[1]).not.toHaveProperty('participantId');
    });
  });

  it('goes on when the browser brings its page back', async () => {
    await start();
    hide();
    expect(observer.onOver).not.toHaveBeenCalled();

    showAgain();
    await vi.advanceTimersByTimeAsync(1_000);

    expect(server.streams).toHaveLength(2);
    expect(server.to('POST', '/me/media/restart')).toHaveLength(1);
    expect(sessionStorage).toHaveLength(0);
  });

  it('opens nothing that it may not send', async () => {
    const call = await start({ claims: { ...CLAIMS, publishes: new Set(['audio'] as const) } });
    await call.own.setPaused(false);
    await call.own.startScreen();

    expect(asked.map((one) => Object.keys(one))).toEqual([['audio']]);
    expect(joins()[0]).toMatchObject({ audioMuted: false, videoPaused: true });
  });

  it('goes by what the server lets it send', async () => {
    server.self = participant('me', { publishes: ['camera'] });
    const call = await start();
    expect(call.model.publishes).toEqual(new Set(['camera']));
  });

  it('is an audio call when it comes into one', async () => {
    server.session = { ...snapshot(1, ME, ANN), type: 'audio' };

    const call = await start();

    expect(call.model).toMatchObject({ audioOnly: true, own: { camera: null, videoPaused: true } });
  });

  it('goes on with video when another agrees', async () => {
    server.session = { ...snapshot(1, ME, ANN), type: 'audio' };
    const call = await start({ audioOnly: true });

    await call.switchToVideo();
    expect(server.to('POST', '/switch-to-video')).toHaveLength(1);
    server.emit({ type: 'SwitchedToVideo', sessionId: 's', seq: 2, at: '', initiator: 'me', responder: 'ann' });
    await settle();

    expect(call.model).toMatchObject({ audioOnly: false, own: { videoPaused: false } });
    expect(observer.onSwitchedToVideo).toHaveBeenCalledWith('me', 'ann');
  });

  it('is muted by another, and unmutes by itself', async () => {
    const call = await start();

    server.emit(updated(2, participant('me', { audioMuted: true }), 'ann'));
    await settle();
    expect(call.model.own.audioMuted).toBe(true);
    await call.own.setMuted(false);
    await settle();

    expect(call.model.own.audioMuted).toBe(false);
    expect(server.to('PATCH', '/participants/me').map((one) => one.body)).toEqual([{ audioMuted: false }]);
  });

  it('turns off the microphone and the camera of another', async () => {
    const call = await start();

    await call.turnOff('ann', { audioMuted: true });
    await call.turnOff('ann', { videoPaused: true });

    const sent = server.to('PATCH', '/participants/ann').map((one) => one.body);
    expect(sent).toEqual([{ audioMuted: true }, { videoPaused: true }]);
  });

  it('is over when the server takes it out', async () => {
    await start();

    server.emit(left(2, 'me'));
    await settle();

    expect(observer.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'ERROR_REMOVED_FROM_CALL' }));
    expect(observer.onOver).toHaveBeenCalledTimes(1);
    expect(server.to('DELETE', '/participants/me')).toEqual([]);
  });

  it('is over, and says that the user was removed, when its token is revoked before word of it comes', async () => {
    await start();
    const revoked = { error: { code: 'AUTH_ERR_TOKEN_REVOKED', message: 'The call token was revoked.' } };
    server.reply = ({ path }) => (path.includes('/events') ? Response.json(revoked, { status: 401 }) : undefined);

    server.streams.at(-1)?.close();
    await vi.advanceTimersByTimeAsync(5_000);

    expect(observer.onError).toHaveBeenLastCalledWith(expect.objectContaining({ code: 'ERROR_REMOVED_FROM_CALL' }));
    expect(observer.onError).not.toHaveBeenCalledWith(expect.objectContaining({ code: 'API_ERROR' }));
    expect(observer.onOver).toHaveBeenCalledTimes(1);
  });
});
