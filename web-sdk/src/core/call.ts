import type { CallTokenClaims } from '../api/call-token';
import type { ApiError } from '../api/http';
import { SessionApi } from '../api/session-api';
import { type JoinAnswer, type MediaEvent, parseEvent, type SessionEvent } from '../api/wire';
import { EventStream } from '../events/event-stream';
import { MediaSession } from '../media/media-session';
import type { CallStats } from '../media/stats';
import { changesBetween, type SessionChange } from '../session/changes';
import { OwnState } from '../session/own-state';
import type { SessionState } from '../session/session-state';
import { SessionTracker } from '../session/session-tracker';
import { Backoff } from './backoff';
import { type CallModel, firstModel, trackKey } from './call-model';
import { CallStore } from './call-store';
import { asCallException, CallException, isAbort } from './errors';
import { Figures } from './figures';
import { idledOut, idleEndsAt } from './idle';
import { OwnMedia } from './own-media';

export interface CallOptions {
  base: string;
  token: string;
  claims: CallTokenClaims;
  audioOnly: boolean;
  startMuted: boolean;
  startPaused: boolean;
  /** Seconds that this participant may be alone in the call. */
  idlePeriod: number;
}

/** Who wants to know. None of these may throw. */
export interface CallObserver {
  onModel(model: CallModel): void;
  /** @param updatedBy the participant who asked for it, null when that is unknown or was the application's server */
  onChange(change: SessionChange, updatedBy: string | null): void;
  onScreenShare(sharing: boolean): void;
  onError(error: CallException): void;
  /**
   * The call is over for this page and has released everything. Not called after {@link Call.end}.
   *
   * @param idledOut this page was alone in it for too long
   */
  onOver(idledOut: boolean): void;
}

/** More than twice the server's heartbeat. */
const STREAM_SILENCE_MS = 40_000;

/** What exists only once the join was accepted. */
interface Joined {
  participantId: string;
  tracker: SessionTracker;
  media: MediaSession;
  stream: EventStream;
}

/**
 * One participant in one session, from the join to the end. Owns every connection, device and timer of it; instances are
 * single-use.
 */
export class Call {
  readonly own: OwnMedia;
  readonly figures = new Figures();
  readonly #options: CallOptions;
  readonly #observer: CallObserver;
  readonly #api: SessionApi;
  readonly #store: CallStore;
  readonly #closing = new AbortController();
  // A page that comes back from the browser's cache shows that the call is over, not a dead one.
  readonly #onPageHide = () => {
    this.#leave();
    this.#over();
  };
  #joined: Joined | undefined;
  #lastMediaSeq = 0;

  constructor(options: CallOptions, observer: CallObserver) {
    this.#options = options;
    this.#observer = observer;
    this.#api = new SessionApi(options.base, options.token, options.claims.sessionId);
    const first = firstModel({
      audioOnly: options.audioOnly,
      sends: options.claims.role !== 'viewer',
      muted: options.startMuted,
      paused: options.startPaused,
    });
    this.#store = new CallStore(first, (model) => this.#closing.signal.aborted || observer.onModel(model));
    this.own = new OwnMedia({
      store: this.#store,
      onScreenShare: (sharing) => observer.onScreenShare(sharing),
      onError: (error) => this.report(error),
    });
  }

  get model(): CallModel {
    return this.#store.model;
  }

  get sessionId(): string {
    return this.#options.claims.sessionId;
  }

  /** Joins. Rejects with a {@link CallException} when the server does not let us in; resolves when the join was accepted. */
  async start(): Promise<void> {
    window.addEventListener('pagehide', this.#onPageHide);
    void this.own.open().catch((thrown: unknown) => this.report(thrown));
    const { audioMuted, videoPaused } = this.own.flags;
    const { idlePeriod, audioOnly } = this.#options;
    const callType = audioOnly ? 'audio' : 'video';
    // Not aborted by end(): the answer says whom to take out again.
    const answer = await this.#api.join({ audioMuted, videoPaused, callType, idlePeriod }).catch((thrown: unknown) => {
      this.#release();
      throw thrown;
    });
    if (this.#closing.signal.aborted) this.#leave(answer.participant.participantId);
    else this.#follow(answer);
  }

  /** Leaves and releases everything; safe to call at any time. */
  end(): void {
    this.#leave();
    this.#release();
  }

  /** Stays though alone. The prompt goes when the server says so to all who see it. */
  readonly stay = () => this.#api.keepAlive();

  stats(): Promise<CallStats> {
    return this.figures.read(this.sessionId, this.model, this.#joined?.media.peers);
  }

  #follow(answer: JoinAnswer): void {
    this.figures.noteJoined();
    const { participantId } = answer.participant;
    const tracker = new SessionTracker(answer.session, {
      snapshot: (signal) => this.#api.snapshot(signal),
      onState: (before, after, event) => this.#onState(before, after, event),
      onGone: () => this.#removed('The session is not there any more.'),
    });
    const media = this.#mediaSession(answer);
    const stream = this.#eventStream(answer);
    this.#joined = { participantId, tracker, media, stream };
    const state = new OwnState(answer.participant, {
      send: (flags, signal) => this.#api.update(participantId, flags, signal),
      onError: (error) => this.report(error),
    });
    this.own.connect({ send: (source, track) => media.send(source, track), state });
    this.#showSession(tracker.state);
    void stream.run();
  }

  #mediaSession(answer: JoinAnswer): MediaSession {
    return new MediaSession({
      api: this.#api,
      participantId: answer.participant.participantId,
      iceServers: answer.iceServers,
      sends: this.model.sends,
      ownTracks: () => this.own.tracks,
      onTracks: (shown) => {
        const tracks = new Map(shown.map((one) => [trackKey(one.participantId, one.kind), one.track]));
        this.#store.update({ tracks });
      },
      onState: (media) => this.#store.update({ media }),
      onError: (error) => this.report(error),
    });
  }

  #eventStream(answer: JoinAnswer): EventStream {
    const { participantId } = answer.participant;
    const cursor = String(answer.cursor);
    return new EventStream({
      url: (resuming) => this.#api.eventsUrl(participantId, resuming ? undefined : cursor),
      headers: this.#api.headers,
      backoff: new Backoff({ firstMs: 300, maxMs: 10_000 }),
      silenceMs: STREAM_SILENCE_MS,
      onEvent: (type, data) => this.#onEvent(type, data),
      onOpen: () => this.#store.update({ stream: 'open' }),
      onLost: () => this.#store.update({ stream: 'lost' }),
      onEnd: (error) => this.#onStreamEnd(error),
    });
  }

  #onEvent(type: string, data: string): void {
    const joined = this.#joined;
    if (joined === undefined) return;
    if (type === 'gap') {
      // Missed events may include an offer, which nothing but a fresh one replaces.
      void joined.tracker.resync();
      joined.media.restart();
      return;
    }
    const event = parseEvent(type, data);
    if (event === undefined) return;
    if ('session' in event) joined.tracker.take(event.session);
    else this.#onMediaEvent(event.media, joined);
  }

  #onMediaEvent(event: MediaEvent, joined: Joined): void {
    if (event.seq <= this.#lastMediaSeq) return;
    this.#lastMediaSeq = event.seq;
    const { participantId: self, media } = joined;
    switch (event.type) {
      case 'DominantSpeakerChanged':
        this.#store.update({ speaker: event.participantId });
        return;
      case 'EndpointLost':
        this.#store.update({ lost: new Set([...this.model.lost, event.participantId]) });
        return;
      case 'EndpointConnected':
        this.#store.update({ lost: new Set([...this.model.lost].filter((id) => id !== event.participantId)) });
        return;
      // A user who joined twice on one token hears of its other participant too.
      case 'OfferReady':
        if (event.participantId === self) media.offer(event);
        return;
      case 'MediaWaiting':
        if (event.participantId === self) media.waiting();
        return;
      case 'ConferenceMoved':
        // Who was lost on the bridge before may be heard on this one.
        this.#store.update({ lost: new Set() });
        return;
    }
  }

  #onState(before: SessionState, after: SessionState, event: SessionEvent | undefined): void {
    const self = this.#joined?.participantId;
    const updatedBy = event?.type === 'ParticipantUpdated' ? (event.updatedBy ?? null) : null;
    this.#showSession(after);
    this.#store.update({ idleEndsAt: idleEndsAt(this.model, event) });
    // Before the changes: whoever is told of the end needs no word of everybody's leave.
    if (after.ended) {
      this.#over();
      return;
    }
    for (const change of changesBetween(before, after)) {
      if (change.type === 'left' && change.participant.participantId === self) this.#ownLeave(event);
      else this.#observer.onChange(change, updatedBy);
    }
    if (event?.type === 'ParticipantUpdated' && event.participant.participantId === self && updatedBy !== self)
      void this.own.changedByOther(event.participant).catch((thrown: unknown) => this.report(thrown));
  }

  #showSession(state: SessionState): void {
    const selfId = this.#joined?.participantId;
    const self = state.participants.find((one) => one.participantId === selfId);
    const others = state.participants.filter((one) => one.participantId !== selfId);
    this.#store.update({ others, ...(self === undefined ? {} : { self }) });
  }

  #ownLeave(event: SessionEvent | undefined): void {
    const why = event?.type === 'ParticipantLeft' ? event.reason : undefined;
    if (why === 'session-ended') this.#over();
    else if (why === 'kicked') this.#removed('You were removed from the call.');
    else this.#removed('The server lost the connection and took you out of the call.');
  }

  #onStreamEnd(error: ApiError | undefined): void {
    if (error !== undefined) this.report(error);
    this.#over();
  }

  #removed(message: string): void {
    this.report(new CallException({ code: 'ERROR_REMOVED_FROM_CALL', message }));
    this.#over();
  }

  #over(): void {
    if (this.#closing.signal.aborted) return;
    this.#release();
    this.#observer.onOver(idledOut(this.model));
  }

  #leave(participantId = this.#joined?.participantId): void {
    // When it fails the server notices by itself that we are gone.
    if (participantId !== undefined) this.#api.leave(participantId).catch(() => undefined);
  }

  #release(): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    window.removeEventListener('pagehide', this.#onPageHide);
    this.#joined?.stream.close();
    this.#joined?.tracker.close();
    this.#joined?.media.close();
    this.#joined = undefined;
    this.own.close();
  }

  /** Tells the observer, unless the call is over: then nobody wants to know. */
  report(thrown: unknown): void {
    if (this.#closing.signal.aborted || isAbort(thrown)) return;
    this.#observer.onError(asCallException(thrown));
  }
}
