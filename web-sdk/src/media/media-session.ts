import { ApiError, isPassing } from '../api/http';
import type { SessionApi } from '../api/session-api';
import type { OfferReady } from '../api/wire';
import { Backoff, pauseUntilOnline } from '../core/backoff';
import { CallException, isAbort, reason } from '../core/errors';
import type { IceServers } from './ice-servers';
import { watchNetwork } from './network';
import { OfferQueue } from './offer-queue';
import { OWN_SOURCES, type OwnSource, type OwnTracks } from './own-tracks';
import type { Peer } from './peer';
import { Peers, type PeersState, type ShownTrack } from './peers';
import { Recovery } from './recovery';

export type MediaState = PeersState | 'waiting';

export interface MediaSessionOptions {
  api: SessionApi;
  participantId: string;
  iceServers: IceServers;
  iceTransportPolicy: RTCIceTransportPolicy;
  ownTracks: () => OwnTracks;
  onTracks: (tracks: readonly ShownTrack[]) => void;
  onState: (state: MediaState) => void;
  onError: (error: CallException) => void;
}

/** The media of the call: answers offers, and asks for a fresh endpoint when the connection fails. */
export class MediaSession {
  readonly #options: MediaSessionOptions;
  readonly #offers = new OfferQueue((offer) => this.#take(offer));
  readonly #closing = new AbortController();
  readonly #backoff = new Backoff({ firstMs: 1_000, maxMs: 15_000 });
  readonly #recovery = new Recovery((signal) => this.#askForRestart(signal));
  readonly #peers: Peers;
  readonly #unwatch: () => void;

  constructor(options: MediaSessionOptions) {
    this.#options = options;
    const { iceServers, iceTransportPolicy, onTracks, onState } = options;
    const configuration = () => ({ iceServers: iceServers.newest, iceTransportPolicy });
    this.#peers = new Peers({ configuration, onTracks, onState, onNewest: (state) => this.#onNewest(state) });
    this.#unwatch = watchNetwork(() => this.#recovery.networkChanged());
  }

  get peers(): Peers {
    return this.#peers;
  }

  offer(offer: OfferReady): void {
    this.#offers.push(offer);
  }

  /** No bridge has room: an offer follows when one has. */
  waiting(): void {
    if (this.#peers.state !== 'connected') this.#options.onState('waiting');
  }

  send(source: OwnSource, track: MediaStreamTrack | null): Promise<void> {
    return this.#peers.send(source, track);
  }

  /** Asks for a fresh endpoint: an offer may have been missed, or it was made for a page that is gone. */
  restart(): void {
    this.#recovery.lost();
  }

  close(): void {
    this.#closing.abort();
    this.#unwatch();
    this.#recovery.close();
    this.#offers.close();
    this.#peers.close();
  }

  async #take(offer: OfferReady): Promise<void> {
    try {
      const isNew = this.#peers.newest?.generation !== offer.generation;
      const peer = await this.#peerOf(offer.generation);
      if (peer === undefined) return;
      if (isNew) {
        this.#recovery.healed();
        // Nobody waits for a bridge any more.
        this.#options.onState(this.#peers.state);
      }
      const { sdp, missingRids } = await peer.answer(offer, this.#options.ownTracks());
      if (this.#closing.signal.aborted) return;
      this.#peers.look();
      await this.#deliver(offer, sdp);
      // What changed while the answer was being made.
      const own = this.#options.ownTracks();
      for (const source of OWN_SOURCES) await peer.send(source, own[source]);
      if (missingRids.length > 0) void this.#reportLayers(peer, missingRids);
    } catch (thrown) {
      if (this.#closing.signal.aborted || isAbort(thrown) || this.#offers.isStale(offer)) return;
      this.#options.onError(mediaProblem(thrown));
      // An offer that cannot be answered leaves the connection half way: a fresh endpoint is the way out.
      this.#recovery.failed(this.#backoff.next());
    }
  }

  /** Undefined when the generation has been replaced, or nobody wants a peer any more. */
  async #peerOf(generation: number): Promise<Peer | undefined> {
    const { newest } = this.#peers;
    if (newest?.generation === generation) return newest;
    await this.#options.iceServers.refresh(this.#closing.signal);
    return this.#closing.signal.aborted ? undefined : this.#peers.of(generation);
  }

  async #deliver(offer: OfferReady, sdp: string): Promise<void> {
    const { api, participantId } = this.#options;
    const backoff = new Backoff({ firstMs: 300, maxMs: 5_000 });
    while (!this.#offers.isStale(offer)) {
      try {
        await api.answer(participantId, offer.revision, sdp, this.#closing.signal);
        return;
      } catch (thrown) {
        // A newer offer is on its way to us or waits already.
        if (thrown instanceof ApiError && thrown.errorCode === 'ERR_STALE_REVISION') return;
        if (!isPassing(thrown)) throw thrown;
        await pauseUntilOnline(backoff.next(), this.#closing.signal);
      }
    }
  }

  /** Names the layers of the camera after the answer, when the browser had not chosen them before. */
  async #reportLayers(peer: Peer, rids: readonly string[]): Promise<void> {
    const { api, participantId } = this.#options;
    const backoff = new Backoff({ firstMs: 300, maxMs: 5_000 });
    const layers = await peer.layers(rids);
    while (layers !== undefined && !peer.closing.aborted) {
      try {
        await api.reportLayers(participantId, peer.generation, layers, peer.closing);
        return;
      } catch (thrown) {
        // Without them the others do not see this camera.
        if (!isPassing(thrown) && !isAbort(thrown)) this.#options.onError(mediaProblem(thrown));
        if (!isPassing(thrown)) return;
        await pauseUntilOnline(backoff.next(), peer.closing);
      }
    }
  }

  async #askForRestart(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#options.api.restartMedia(this.#options.participantId, signal);
        return;
      } catch (thrown) {
        if (!isPassing(thrown)) return;
        await pauseUntilOnline(this.#backoff.next(), signal);
      }
    }
  }

  #onNewest(state: RTCPeerConnectionState): void {
    if (state === 'connected') {
      this.#backoff.reset();
      this.#recovery.healed();
    } else if (state === 'disconnected') {
      this.#recovery.disconnected();
    } else if (state === 'failed') {
      this.#recovery.failed(this.#backoff.next());
    }
  }
}

function mediaProblem(thrown: unknown): CallException {
  if (thrown instanceof CallException) return thrown;
  return new CallException({
    code: 'ERROR_MEDIA',
    message: 'The media connection could not be set up. It is being tried again.',
    details: reason(thrown),
    cause: thrown,
  });
}
