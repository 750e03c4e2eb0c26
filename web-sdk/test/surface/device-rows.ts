import { expect, vi } from 'vitest';
import type { deviceControls } from '../../src/compat/device-controls';
import type { listening } from '../../src/compat/listening';
import { DirectCalls } from '../../src/index';
import { INVALID_ARGUMENT, type Row } from './stage';

type Controls = typeof deviceControls;
type Method<T> = { [K in keyof Controls]: Controls[K] extends T ? K : never }[keyof Controls];

/** The list is that of the machine, and nothing without a call. */
function lists(method: 'getAudioInputDevices' | 'getAudioOutputDevices' | 'getVideoInputDevices', ids: string[]): Row {
  return [
    'gives the devices of the call',
    async (stage) => {
      expect(DirectCalls[method]()).toEqual([]);
      await stage.join();
      expect(DirectCalls[method]().map((one) => one.deviceId)).toEqual(ids);
    },
  ];
}

function gives(method: Method<() => MediaDeviceInfo | undefined>, id: string): Row {
  return [
    'gives the device that is used',
    async (stage) => {
      expect(DirectCalls[method]()).toBeUndefined();
      await stage.join();
      expect(DirectCalls[method]()).toMatchObject({ deviceId: id });
    },
  ];
}

type Setter = 'setAudioInputDevice' | 'setAudioOutputDevice' | 'setVideoInputDevice';

function uses(method: Setter, current: Method<() => MediaDeviceInfo | undefined>, id: string): Row {
  return [
    'uses that device, and refuses what is no id',
    async (stage) => {
      await stage.join();
      DirectCalls[method](id);
      await vi.waitFor(() => expect(DirectCalls[current]()).toMatchObject({ deviceId: id }));
      for (const wrong of [undefined, '', 7])
        expect(() => DirectCalls[method](wrong as never)).toThrow(INVALID_ARGUMENT);
    },
  ];
}

export const DEVICE_ROWS = {
  getAudioInputDevices: lists('getAudioInputDevices', ['mic-1', 'mic-2']),
  getAudioOutputDevices: lists('getAudioOutputDevices', ['out-1', 'out-2']),
  getVideoInputDevices: lists('getVideoInputDevices', ['cam-1', 'cam-2']),
  getCurrentAudioInputDevice: gives('getCurrentAudioInputDevice', 'mic-1'),
  getCurrentAudioOutputDevice: gives('getCurrentAudioOutputDevice', 'out-1'),
  getCurrentVideoInputDevice: gives('getCurrentVideoInputDevice', 'cam-1'),
  setAudioInputDevice: uses('setAudioInputDevice', 'getCurrentAudioInputDevice', 'mic-2'),
  setAudioOutputDevice: uses('setAudioOutputDevice', 'getCurrentAudioOutputDevice', 'out-2'),
  setVideoInputDevice: uses('setVideoInputDevice', 'getCurrentVideoInputDevice', 'cam-2'),
  switchCamera: [
    'goes on with the next camera',
    async (stage) => {
      await stage.join();
      DirectCalls.switchCamera();
      await vi.waitFor(() => expect(stage.used).toEqual(['mic-1', 'cam-2']));
    },
  ],
} satisfies Record<keyof Controls, Row>;

export const LISTENING_ROWS = {
  addCallEventListener: [
    'hears, and the next of its name in its place',
    async (stage) => {
      const [first, second] = [vi.fn(), vi.fn()];
      DirectCalls.addCallEventListener('one', { onSessionJoined: first });
      DirectCalls.addCallEventListener('one', { onSessionJoined: second });
      await stage.join();
      DirectCalls.removeCallEventListener('one');
      expect(first).not.toHaveBeenCalled();
      expect(second).toHaveBeenCalledOnce();
      expect(() => DirectCalls.addCallEventListener('', {})).toThrow(INVALID_ARGUMENT);
      expect(() => DirectCalls.addCallEventListener('x', null as never)).toThrow(INVALID_ARGUMENT);
    },
  ],
  removeCallEventListener: [
    'hears no more',
    async (stage) => {
      const heard = vi.fn();
      DirectCalls.addCallEventListener('one', { onSessionJoined: heard });
      DirectCalls.removeCallEventListener('one');
      await stage.join();
      expect(heard).not.toHaveBeenCalled();
      expect(() => DirectCalls.removeCallEventListener(undefined as never)).toThrow(INVALID_ARGUMENT);
    },
  ],
  addEventListener: [
    'hears until it is ended, or its signal aborts',
    async (stage) => {
      const [heard, ended, aborted] = [stage.hear('onSessionJoined'), vi.fn(), vi.fn()];
      const stop = new AbortController();
      DirectCalls.addEventListener('onSessionJoined', ended)();
      DirectCalls.addEventListener('onSessionJoined', aborted, { signal: stop.signal });
      stop.abort();
      await stage.join();
      expect(heard).toHaveBeenCalledOnce();
      expect([...ended.mock.calls, ...aborted.mock.calls]).toEqual([]);
      expect(() => DirectCalls.addEventListener('onSessionJoined', 7 as never)).toThrow(INVALID_ARGUMENT);
      expect(() => DirectCalls.addEventListener(7 as never, heard as never)).toThrow(INVALID_ARGUMENT);
      expect(() => DirectCalls.addEventListener('onSessionJoined', heard, { signal: 7 as never })).toThrow(
        INVALID_ARGUMENT,
      );
    },
  ],
} satisfies Record<keyof typeof listening, Row>;
