import { element } from './dom';

/** Plays what the others say. Browsers may refuse to play before the person has touched the page. */
export class Sound {
  readonly root = element('div', { hidden: true });
  readonly #players = new Map<string, { track: MediaStreamTrack; player: HTMLAudioElement }>();
  readonly #onBlocked: (blocked: boolean) => void;

  /** @param onBlocked whether a tap is needed for the sound to start */
  constructor(onBlocked: (blocked: boolean) => void) {
    this.#onBlocked = onBlocked;
  }

  /** @param tracks by participant */
  show(tracks: ReadonlyMap<string, MediaStreamTrack>): void {
    for (const [id, { track }] of this.#players) if (tracks.get(id) !== track) this.#drop(id);
    for (const [id, track] of tracks) if (!this.#players.has(id)) this.#add(id, track);
  }

  /** Call it from a click. */
  unblock(): void {
    this.#onBlocked(false);
    for (const { player } of this.#players.values()) this.#play(player);
  }

  remove(): void {
    for (const id of [...this.#players.keys()]) this.#drop(id);
    this.root.remove();
  }

  #add(id: string, track: MediaStreamTrack): void {
    const player = element('audio', { autoplay: true });
    player.srcObject = new MediaStream([track]);
    this.#players.set(id, { track, player });
    this.root.append(player);
    this.#play(player);
  }

  #drop(id: string): void {
    const dropped = this.#players.get(id);
    this.#players.delete(id);
    if (dropped === undefined) return;
    dropped.player.srcObject = null;
    dropped.player.remove();
  }

  #play(player: HTMLAudioElement): void {
    player.play().catch((thrown: unknown) => {
      if (thrown instanceof DOMException && thrown.name === 'NotAllowedError') this.#onBlocked(true);
    });
  }
}
