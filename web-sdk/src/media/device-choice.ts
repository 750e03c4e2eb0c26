import type { OwnSource } from './own-tracks';

/** What a person picks a device for. */
export type DeviceSource = Exclude<OwnSource, 'screen'>;

const MICROPHONE: MediaTrackConstraints = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };
const CAMERA: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 30, max: 30 },
};

/** Which microphone and which camera to open; the browser's default ones as long as nobody chose. */
export class DeviceChoice {
  readonly #ids = new Map<DeviceSource, string>();

  get(source: DeviceSource): string | undefined {
    return this.#ids.get(source);
  }

  set(source: DeviceSource, deviceId: string | undefined): void {
    if (deviceId === undefined) this.#ids.delete(source);
    else this.#ids.set(source, deviceId);
  }

  /** What to ask the browser for. */
  constraints(...sources: DeviceSource[]): MediaStreamConstraints {
    return {
      ...(sources.includes('microphone') ? { audio: { ...MICROPHONE, ...this.#exactly('microphone') } } : {}),
      ...(sources.includes('camera') ? { video: { ...CAMERA, ...this.#exactly('camera') } } : {}),
    };
  }

  #exactly(source: DeviceSource): MediaTrackConstraints {
    const exact = this.#ids.get(source);
    return exact === undefined ? {} : { deviceId: { exact } };
  }
}
