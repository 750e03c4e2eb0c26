import { pause } from '../core/backoff';
import type { OwnSource } from './own-tracks';
import { Peer, type PlacedTrack } from './peer';
import type { PeerReport } from './stats';

export type PeersState = 'connecting' | 'connected' | 'interrupted';

export interface PeersOptions {
  /** For the next peer. */
  configuration: () => RTCConfiguration;
  /** What the person hears and sees changed; see {@link Peers.state}. */
  onState: (state: PeersState) => void;
  /** The newest peer's connection changed. */
  onNewest: (state: RTCPeerConnectionState) => void;
  /** Another track of somebody else is to be shown than before. */
  onTracks: (tracks: readonly ShownTrack[]) => void;
}

/** A track of somebody else, and the peer that it arrives on. */
export interface ShownTrack extends PlacedTrack {
  peer: Peer;
}

/** How long an old peer stays when a newer one is connected, in ms: others may come over later than this page. */
const OVERLAP_MS = 5_000;

/** How long an old peer stays when nothing of it is shown any more, in ms: Chromium paints a track black when it ends. */
const LINGER_MS = 2_000;

/** How often it is looked whether a newer peer delivers, in ms. */
const LOOK_MS = 100;

/**
 * The peers of this page. Usually one; when the server asks for a new one (a higher generation: another bridge, a restart), the old
 * one stays until the new one has taken over track by track, so that nobody is black or silent in between.
 */
export class Peers {
  readonly #options: PeersOptions;
  readonly #closing = new AbortController();
  readonly #lingering = new Set<Peer>();
  /** Oldest first. */
  #peers: Peer[] = [];
  #shown = new Map<string, ShownTrack>();
  #wasConnected = false;
  #told: PeersState = 'connecting';
  #looks: ReturnType<typeof setInterval> | undefined;

  constructor(options: PeersOptions) {
    this.#options = options;
  }

  get newest(): Peer | undefined {
    return this.#peers.at(-1);
  }

  /** The newest that is connected, or else the newest. */
  get main(): Peer | undefined {
    return this.#peers.findLast((one) => one.state === 'connected') ?? this.newest;
  }

  get shown(): readonly ShownTrack[] {
    return [...this.#shown.values()];
  }

  /** Of the media as the person hears and sees it: connected while any peer is. */
  get state(): PeersState {
    if (this.#peers.some((one) => one.state === 'connected')) return 'connected';
    const { newest } = this;
    const broken = newest?.state === 'failed' || newest?.state === 'disconnected';
    return broken || this.#wasConnected ? 'interrupted' : 'connecting';
  }

  /** The peer for an offer; undefined when the offer is of a generation that has been replaced. */
  of(generation: number): Peer | undefined {
    const { newest } = this;
    if (newest !== undefined && generation < newest.generation) return undefined;
    if (newest?.generation === generation) return newest;
    // A peer that never connected has nothing to keep.
    for (const peer of this.#peers) if (!mayDeliver(peer)) this.#drop(peer);
    const configuration = this.#options.configuration();
    const made = new Peer({ generation, configuration, onStateChange: () => this.#onStateChange(made) });
    this.#peers.push(made);
    this.#looks ??= setInterval(() => this.look(), LOOK_MS);
    this.#tellState();
    return made;
  }

  async send(source: OwnSource, track: MediaStreamTrack | null): Promise<void> {
    await Promise.all(this.#peers.map((one) => one.send(source, track)));
  }

  /** Swaps each track that a newer peer delivers. To be called after each answer; by itself while there are several peers. */
  look(): void {
    const before = this.#shown;
    this.#shown = this.#choose();
    if (differ(before, this.#shown)) this.#options.onTracks(this.shown);
    if (this.newest?.state === 'connected') {
      for (const old of this.#peers.slice(0, -1)) if (!this.shown.some((one) => one.peer === old)) this.#linger(old);
    }
    if (this.#peers.length < 2) {
      clearInterval(this.#looks);
      this.#looks = undefined;
    }
  }

  /** The connections of which something is shown; that which sends is the last. */
  async reports(): Promise<PeerReport[]> {
    const { main } = this;
    const used = this.#peers.filter((one) => one !== main && this.shown.some(({ peer }) => peer === one));
    if (main !== undefined) used.push(main);
    return Promise.all(
      used.map(async (peer) => ({
        generation: peer.generation,
        shown: this.shown.filter((one) => one.peer === peer),
        report: (await peer.stats()) as unknown as Iterable<[string, unknown]>,
      })),
    );
  }

  close(): void {
    this.#closing.abort();
    clearInterval(this.#looks);
    for (const peer of this.#peers) peer.close();
    this.#peers = [];
    this.#shown = new Map();
  }

  #choose(): Map<string, ShownTrack> {
    const places = new Map<string, ShownTrack[]>();
    for (const peer of [...this.#peers].reverse()) {
      for (const placed of peer.placed) {
        const key = keyOf(placed);
        places.set(key, [...(places.get(key) ?? []), { ...placed, peer }]);
      }
    }
    // The newest that delivers. Once shown, a track is not given back to an older peer when it pauses.
    const isGood = (key: string, one: ShownTrack) => this.#shown.get(key)?.peer === one.peer || one.peer.delivers(one);
    return new Map(
      [...places].flatMap(([key, all]) => {
        const best = all.find((one) => isGood(key, one)) ?? all[0];
        return best === undefined ? [] : [[key, best] as const];
      }),
    );
  }

  #onStateChange(peer: Peer): void {
    if (peer.state === 'connected') {
      this.#wasConnected = true;
      for (const old of this.#peers) if (old.generation < peer.generation) this.#dropAfter(OVERLAP_MS, old);
    }
    if (peer === this.newest) this.#options.onNewest(peer.state);
    else if (peer.state === 'failed') this.#drop(peer);
    this.#tellState();
  }

  #tellState(): void {
    const { state } = this;
    if (state === this.#told) return;
    this.#told = state;
    this.#options.onState(state);
  }

  #linger(old: Peer): void {
    if (this.#lingering.has(old)) return;
    this.#lingering.add(old);
    this.#dropAfter(LINGER_MS, old);
  }

  #dropAfter(ms: number, old: Peer): void {
    const { signal } = this.#closing;
    void pause(ms, signal).then(() => signal.aborted || this.#drop(old));
  }

  #drop(peer: Peer): void {
    if (!this.#peers.includes(peer)) return;
    peer.close();
    this.#lingering.delete(peer);
    this.#peers = this.#peers.filter((one) => one !== peer);
    this.look();
    this.#tellState();
  }
}

/** Connected, or silent for a moment: its last picture is better than none. */
function mayDeliver({ state }: Peer): boolean {
  return state === 'connected' || state === 'disconnected';
}

function keyOf({ participantId, kind }: PlacedTrack): string {
  return `${participantId}/${kind}`;
}

function differ(before: ReadonlyMap<string, ShownTrack>, after: ReadonlyMap<string, ShownTrack>): boolean {
  return before.size !== after.size || [...after].some(([key, { track }]) => before.get(key)?.track !== track);
}
