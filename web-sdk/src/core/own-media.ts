import type { OwnFlags, Participant, TrackKind } from '../api/wire';
import type { DeviceSource } from '../media/device-choice';
import { LocalMedia } from '../media/local-media';
import type { OwnSource, OwnTracks } from '../media/own-tracks';
import type { OwnState } from '../session/own-state';
import type { CallStore } from './call-store';
import { CallException } from './errors';

export interface OwnMediaOptions {
  store: CallStore;
  onScreenShare: (sharing: boolean) => void;
  onError: (error: CallException) => void;
}

/** Where own tracks go and who is told, once the join was accepted. */
export interface OwnMediaTargets {
  send: (source: OwnSource, track: MediaStreamTrack | null) => Promise<void>;
  state: OwnState;
}

/** What this page sends: devices, what the others are told of them, and what its own view shows. */
export class OwnMedia {
  readonly #options: OwnMediaOptions;
  readonly #devices: LocalMedia;
  #muted: boolean;
  #paused: boolean;
  #targets: OwnMediaTargets | undefined;

  constructor(options: OwnMediaOptions) {
    this.#options = options;
    this.#muted = options.store.model.own.audioMuted;
    this.#paused = options.store.model.own.videoPaused;
    this.#devices = new LocalMedia({
      onTrack: async (source, track) => {
        this.#publish();
        if (source === 'screen') this.#options.onScreenShare(track !== null);
        await this.#targets?.send(source, track);
      },
      onLost: (source) => this.#lost(source),
      onError: options.onError,
    });
  }

  get tracks(): OwnTracks {
    return this.#devices.tracks;
  }

  get flags(): Omit<OwnFlags, 'handRaised'> {
    const { audioMuted, videoPaused, screen } = this.#options.store.model.own;
    return { audioMuted, videoPaused, screenSharing: screen !== null };
  }

  connect(targets: OwnMediaTargets): void {
    this.#targets = targets;
    this.#publish();
  }

  /** Opens what the call starts with. Runs beside the join: tracks need no new offer when they come later. */
  async open(): Promise<void> {
    await this.#devices.open({
      microphone: this.#may('audio'),
      muted: this.#muted,
      camera: this.#may('camera') && !this.#paused,
    });
    this.#muted ||= this.tracks.microphone === null;
    this.#paused ||= this.tracks.camera === null;
    this.#publish();
  }

  async setMuted(muted: boolean): Promise<void> {
    if (!this.#may('audio')) return;
    const done = await this.#devices.setMuted(muted);
    this.#muted = muted || !done;
    this.#publish();
  }

  async setPaused(paused: boolean): Promise<void> {
    if (!this.#may('camera') || (this.#options.store.model.audioOnly && !paused)) return;
    const done = await this.#devices.setPaused(paused);
    this.#paused = paused || !done;
    this.#publish();
  }

  /** @returns false when it cannot be opened */
  useDevice(source: DeviceSource, deviceId: string): Promise<boolean> {
    return this.#devices.useDevice(source, deviceId);
  }

  forgetDevice(source: DeviceSource): void {
    this.#devices.forgetDevice(source);
  }

  async startScreen(): Promise<void> {
    if (this.#may('screen') && !this.#options.store.model.audioOnly) await this.#devices.startScreen();
  }

  /** The others see it. Before the join was accepted it does nothing. */
  setHand(handRaised: boolean): void {
    this.#targets?.state.set({ handRaised });
  }

  stopScreen(): Promise<void> {
    return this.#devices.stopScreen();
  }

  /**
   * A moderator or the application's server changed our state. Turning off is obeyed. Turning on is not: nobody but the person
   * opens a microphone or a camera, so the server is told how it really is.
   */
  async changedByOther(participant: Participant): Promise<void> {
    this.#targets?.state.changedByOther(participant);
    const mute = participant.audioMuted && !this.#muted;
    const pause = participant.videoPaused && !this.#paused;
    // Both before either is told: turning off the microphone alone would tell the server that the camera is still on.
    this.#muted ||= participant.audioMuted;
    this.#paused ||= participant.videoPaused;
    if (mute) await this.setMuted(true);
    if (pause) await this.setPaused(true);
  }

  close(): void {
    this.#devices.close();
    this.#targets?.state.close();
  }

  #may(kind: TrackKind): boolean {
    return this.#options.store.model.publishes.has(kind);
  }

  #lost(source: OwnSource): void {
    if (source === 'microphone') this.#muted = true;
    if (source === 'camera') this.#paused = true;
    this.#publish();
    if (source === 'screen') return;
    this.#options.onError(
      new CallException({
        code: source === 'camera' ? 'ERROR_CAMERA' : 'ERROR_MICROPHONE',
        message: `The ${source} is gone. Plug it in again, or allow it in the browser, and turn it on.`,
      }),
    );
  }

  #publish(): void {
    const { microphone, camera, screen } = this.tracks;
    const { devices } = this.#options.store.model;
    const audioInput = microphone?.getSettings().deviceId ?? devices.audioInput;
    const videoInput = camera?.getSettings().deviceId ?? devices.videoInput;
    this.#options.store.update({
      own: { audioMuted: this.#muted, videoPaused: this.#paused, camera, screen },
      devices: { ...devices, audioInput, videoInput },
    });
    this.#targets?.state.set(this.flags);
  }
}
