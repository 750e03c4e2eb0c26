import { CallException, reason } from '../core/errors';
import { Serial } from '../core/serial';
import { DeviceChoice, type DeviceSource } from './device-choice';
import type { OwnSource, OwnTracks } from './own-tracks';

export interface LocalMediaOptions {
  /** A source starts, changes or stops. */
  onTrack: (source: OwnSource, track: MediaStreamTrack | null) => Promise<void>;
  /** The browser took a source away and gives no other: unplugged, permission withdrawn, or sharing stopped in its own bar. */
  onLost: (source: OwnSource) => void;
  onError: (error: CallException) => void;
}

const PROBLEMS = {
  microphone: {
    code: 'ERROR_MICROPHONE',
    message: 'The microphone cannot be used. Allow it in the browser or plug one in.',
  },
  camera: { code: 'ERROR_CAMERA', message: 'The camera cannot be used. Allow it in the browser or plug one in.' },
  screen: { code: 'ERROR_SCREEN_SHARE', message: 'The screen cannot be shared.' },
} as const;

/** Owns the microphone, the camera and the shared screen of this page, and gives them back. */
export class LocalMedia {
  readonly tracks: OwnTracks = { microphone: null, camera: null, screen: null };
  readonly #options: LocalMediaOptions;
  readonly #choice = new DeviceChoice();
  readonly #steps = new Serial();
  #closed = false;

  constructor(options: LocalMediaOptions) {
    this.#options = options;
  }

  /**
   * Asks for what the call starts with, once for both. When the browser refuses the pair, each is tried alone: a person without
   * a camera can still talk, and one without either can still listen.
   */
  open(wanted: { microphone: boolean; muted: boolean; camera: boolean }): Promise<void> {
    return this.#steps.run(async () => {
      const both = wanted.microphone && wanted.camera ? await this.#capture('microphone', 'camera') : undefined;
      if (both !== undefined && !(both instanceof Error)) {
        await this.#use('microphone', both.getAudioTracks()[0], wanted.muted);
        await this.#use('camera', both.getVideoTracks()[0], false);
        return;
      }
      if (wanted.microphone) await this.#start('microphone', wanted.muted);
      if (wanted.camera) await this.#start('camera', false);
    });
  }

  /** Keeps the microphone open while muted: unmuting must not clip the first word. */
  setMuted(muted: boolean): Promise<boolean> {
    return this.#steps.run(async () => {
      if (this.tracks.microphone === null && !muted) return this.#start('microphone', false);
      if (this.tracks.microphone !== null) this.tracks.microphone.enabled = !muted;
      return this.tracks.microphone !== null;
    });
  }

  /** Paused means that the camera is released: its light goes off. */
  setPaused(paused: boolean): Promise<boolean> {
    return this.#steps.run(async () => {
      if (!paused) return this.tracks.camera !== null || this.#start('camera', false);
      await this.#stop('camera');
      return true;
    });
  }

  /** From now on this device; one that is open is replaced at once. False when it cannot be opened: the one before is kept. */
  useDevice(source: DeviceSource, deviceId: string): Promise<boolean> {
    return this.#steps.run(async () => {
      const before = this.#choice.get(source);
      this.#choice.set(source, deviceId);
      const open = this.tracks[source];
      if (open === null) return true;
      // Many phones open one camera at a time.
      if (source === 'camera') release(open);
      if (await this.#start(source, !open.enabled)) return true;
      this.#choice.set(source, before);
      if (source === 'camera' && !(await this.#start(source, false))) await this.#lose(source);
      return false;
    });
  }

  /** The chosen device is not there any more: the next time the default one is opened. */
  forgetDevice(source: DeviceSource): void {
    this.#choice.set(source, undefined);
  }

  /** Needs a click or key press of the person. */
  startScreen(): Promise<boolean> {
    return this.#steps.run(async () => {
      if (this.tracks.screen !== null) return true;
      try {
        const stream = await mediaDevices().getDisplayMedia({ video: { frameRate: { max: 15 } }, audio: false });
        await this.#use('screen', stream.getVideoTracks()[0], false);
        return true;
      } catch (thrown) {
        this.#options.onError(problem('screen', thrown));
        return false;
      }
    });
  }

  stopScreen(): Promise<void> {
    return this.#steps.run(() => this.#stop('screen'));
  }

  /** Gives everything back at once; what is still being opened is given back as soon as it comes. */
  close(): void {
    this.#closed = true;
    for (const source of ['microphone', 'camera', 'screen'] as const) {
      release(this.tracks[source]);
      this.tracks[source] = null;
    }
  }

  async #start(source: DeviceSource, muted: boolean): Promise<boolean> {
    const stream = await this.#capture(source);
    if (stream instanceof Error) {
      if (!this.#closed) this.#options.onError(problem(source, stream));
      return false;
    }
    await this.#use(source, stream.getTracks()[0], muted);
    return true;
  }

  async #capture(...sources: DeviceSource[]): Promise<MediaStream | Error> {
    try {
      return await mediaDevices().getUserMedia(this.#choice.constraints(...sources));
    } catch (thrown) {
      return thrown instanceof Error ? thrown : new Error(String(thrown));
    }
  }

  async #use(source: OwnSource, track: MediaStreamTrack | undefined, muted: boolean): Promise<void> {
    if (track === undefined) return;
    if (this.#closed) {
      release(track);
      return;
    }
    track.enabled = !muted;
    // Not fired by our own stop(): only when the browser ends it.
    track.onended = () => {
      void this.#steps.run(() => this.#ended(source, track));
    };
    if (source === 'screen') track.contentHint = 'detail';
    release(this.tracks[source]);
    this.tracks[source] = track;
    await this.#options.onTrack(source, track);
  }

  /** An unplugged microphone or camera is followed by the default one, muted as it was. */
  async #ended(source: OwnSource, track: MediaStreamTrack): Promise<void> {
    if (this.tracks[source] !== track) return;
    if (source !== 'screen') {
      this.forgetDevice(source);
      const stream = await this.#capture(source);
      if (!(stream instanceof Error)) {
        await this.#use(source, stream.getTracks()[0], !track.enabled);
        return;
      }
    }
    await this.#lose(source);
  }

  async #lose(source: OwnSource): Promise<void> {
    await this.#stop(source);
    this.#options.onLost(source);
  }

  async #stop(source: OwnSource): Promise<void> {
    const track = this.tracks[source];
    if (track === null) return;
    this.tracks[source] = null;
    release(track);
    await this.#options.onTrack(source, null);
  }
}

/** Missing on pages that are not a secure context, such as a LAN address over http. */
function mediaDevices(): MediaDevices {
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) throw new Error('Cameras and microphones need https or localhost.');
  return devices;
}

function release(track: MediaStreamTrack | null): void {
  if (track === null) return;
  track.onended = null;
  track.stop();
}

function problem(source: OwnSource, thrown: unknown): CallException {
  return new CallException({ ...PROBLEMS[source], details: reason(thrown), cause: thrown });
}
