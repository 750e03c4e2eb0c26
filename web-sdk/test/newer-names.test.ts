// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CallEvents, DirectCalls } from '../src/index';
import { installDrawing } from './support/drawing';
import { FakeMachine } from './support/machine';
import { ended, joined, jwt, left, participant, snapshot, updated } from './support/made';
import { FakeServer } from './support/page';
import { FakeConnection } from './support/rtc';

const ME = participant('me');
const ANN = participant('ann');
const TOKEN = jwt({ data: { sessionId: 's' }, sub: 'uid-me' });

describe('the newer names', () => {
  let server: FakeServer;
  let machine: FakeMachine;
  let removes: (() => void)[] = [];

  beforeEach(async () => {
    installDrawing();
    FakeConnection.install();
    server = new FakeServer(ME, snapshot(1, ME, ANN));
    machine = new FakeMachine(['audioinput', 'mic-1'], ['audioinput', 'mic-2'], ['videoinput', 'cam-1']);
    await DirectCalls.init({ appId: 'a', region: 'eu', host: 'http://s/v3' });
  });
  afterEach(() => {
    DirectCalls.leaveSession();
    removes.forEach((remove) => remove());
    removes = [];
    vi.unstubAllGlobals();
  });

  function on(event: keyof CallEvents) {
    const heard = vi.fn();
    removes.push(DirectCalls.addEventListener(event, heard as never));
    return heard;
  }

  async function join(settings = {}, element = document.createElement('div')) {
    const result = await DirectCalls.joinSession(TOKEN, settings, element);
    await vi.waitFor(() => expect(DirectCalls.getAudioInputDevices()).not.toEqual([]));
    return result;
  }

  it('get a token with the auth token of whoever logged in', async () => {
    await DirectCalls.loginWithAuthToken('A');
    await DirectCalls.generateToken('room');
    expect(server.to('POST', '/call_tokens').map((one) => one.body)).toEqual([{ sessionId: 'room' }]);
  });

  it('join and leave', async () => {
    const [sessionJoined, list, sessionLeft, closed] = [
      on('onSessionJoined'),
      on('onParticipantListChanged'),
      on('onSessionLeft'),
      on('onConnectionClosed'),
    ];

    expect(await join()).toEqual({ data: { sessionId: 's' } });
    expect(sessionJoined).toHaveBeenCalledOnce();
    expect(list).toHaveBeenCalledExactlyOnceWith([
      expect.objectContaining({ id: 'me', isLocalUser: true }),
      expect.objectContaining({ id: 'ann' }),
    ]);
    expect(sessionLeft).not.toHaveBeenCalled();

    DirectCalls.leaveSession();
    DirectCalls.leaveSession();

    expect(sessionLeft).toHaveBeenCalledOnce();
    expect(closed).toHaveBeenCalledOnce();
    expect(server.to('DELETE', '/participants/me')).toHaveLength(1);
  });

  it.each([
    [{ layout: 'ROUND' }, 'INVALID_CALL_SETTINGS'],
    [{ sessionType: 'AUDIO' }, 'INVALID_CALL_SETTINGS'],
    [{ hideControlPanel: 'yes' }, 'INVALID_CALL_SETTINGS'],
    [{ idleTimeoutPeriodBeforePrompt: -1 }, 'INVALID_CALL_SETTINGS'],
    [undefined, 'INVALID_CALL_SETTINGS'],
  ])('give the error of settings %j', async (settings, code) => {
    const result = await DirectCalls.joinSession(TOKEN, settings as never, document.createElement('div'));
    expect(result.error).toMatchObject({ code });
  });

  it('give the error of a wrong token, and of no element', async () => {
    const code = 'INVALID_ARGUMENT_EXCEPTION';
    expect((await DirectCalls.joinSession('no', {}, document.createElement('div'))).error).toMatchObject({ code });
    expect((await DirectCalls.joinSession(TOKEN, {}, null)).error).toMatchObject({ code });
  });

  it('start as the plain settings say', async () => {
    await join({
      sessionType: 'VOICE',
      startAudioMuted: true,
      idleTimeoutPeriodBeforePrompt: 10_000,
      idleTimeoutPeriodAfterPrompt: 20_000,
    });
    expect(server.to('POST', '/participants')[0]?.body).toMatchObject({
      callType: 'audio',
      audioMuted: true,
      idlePeriod: 30,
    });
  });

  it('mute and pause, and hear of it', async () => {
    await join();
    const heard = [on('onAudioMuted'), on('onAudioUnMuted'), on('onVideoPaused'), on('onVideoResumed')];

    DirectCalls.muteAudio();
    DirectCalls.unmuteAudio();
    DirectCalls.pauseVideo();
    DirectCalls.resumeVideo();

    for (const one of heard) await vi.waitFor(() => expect(one).toHaveBeenCalledOnce());
  });

  it('raise and lower the hand', async () => {
    await join();
    const patches = () => server.to('PATCH', '/participants/me').map((one) => one.body);

    DirectCalls.raiseHand();
    await vi.waitFor(() => expect(patches()).toContainEqual({ handRaised: true }));
    DirectCalls.lowerHand();

    await vi.waitFor(() => expect(patches()).toContainEqual({ handRaised: false }));
  });

  it('hear what happens to the others', async () => {
    await join();
    const bob = participant('bob');
    const events = [
      ['onParticipantJoined', joined(2, bob)],
      ['onParticipantAudioMuted', updated(3, { ...bob, audioMuted: true }, 'bob')],
      ['onParticipantAudioUnmuted', updated(4, bob, 'bob')],
      ['onParticipantVideoPaused', updated(5, { ...bob, videoPaused: true }, 'bob')],
      ['onParticipantVideoResumed', updated(6, bob, 'bob')],
      ['onParticipantHandRaised', updated(7, { ...bob, handRaised: true }, 'bob')],
      ['onParticipantHandLowered', updated(8, bob, 'bob')],
      ['onParticipantStartedScreenShare', updated(9, { ...bob, screenSharing: true }, 'bob')],
      ['onParticipantStoppedScreenShare', updated(10, bob, 'bob')],
      ['onParticipantLeft', left(11, 'bob')],
    ] as const;
    for (const [name, event] of events) {
      const heard = on(name);
      server.emit(event);
      await vi.waitFor(() => expect(heard).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'bob' })));
    }
  });

  it('end it for everybody', async () => {
    await join();
    const over = on('onSessionLeft');

    DirectCalls.endSessionForAll();
    await vi.waitFor(() => expect(server.to('DELETE', '/sessions/s')).toHaveLength(1));
    server.emit(ended(2));

    await vi.waitFor(() => expect(over).toHaveBeenCalledOnce());
  });

  it('change the layout', async () => {
    await join();
    const heard = on('onCallLayoutChanged');

    DirectCalls.setLayout('SIDEBAR');

    expect(heard).toHaveBeenCalledExactlyOnceWith('DEFAULT');
    expect(() => DirectCalls.setLayout('ROUND' as never)).toThrow(
      expect.objectContaining({ code: 'INVALID_ARGUMENT_EXCEPTION' }),
    );
  });

  it('hear of a layout that is chosen in the menu', async () => {
    const element = document.createElement('div');
    await join({}, element);
    const heard = on('onCallLayoutChanged');

    element.firstElementChild?.shadowRoot
      ?.querySelector<HTMLElement>('[aria-label="Change layout"] [role=menuitemradio][aria-checked=false]')
      ?.click();

    expect(heard).toHaveBeenCalledOnce();
  });

  it('tell which device is used', async () => {
    const heard = on('onAudioInputDeviceChanged');
    await join();
    DirectCalls.setAudioInputDevice('mic-2');
    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(expect.objectContaining({ deviceId: 'mic-2' })));

    machine.unplug('mic-2');

    await vi.waitFor(() => expect(heard).toHaveBeenLastCalledWith(expect.objectContaining({ deviceId: 'mic-1' })));
  });

  it('stop hearing by the function, and by the signal', async () => {
    const heard = vi.fn();
    const stop = new AbortController();
    const remove = DirectCalls.addEventListener('onSessionJoined', heard);
    DirectCalls.addEventListener('onSessionJoined', heard, { signal: stop.signal });

    remove();
    stop.abort();
    await join();

    expect(heard).not.toHaveBeenCalled();
  });

  it('refuse what is no event or no function', () => {
    const refused = expect.objectContaining({ code: 'INVALID_ARGUMENT_EXCEPTION' }) as Error;
    expect(() => DirectCalls.addEventListener('' as never, vi.fn() as never)).toThrow(refused);
    expect(() => DirectCalls.addEventListener('onAudioMuted', undefined as never)).toThrow(refused);
    expect(() => DirectCalls.muteAudio('yes' as never)).toThrow(refused);
    expect(() => DirectCalls.pinParticipant(7 as never)).toThrow(refused);
  });

  it('do nothing without a call', () => {
    for (const method of [
      'raiseHand',
      'lowerHand',
      'unpinParticipant',
      'endSessionForAll',
      'startScreenSharing',
    ] as const)
      expect(() => DirectCalls[method]()).not.toThrow();
  });
});
