import { element } from './dom';

/** The players of one participant, newest last: an older one plays until its successor does. */
interface Voice {
  track: MediaStreamTrack;
  players: HTMLAudioElement[];
}

/** Plays what the others say. Browsers may refuse to play before the person has touched the page. */
export class Sound {
  readonly root = element('div', { hidden: true });
  readonly #voices = new Map<string, Voice>();
  readonly #onBlocked: (blocked: boolean) => void;

  /** @param onBlocked whether a tap is needed for the sound to start */
  constructor(onBlocked: (blocked: boolean) => void) {
    this.#onBlocked = onBlocked;
  }

  /** @param tracks by participant */
  show(tracks: ReadonlyMap<string, MediaStreamTrack>): void {
    for (const id of [...this.#voices.keys()]) if (!tracks.has(id)) this.#drop(id);
    for (const [id, track] of tracks) if (this.#voices.get(id)?.track !== track) this.#add(id, track);
  }

  /** Call it from a click. */
  unblock(): void {
    this.#onBlocked(false);
    for (const { players } of this.#voices.values()) players.forEach((one) => this.#play(one));
  }

  remove(): void {
    for (const id of [...this.#voices.keys()]) this.#drop(id);
    this.root.remove();
  }

  /** Nothing is lost when a call moves to another connection. */
  #add(id: string, track: MediaStreamTrack): void {
    const voice = this.#voices.get(id) ?? { track, players: [] };
    const player = element('audio', { autoplay: true });
    voice.track = track;
    voice.players.push(player);
    this.#voices.set(id, voice);
    player.addEventListener(
      'playing',
      () => voice.players.splice(0, Math.max(0, voice.players.indexOf(player))).forEach(silence),
      { once: true },
    );
    player.srcObject = new MediaStream([track]);
    this.root.append(player);
    this.#play(player);
  }

  #drop(id: string): void {
    this.#voices.get(id)?.players.forEach(silence);
    this.#voices.delete(id);
  }

  #play(player: HTMLAudioElement): void {
    player.play().catch((thrown: unknown) => {
      if (thrown instanceof DOMException && thrown.name === 'NotAllowedError') this.#onBlocked(true);
    });
  }
}

function silence(player: HTMLAudioElement): void {
  player.srcObject = null;
  player.remove();
}
