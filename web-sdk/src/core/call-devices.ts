import type { CallStore } from './call-store';
import { CallException, reason } from './errors';
import type { OwnMedia } from './own-media';

/** The devices of this machine, and which of them the call uses. */
export interface DevicesModel {
  readonly audioInputs: readonly MediaDeviceInfo[];
  readonly audioOutputs: readonly MediaDeviceInfo[];
  readonly videoInputs: readonly MediaDeviceInfo[];
  /** Ids; undefined as long as none was opened. */
  readonly audioInput: string | undefined;
  readonly videoInput: string | undefined;
  /** Empty for the default one. */
  readonly audioOutput: string;
}

export const NO_DEVICES: DevicesModel = {
  audioInputs: [],
  audioOutputs: [],
  videoInputs: [],
  audioInput: undefined,
  videoInput: undefined,
  audioOutput: '',
};

/** Follows which devices are plugged in, and changes which ones the call uses. */
export class CallDevices {
  readonly #store: CallStore;
  readonly #own: OwnMedia;
  readonly #closing = new AbortController();

  constructor(store: CallStore, own: OwnMedia) {
    this.#store = store;
    this.#own = own;
  }

  /** Browsers give names only after the person allowed a device: to be called after that. */
  async start(): Promise<void> {
    // Missing on pages that are not a secure context.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    const { signal } = this.#closing;
    devices?.addEventListener('devicechange', () => void this.refresh(), { signal });
    await this.refresh();
  }

  /** Reads the lists again. What was chosen and is gone is not chosen any more. */
  async refresh(): Promise<void> {
    const found = await listDevices();
    if (this.#closing.signal.aborted) return;
    const of = (kind: MediaDeviceKind) => found.filter((one) => one.kind === kind);
    const before = this.#store.model.devices;
    const after = {
      audioInputs: unlessSame(before.audioInputs, of('audioinput')),
      audioOutputs: unlessSame(before.audioOutputs, of('audiooutput')),
      videoInputs: unlessSame(before.videoInputs, of('videoinput')),
    };
    if (isMissing(after.audioInputs, before.audioInput)) this.#own.forgetDevice('microphone');
    if (isMissing(after.videoInputs, before.videoInput)) this.#own.forgetDevice('camera');
    // Browsers play nothing on an output that is gone.
    const gone = before.audioOutput !== '' && isMissing(after.audioOutputs, before.audioOutput);
    this.#update({ ...after, ...(gone ? { audioOutput: '' } : {}) });
  }

  async useMicrophone(deviceId: string): Promise<void> {
    if (await this.#own.useDevice('microphone', deviceId)) this.#update({ audioInput: deviceId });
  }

  async useCamera(deviceId: string): Promise<void> {
    if (await this.#own.useDevice('camera', deviceId)) this.#update({ videoInput: deviceId });
  }

  /** The next camera in the list; with one camera nothing happens. */
  async nextCamera(): Promise<void> {
    const { videoInputs, videoInput } = this.#store.model.devices;
    if (videoInputs.length < 2) return;
    const now = videoInputs.findIndex((one) => one.deviceId === videoInput);
    const next = videoInputs[(now + 1) % videoInputs.length];
    if (next !== undefined) await this.useCamera(next.deviceId);
  }

  /** Throws when there is no such output, or when the browser plays on the default one only. */
  useSpeaker(deviceId: string): void {
    const { audioOutputs } = this.#store.model.devices;
    if (!('setSinkId' in HTMLMediaElement.prototype)) throw noSpeaker('This browser plays on the default output only.');
    if (deviceId !== '' && isMissing(audioOutputs, deviceId)) throw noSpeaker(`There is no output ${deviceId}.`);
    this.#update({ audioOutput: deviceId });
  }

  /** The browser does not play there: back to the default output. */
  speakerRefused(thrown: unknown): CallException {
    this.#update({ audioOutput: '' });
    return noSpeaker(reason(thrown));
  }

  close(): void {
    this.#closing.abort();
  }

  #update(change: Partial<DevicesModel>): void {
    this.#store.update({ devices: { ...this.#store.model.devices, ...change } });
  }
}

async function listDevices(): Promise<MediaDeviceInfo[]> {
  try {
    return await navigator.mediaDevices.enumerateDevices();
  } catch {
    return [];
  }
}

/** The same object as before tells that nothing has changed. Names come later than ids, so they count too. */
function unlessSame(before: readonly MediaDeviceInfo[], after: MediaDeviceInfo[]): readonly MediaDeviceInfo[] {
  const same = (one: MediaDeviceInfo, index: number) =>
    one.deviceId === after[index]?.deviceId && one.label === after[index].label;
  return before.length === after.length && before.every(same) ? before : after;
}

function isMissing(devices: readonly MediaDeviceInfo[], deviceId: string | undefined): boolean {
  return deviceId !== undefined && !devices.some((one) => one.deviceId === deviceId);
}

function noSpeaker(details: string): CallException {
  return new CallException({ code: 'ERROR_AUDIO_OUTPUT', message: 'The sound cannot be played there.', details });
}
