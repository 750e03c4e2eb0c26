// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type CallListener, DirectCalls } from '../src/index';
import { installDrawing } from './support/drawing';
import { FakeMachine } from './support/machine';
import { jwt, participant, snapshot } from './support/made';
import { FakeServer } from './support/page';
import { FakeConnection } from './support/rtc';

const ME = participant('me');
const TOKEN = jwt({ data: { sessionId: 's' }, sub: 'uid-me' });

describe('devices of a call', () => {
  let machine: FakeMachine;
  const listener = {
    onMediaDeviceListUpdated: vi.fn(),
    onAudioModesUpdated: vi.fn(),
    onError: vi.fn(),
  } satisfies CallListener;

  beforeEach(() => {
    installDrawing();
    FakeConnection.install();
    new FakeServer(ME, snapshot(1, ME));
    machine = new FakeMachine(
      ['audioinput', 'mic-1'],
      ['audioinput', 'mic-2'],
      ['videoinput', 'cam-1'],
      ['videoinput', 'cam-2'],
      ['audiooutput', 'out-1'],
      ['audiooutput', 'out-2'],
    );
  });
  afterEach(() => {
    DirectCalls.endSession();
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  async function start(): Promise<void> {
    const settings = new DirectCalls.CallSettingsBuilder().setCallListener(listener).build();
    await DirectCalls.startSession(TOKEN, settings, document.createElement('div'));
    await vi.waitFor(() => expect(listener.onMediaDeviceListUpdated).toHaveBeenCalled());
  }

  const used = () => machine.live.map((one) => one.deviceId);

  it('are listed by kind', async () => {
    await start();

    expect(DirectCalls.getAudioInputDevices().map((one) => one.deviceId)).toEqual(['mic-1', 'mic-2']);
    expect(DirectCalls.getAudioOutputDevices().map((one) => one.deviceId)).toEqual(['out-1', 'out-2']);
    expect(DirectCalls.getVideoInputDevices().map((one) => one.deviceId)).toEqual(['cam-1', 'cam-2']);
    expect(listener.onMediaDeviceListUpdated).toHaveBeenCalledExactlyOnceWith({
      audioInputDevices: DirectCalls.getAudioInputDevices(),
      audioOutputDevices: DirectCalls.getAudioOutputDevices(),
      videoInputDevices: DirectCalls.getVideoInputDevices(),
    });
  });

  it('are not known without a call', () => {
    expect(DirectCalls.getAudioInputDevices()).toEqual([]);
    expect(DirectCalls.getCurrentVideoInputDevice()).toBeUndefined();
  });

  it('cancel echo and suppress noise', async () => {
    await start();
    expect(machine.asked[0]?.audio).toMatchObject({ echoCancellation: true, noiseSuppression: true });
  });

  it('are replaced by those that were chosen', async () => {
    await start();

    DirectCalls.setAudioInputDevice('mic-2');
    DirectCalls.setVideoInputDevice('cam-2');

    await vi.waitFor(() => expect(used()).toEqual(['mic-2', 'cam-2']));
    await vi.waitFor(() => expect(DirectCalls.getCurrentAudioInputDevice()?.deviceId).toBe('mic-2'));
    expect(DirectCalls.getCurrentVideoInputDevice()?.deviceId).toBe('cam-2');
  });

  it('stay when the chosen one cannot be opened', async () => {
    await start();

    DirectCalls.setVideoInputDevice('cam-9');

    await vi.waitFor(() =>
      expect(listener.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'ERROR_CAMERA' })),
    );
    await vi.waitFor(() => expect(used()).toEqual(['mic-1', 'cam-1']));
  });

  it('go round with switchCamera', async () => {
    await start();

    DirectCalls.switchCamera();
    await vi.waitFor(() => expect(used()).toContain('cam-2'));
    DirectCalls.switchCamera();

    await vi.waitFor(() => expect(used()).toEqual(['mic-1', 'cam-1']));
  });

  it('fall back to the default one when one is unplugged, muted as it was, and tell', async () => {
    await start();
    DirectCalls.setAudioInputDevice('mic-2');
    await vi.waitFor(() => expect(used()).toContain('mic-2'));
    DirectCalls.muteAudio(true);
    await vi.waitFor(() => expect(machine.live.find((one) => one.kind === 'audio')?.enabled).toBe(false));

    machine.unplug('mic-2');

    await vi.waitFor(() => expect(used()).toEqual(['cam-1', 'mic-1']));
    expect(machine.live.find((one) => one.kind === 'audio')?.enabled).toBe(false);
    await vi.waitFor(() =>
      expect(listener.onMediaDeviceListUpdated).toHaveBeenLastCalledWith(
        expect.objectContaining({ audioInputDevices: [expect.objectContaining({ deviceId: 'mic-1' })] }),
      ),
    );
    expect(listener.onError).not.toHaveBeenCalled();
  });

  it('are missed when the last one is unplugged', async () => {
    machine.devices = machine.devices.filter((one) => one.deviceId !== 'cam-2');
    await start();

    machine.unplug('cam-1');

    await vi.waitFor(() =>
      expect(listener.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'ERROR_CAMERA' })),
    );
  });

  describe('outputs', () => {
    beforeEach(() => {
      Object.assign(HTMLMediaElement.prototype, { setSinkId: () => Promise.resolve() });
    });
    afterEach(() => {
      Reflect.deleteProperty(HTMLMediaElement.prototype, 'setSinkId');
    });

    it('are chosen, and told as audio modes', async () => {
      await start();

      DirectCalls.setAudioOutputDevice('out-2');

      await vi.waitFor(() => expect(DirectCalls.getCurrentAudioOutputDevice()?.deviceId).toBe('out-2'));
      expect(listener.onAudioModesUpdated).toHaveBeenLastCalledWith([
        { mode: 'Name of out-1', deviceId: 'out-1', isSelected: false },
        { mode: 'Name of out-2', deviceId: 'out-2', isSelected: true },
      ]);
    });

    it('fall back to the default one', async () => {
      await start();
      DirectCalls.setAudioOutputDevice('out-2');
      await vi.waitFor(() => expect(DirectCalls.getCurrentAudioOutputDevice()?.deviceId).toBe('out-2'));

      machine.unplug('out-2');

      await vi.waitFor(() => expect(DirectCalls.getCurrentAudioOutputDevice()?.deviceId).toBe('out-1'));
    });

    it('are refused when there is no such one', async () => {
      await start();

      DirectCalls.setAudioOutputDevice('out-9');

      await vi.waitFor(() =>
        expect(listener.onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'ERROR_AUDIO_OUTPUT' })),
      );
    });
  });

  it.each(['setAudioInputDevice', 'setAudioOutputDevice', 'setVideoInputDevice'] as const)(
    '%s refuses what is no id',
    (method) => {
      for (const wrong of [undefined, '', 7])
        expect(() => DirectCalls[method](wrong as never)).toThrow(
          expect.objectContaining({ code: 'INVALID_ARGUMENT_EXCEPTION' }),
        );
    },
  );
});
