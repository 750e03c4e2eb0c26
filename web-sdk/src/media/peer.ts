import type { OfferReady, RemoteTrack } from '../api/wire';
import { OWN_MIDS, OWN_SOURCES, type OwnSource, type OwnTracks } from './own-tracks';

export interface PeerOptions {
  generation: number;
  iceServers: RTCIceServer[];
  /** False for a viewer, whose offers reserve nothing. */
  sends: boolean;
  onStateChange: () => void;
}

/** A track of somebody else, as an offer places it. */
export interface PlacedTrack extends RemoteTrack {
  track: MediaStreamTrack;
}

/** One peer connection to a bridge: one generation of the participant's endpoint. */
export class Peer {
  readonly generation: number;
  readonly #sends: boolean;
  readonly #connection: RTCPeerConnection;
  #placed: readonly PlacedTrack[] = [];

  constructor(options: PeerOptions) {
    this.generation = options.generation;
    this.#sends = options.sends;
    this.#connection = new RTCPeerConnection({ iceServers: options.iceServers, bundlePolicy: 'max-bundle' });
    this.#connection.onconnectionstatechange = options.onStateChange;
  }

  get state(): RTCPeerConnectionState {
    return this.#connection.connectionState;
  }

  /** The others' tracks as the newest answered offer places them. */
  get placed(): readonly PlacedTrack[] {
    return this.#placed;
  }

  /** Takes an offer and gives the answer's SDP. Own tracks go out on their m-lines from the first answer on. */
  async answer(offer: OfferReady, own: OwnTracks): Promise<string> {
    await this.#connection.setRemoteDescription({ type: 'offer', sdp: offer.sdp });
    if (this.#sends) await this.#offerOwnMedia(own);
    await this.#connection.setLocalDescription();
    this.#placed = offer.tracks.flatMap((remote) => {
      const transceiver = this.#transceiver(remote.mid);
      return transceiver === undefined ? [] : [{ ...remote, track: transceiver.receiver.track }];
    });
    return this.#connection.localDescription?.sdp ?? '';
  }

  /** True when there is something to hear or see: sound has arrived, or a picture that could be decoded. */
  delivers({ mid, kind }: RemoteTrack): boolean {
    const receiver = this.#transceiver(mid)?.receiver;
    if (receiver === undefined) return false;
    // Chromium counts a source of sound only while an element plays it; unmuted is a track at its first packet.
    return kind === 'audio' ? !receiver.track.muted : receiver.getSynchronizationSources().length > 0;
  }

  /** Starts, changes or stops what goes out on one own m-line, without a new offer. */
  async send(source: OwnSource, track: MediaStreamTrack | null): Promise<void> {
    const sender = this.#sends ? this.#transceiver(OWN_MIDS[source])?.sender : undefined;
    if (sender !== undefined && sender.track !== track) await sender.replaceTrack(track);
  }

  stats(): Promise<RTCStatsReport> {
    return this.#connection.getStats();
  }

  close(): void {
    this.#connection.onconnectionstatechange = null;
    this.#connection.close();
  }

  /** All three m-lines are answered as sending, with or without a track, so that their SSRCs are known once and for all. */
  async #offerOwnMedia(own: OwnTracks): Promise<void> {
    for (const source of OWN_SOURCES) {
      const transceiver = this.#transceiver(OWN_MIDS[source]);
      if (transceiver === undefined) continue;
      transceiver.direction = 'sendonly';
      if (transceiver.sender.track !== own[source]) await transceiver.sender.replaceTrack(own[source]);
    }
  }

  #transceiver(mid: string): RTCRtpTransceiver | undefined {
    return this.#connection.getTransceivers().find((one) => one.mid === mid);
  }
}
