import type { OfferReady, RemoteTrack, SimulcastLayer } from '../api/wire';
import { pause } from '../core/backoff';
import { OWN_MIDS, type OwnSource, type OwnTracks, reservedIn } from './own-tracks';
import { layersOf, sendsVp9, unnamedRids, withLayers } from './simulcast';

export interface PeerOptions {
  generation: number;
  configuration: RTCConfiguration;
  onStateChange: () => void;
}

/** A track of somebody else, as an offer places it. */
export interface PlacedTrack extends RemoteTrack {
  track: MediaStreamTrack;
}

/** An answer, and what is still missing in it. */
export interface Answer {
  sdp: string;
  /** Layers of the camera whose SSRCs the browser has not chosen yet; see {@link Peer.layers}. */
  missingRids: readonly string[];
}

/** How often and in which pauses, in ms, the browser is asked for SSRCs: it has them in the moment when it knows the answer, or soon. */
const QUICK = { tries: 5, pauseMs: 60 };
const PATIENT = { tries: Infinity, pauseMs: 500 };

/** One peer connection to a bridge: one generation of the participant's endpoint. */
export class Peer {
  readonly generation: number;
  readonly #connection: RTCPeerConnection;
  readonly #closing = new AbortController();
  #placed: readonly PlacedTrack[] = [];
  /** The sources that the offers reserve m-lines for; a viewer has none. */
  #reserved: readonly OwnSource[] = [];
  #turn: Promise<void> = Promise.resolve();

  constructor(options: PeerOptions) {
    this.generation = options.generation;
    this.#connection = new RTCPeerConnection({ ...options.configuration, bundlePolicy: 'max-bundle' });
    this.#connection.onconnectionstatechange = options.onStateChange;
  }

  get state(): RTCPeerConnectionState {
    return this.#connection.connectionState;
  }

  /** The others' tracks as the newest answered offer places them. */
  get placed(): readonly PlacedTrack[] {
    return this.#placed;
  }

  /** Aborts when this peer is closed. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Takes an offer and answers it. Own tracks go out on their m-lines from the first answer on. */
  async answer(offer: OfferReady, own: OwnTracks): Promise<Answer> {
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: offer.sdp });
    this.#reserved = reservedIn(offer.sdp);
    await this.#offerOwnMedia(own);
    await this.#connection.setLocalDescription();
    this.#placed = offer.tracks.flatMap((remote) => {
      const transceiver = this.#transceiver(remote.mid);
      return transceiver === undefined ? [] : [{ ...remote, track: transceiver.receiver.track }];
    });
    const sdp = this.#connection.localDescription?.sdp ?? '';
    if (sendsVp9(sdp)) await this.#sendScalable();
    const missingRids = unnamedRids(sdp);
    const layers = missingRids.length === 0 ? undefined : await this.#findLayers(missingRids, QUICK);
    return layers === undefined ? { sdp, missingRids } : { sdp: withLayers(sdp, layers), missingRids: [] };
  }

  /** Waits until the browser has chosen the SSRCs of the camera's layers; undefined when this peer is closed before. */
  layers(rids: readonly string[]): Promise<SimulcastLayer[] | undefined> {
    return this.#findLayers(rids, PATIENT);
  }

  /** True when there is something to hear or see: sound has arrived, or a picture that could be decoded. */
  delivers({ mid, kind }: RemoteTrack): boolean {
    const receiver = this.#transceiver(mid)?.receiver;
    if (receiver === undefined) return false;
    // Chromium counts a source of sound only while an element plays it; unmuted is a track at its first packet.
    return kind === 'audio' ? !receiver.track.muted : receiver.getSynchronizationSources().length > 0;
  }

  /** Starts, changes or stops what goes out on one own m-line, without a new offer. */
  send(source: OwnSource, track: MediaStreamTrack | null): Promise<void> {
    // One after the other: who turns the camera off and on quickly must not end with a track on layers that are off.
    const turn = this.#turn.then(() => this.#replace(source, track));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #replace(source: OwnSource, track: MediaStreamTrack | null): Promise<void> {
    const sender = this.#reserved.includes(source) ? this.#transceiver(OWN_MIDS[source])?.sender : undefined;
    if (sender === undefined) return;
    if (track !== null) await activate(sender, true);
    // An offer that was answered meanwhile may have brought the track here already, but not switched the layers off.
    if (sender.track !== track) await sender.replaceTrack(track);
    if (track === null) await activate(sender, false);
  }

  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  close(): void {
    this.#closing.abort();
    this.#connection.onconnectionstatechange = null;
    this.#connection.close();
  }

  /** All reserved m-lines are answered as sending, with or without a track, so that their SSRCs are known once and for all. */
  async #offerOwnMedia(own: OwnTracks): Promise<void> {
    for (const source of this.#reserved) {
      const transceiver = this.#transceiver(OWN_MIDS[source]);
      if (transceiver === undefined) continue;
      transceiver.direction = 'sendonly';
      // Not off without a track: the browser is to choose the SSRCs of the layers all the same.
      if (own[source] !== null) await activate(transceiver.sender, true);
      if (transceiver.sender.track !== own[source]) await transceiver.sender.replaceTrack(own[source]);
    }
  }

  /** Browsers that cannot do it send a single layer, which works too. */
  async #sendScalable(): Promise<void> {
    const sender = this.#transceiver(OWN_MIDS.camera)?.sender;
    const parameters = sender?.getParameters();
    const encoding: ScalableEncoding | undefined = parameters?.encodings[0];
    if (sender === undefined || parameters === undefined || encoding === undefined) return;
    encoding.scalabilityMode = 'L3T3_KEY';
    await sender.setParameters(parameters).catch(() => undefined);
  }

  async #findLayers(rids: readonly string[], { tries, pauseMs }: typeof QUICK): Promise<SimulcastLayer[] | undefined> {
    for (let left = tries; left > 0 && !this.closing.aborted; left--) {
      const layers = layersOf(await this.stats(), rids);
      if (layers !== undefined) return layers;
      if (left > 1) await pause(pauseMs, this.closing);
    }
    return undefined;
  }

  #transceiver(mid: string): RTCRtpTransceiver | undefined {
    return this.#connection.getTransceivers().find((one) => one.mid === mid);
  }
}

/** Not in TypeScript's library yet. */
interface ScalableEncoding extends RTCRtpEncodingParameters {
  scalabilityMode?: string;
}

/** Firefox sends a black picture a second of a layer that stays on without a track, and padding besides: 2 Mbit/s were measured. */
async function activate(sender: RTCRtpSender, active: boolean): Promise<void> {
  const parameters = sender.getParameters();
  const changed = parameters.encodings.filter((one) => (one.active ?? true) !== active);
  for (const one of changed) one.active = active;
  if (changed.length > 0) await sender.setParameters(parameters);
}
