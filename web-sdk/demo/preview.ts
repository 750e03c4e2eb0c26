import type { Kind } from './device-words';

const MEDIA = { camera: 'video', microphone: 'audio' } as const;
/** Of the same shape as the call asks for. */
const SIZE: MediaTrackConstraints = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** Opens devices before a call, to look at and to choose from, and gives them back: many phones open one camera at a time. */
export class Preview {
  readonly #tracks = new Map<Kind, MediaStreamTrack>();
  readonly #errors = new Map<Kind, string>();
  readonly #chosen = new Map<Kind, string>();
  readonly #onChange: () => void;
  #steps: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  track(kind: Kind): MediaStreamTrack | undefined {
    return this.#tracks.get(kind);
  }

  /** What does not work, with the names of the browser's errors. */
  get errors(): ReadonlyMap<Kind, string> {
    return this.#errors;
  }

  /** The id of the device that the person picked; undefined for the browser's default one. */
  chosen(kind: Kind): string | undefined {
    return this.#chosen.get(kind);
  }

  /** Opens them together, so that the person is asked once. What fails has an error then. */
  open(...kinds: Kind[]): Promise<void> {
    return this.#run(() => this.#open(kinds));
  }

  choose(kind: Kind, deviceId: string): Promise<void> {
    return this.#run(async () => {
      this.#chosen.set(kind, deviceId);
      if (this.#tracks.has(kind) || this.#errors.has(kind)) await this.#open([kind]);
    });
  }

  stop(kind: Kind): Promise<void> {
    return this.#run(() => {
      this.#release(kind);
      this.#errors.delete(kind);
    });
  }

  /** Gives everything back at once; what is still being opened is given back as soon as it comes. */
  close(): void {
    this.#closed = true;
    for (const kind of [...this.#tracks.keys()]) this.#release(kind);
  }

  /** One after the other: a camera that is turned off and on again quickly must end as the person left it. */
  #run(step: () => Promise<void> | void): Promise<void> {
    this.#steps = this.#steps.then(async () => {
      if (this.#closed) return;
      await step();
      this.#changed();
    });
    return this.#steps;
  }

  #changed(): void {
    if (!this.#closed) this.#onChange();
  }

  async #open(kinds: readonly Kind[]): Promise<void> {
    if (this.#closed) return;
    for (const kind of kinds) this.#release(kind);
    const opened = await capture(kinds, this.#chosen);
    if (!(opened instanceof Error)) this.#use(opened.getTracks());
    else if (kinds.length > 1) for (const kind of kinds) await this.#open([kind]);
    else for (const kind of kinds) await this.#failed(kind, opened);
  }

  /** Without the device that was picked there is still the default one. */
  async #failed(kind: Kind, error: Error): Promise<void> {
    if (this.#chosen.delete(kind)) await this.#open([kind]);
    else this.#errors.set(kind, error.name);
  }

  #use(tracks: MediaStreamTrack[]): void {
    for (const track of tracks) {
      if (this.#closed) {
        track.stop();
        continue;
      }
      const kind = track.kind === 'video' ? 'camera' : 'microphone';
      this.#errors.delete(kind);
      this.#tracks.set(kind, track);
      // Not fired by our own stop(): unplugged, or the permission was taken back.
      track.onended = () => {
        this.#chosen.delete(kind);
        void this.open(kind);
      };
    }
  }

  #release(kind: Kind): void {
    const track = this.#tracks.get(kind);
    if (track === undefined) return;
    track.onended = null;
    track.stop();
    this.#tracks.delete(kind);
  }
}

async function capture(kinds: readonly Kind[], chosen: ReadonlyMap<Kind, string>): Promise<MediaStream | Error> {
  const wanted: MediaStreamConstraints = {};
  for (const kind of kinds) {
    const exact = chosen.get(kind);
    const device = exact === undefined ? {} : { deviceId: { exact } };
    wanted[MEDIA[kind]] = kind === 'camera' ? { ...SIZE, ...device } : device;
  }
  try {
    return await navigator.mediaDevices.getUserMedia(wanted);
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown));
  }
}
