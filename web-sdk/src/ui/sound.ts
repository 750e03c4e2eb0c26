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
  readonly #onOutputRefused: (thrown: unknown) => void;
  /** Empty for the default one. */
  #output = '';

  /**
   * @param onBlocked whether a tap is needed for the sound to start
   * @param onOutputRefused the browser does not play on the chosen output
   */
  constructor(onBlocked: (blocked: boolean) => void, onOutputRefused: (thrown: unknown) => void) {
    this.#onBlocked = onBlocked;
    this.#onOutputRefused = onOutputRefused;
  }

  /** Everybody is heard on this output from now on. */
  useOutput(deviceId: string): void {
    if (deviceId === this.#output) return;
    this.#output = deviceId;
    for (const { players } of this.#voices.values()) players.forEach((one) => this.#direct(one));
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
    if (this.#output !== '') this.#direct(player);
    player.srcObject = new MediaStream([track]);
    this.root.append(player);
    this.#play(player);
  }

  #drop(id: string): void {
    this.#voices.get(id)?.players.forEach(silence);
    this.#voices.delete(id);
  }

  #direct(player: HTMLAudioElement): void {
    const wanted = this.#output;
    player.setSinkId(wanted).catch((thrown: unknown) => {
      if (this.#output === wanted) this.#onOutputRefused(thrown);
    });
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
