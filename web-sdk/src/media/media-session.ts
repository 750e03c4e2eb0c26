import { ApiError, isPassing } from '../api/http';
import type { SessionApi } from '../api/session-api';
import type { OfferReady } from '../api/wire';
import { Backoff, pause, pauseUntilOnline } from '../core/backoff';
import { CallException, isAbort, reason } from '../core/errors';
import { OfferQueue } from './offer-queue';
import type { OwnSource, OwnTracks } from './own-tracks';
import { Peer, type PlacedTrack } from './peer';

export type MediaState = 'waiting' | 'connecting' | 'connected' | 'interrupted';

export interface MediaSessionOptions {
  api: SessionApi;
  participantId: string;
  iceServers: RTCIceServer[];
  sends: boolean;
  ownTracks: () => OwnTracks;
  onTracks: (tracks: PlacedTrack[]) => void;
  onState: (state: MediaState) => void;
  onError: (error: CallException) => void;
}

/** `disconnected` often heals by itself within seconds; after this many ms it rarely does. */
const DISCONNECTED_PATIENCE_MS = 6_000;

/** How long an accepted restart may take before it is asked for again, in ms. */
const RESTART_PATIENCE_MS = 20_000;

/** The media of the call: answers offers, and asks for a fresh endpoint when the connection fails. */
export class MediaSession {
  readonly #options: MediaSessionOptions;
  readonly #offers = new OfferQueue((offer) => this.#take(offer));
  readonly #closing = new AbortController();
  readonly #restartBackoff = new Backoff({ firstMs: 1_000, maxMs: 15_000 });
  #peer: Peer | undefined;
  #interruption: AbortController | undefined;

  constructor(options: MediaSessionOptions) {
    this.#options = options;
  }

  get peer(): Peer | undefined {
    return this.#peer;
  }

  offer(offer: OfferReady): void {
    this.#offers.push(offer);
  }

  /** No bridge has room: an offer follows when one has. */
  waiting(): void {
    if (this.#peer?.state !== 'connected') this.#options.onState('waiting');
  }

  async send(source: OwnSource, track: MediaStreamTrack | null): Promise<void> {
    await this.#peer?.send(source, track);
  }

  /** Asks for a fresh endpoint until the server accepts. */
  async restart(signal: AbortSignal = this.#closing.signal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#options.api.restartMedia(this.#options.participantId, signal);
        return;
      } catch (thrown) {
        if (!isPassing(thrown)) return;
        await pauseUntilOnline(this.#restartBackoff.next(), signal);
      }
    }
  }

  close(): void {
    this.#closing.abort();
    this.#interruption?.abort();
    this.#offers.close();
    this.#peer?.close();
    this.#peer = undefined;
  }

  async #take(offer: OfferReady): Promise<void> {
    try {
      const peer = this.#peerFor(offer);
      if (peer === undefined) return;
      const sdp = await peer.answer(offer, this.#options.ownTracks());
      if (this.#closing.signal.aborted) return;
      this.#options.onTracks(peer.placedTracks(offer));
      await this.#deliver(offer, sdp);
      // What changed while the answer was being made.
      const own = this.#options.ownTracks();
      for (const source of Object.keys(own) as OwnSource[]) await peer.send(source, own[source]);
    } catch (thrown) {
      if (this.#closing.signal.aborted || isAbort(thrown) || this.#offers.isStale(offer)) return;
      this.#options.onError(mediaProblem(thrown));
      // An offer that cannot be answered leaves the connection half way: a fresh endpoint is the way out.
      await pause(this.#restartBackoff.next(), this.#closing.signal);
      await this.restart();
    }
  }

  #peerFor(offer: OfferReady): Peer | undefined {
    const current = this.#peer;
    if (current !== undefined && offer.generation < current.generation) return undefined;
    if (current?.generation === offer.generation) return current;
    this.#interruption?.abort();
    current?.close();
    this.#options.onState('connecting');
    const { iceServers, sends } = this.#options;
    const { generation } = offer;
    const onStateChange = (state: RTCPeerConnectionState) => this.#onStateChange(state);
    this.#peer = new Peer({ generation, iceServers, sends, onStateChange });
    return this.#peer;
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

  #onStateChange(state: RTCPeerConnectionState): void {
    this.#interruption?.abort();
    if (state === 'connected') {
      this.#restartBackoff.reset();
      this.#options.onState('connected');
    } else if (state === 'disconnected' || state === 'failed') {
      this.#options.onState('interrupted');
      this.#interruption = new AbortController();
      const wait = state === 'failed' ? this.#restartBackoff.next() : DISCONNECTED_PATIENCE_MS;
      void this.#restartUntilBack(wait, this.#interruption.signal);
    }
  }

  /** Until a new generation or a healed connection aborts `signal`. */
  async #restartUntilBack(firstWaitMs: number, signal: AbortSignal): Promise<void> {
    await pause(firstWaitMs, signal);
    while (!signal.aborted) {
      await this.restart(signal);
      await pause(RESTART_PATIENCE_MS, signal);
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
