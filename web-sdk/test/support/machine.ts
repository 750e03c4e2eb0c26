import { vi } from 'vitest';

export interface FakeTrack {
  kind: 'audio' | 'video';
  enabled: boolean;
  readyState: 'live' | 'ended';
  deviceId: string;
  onended: (() => void) | null;
  stop: () => void;
  getSettings: () => { deviceId: string };
}

/** A machine whose devices are plugged in and out. The first of a kind is its default one. */
export class FakeMachine extends EventTarget {
  readonly tracks: FakeTrack[] = [];
  readonly asked: MediaStreamConstraints[] = [];
  devices: MediaDeviceInfo[];

  /** Puts itself in place of the browser's devices; `vi.unstubAllGlobals()` ends it. */
  constructor(...ids: [MediaDeviceKind, string][]) {
    super();
    this.devices = ids.map(([kind, deviceId]) => device(kind, deviceId));
    vi.stubGlobal('navigator', { language: 'en', mediaDevices: this });
  }

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    return Promise.resolve([...this.devices]);
  }

  async getUserMedia(wanted: MediaStreamConstraints): Promise<unknown> {
    await Promise.resolve();
    this.asked.push(wanted);
    const audio = wanted.audio === undefined ? [] : [this.#open('audio', wanted.audio)];
    const video = wanted.video === undefined ? [] : [this.#open('video', wanted.video)];
    return { getTracks: () => [...audio, ...video], getAudioTracks: () => audio, getVideoTracks: () => video };
  }

  async getDisplayMedia(): Promise<unknown> {
    await Promise.resolve();
    const screen = this.#track('video', 'screen');
    return { getTracks: () => [screen], getVideoTracks: () => [screen] };
  }

  unplug(deviceId: string): void {
    this.devices = this.devices.filter((one) => one.deviceId !== deviceId);
    for (const track of this.live.filter((one) => one.deviceId === deviceId)) {
      track.readyState = 'ended';
      track.onended?.();
    }
    this.dispatchEvent(new Event('devicechange'));
  }

  get live(): FakeTrack[] {
    return this.tracks.filter((one) => one.readyState === 'live');
  }

  #open(kind: 'audio' | 'video', wanted: boolean | MediaTrackConstraints): FakeTrack {
    const exact = typeof wanted === 'object' ? (wanted.deviceId as { exact: string } | undefined)?.exact : undefined;
    const all = this.devices.filter((one) => one.kind === `${kind}input`);
    const found = exact === undefined ? all[0] : all.find((one) => one.deviceId === exact);
    if (found === undefined) throw new DOMException('There is no such device.', 'NotFoundError');
    return this.#track(kind, found.deviceId);
  }

  #track(kind: 'audio' | 'video', deviceId: string): FakeTrack {
    const track: FakeTrack = {
      kind,
      enabled: true,
      readyState: 'live',
      deviceId,
      onended: null,
      stop: () => (track.readyState = 'ended'),
      getSettings: () => ({ deviceId }),
    };
    this.tracks.push(track);
    return track;
  }
}

function device(kind: MediaDeviceKind, deviceId: string): MediaDeviceInfo {
  return { kind, deviceId, label: `Name of ${deviceId}`, groupId: '', toJSON: () => ({}) };
}
