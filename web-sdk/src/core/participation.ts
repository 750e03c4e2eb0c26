import type { ApiError } from '../api/http';
import type { SessionApi } from '../api/session-api';
import { type JoinAnswer, type MediaEvent, parseEvent, type SessionEvent, type View } from '../api/wire';
import { EventStream } from '../events/event-stream';
import { IceServers } from '../media/ice-servers';
import { MediaSession } from '../media/media-session';
import { changesBetween, type SessionChange } from '../session/changes';
import { OwnState } from '../session/own-state';
import type { SessionState } from '../session/session-state';
import { SessionTracker } from '../session/session-tracker';
import { ViewReporter } from '../session/view-reporter';
import { Backoff } from './backoff';
import { trackKey } from './call-model';
import type { CallStore } from './call-store';
import { CallException } from './errors';
import { idleEndsAt } from './idle';
import type { OwnMedia } from './own-media';
import { VideoSwitch } from './video-switch';

/** Who hears of what happens in the session. None of these may throw. */
export interface SessionObserver {
  /** @param updatedBy the participant who asked for it, null when that is unknown or was the application's server */
  onChange(change: SessionChange, updatedBy: string | null): void;
  /** The audio call is a video call now. @param initiator who asked @param responder who agreed; null when unknown or nobody */
  onSwitchedToVideo(initiator: string | null, responder: string | null): void;
}

export interface ParticipationOptions {
  api: SessionApi;
  answer: JoinAnswer;
  iceTransportPolicy: RTCIceTransportPolicy;
  store: CallStore;
  own: OwnMedia;
  observer: SessionObserver;
  /** Trouble that the call survives, or that comes right before its end. */
  report: (thrown: unknown) => void;
  /** The call is over for this page. */
  onOver: () => void;
}

/** More than twice the server's heartbeat. */
const STREAM_SILENCE_MS = 40_000;

const REMOVED = 'You were removed from the call.';

/** What exists once the join was accepted: follows the session's events and its media until {@link close}. Single-use. */
export class Participation {
  readonly participantId: string;
  readonly media: MediaSession;
  readonly videoSwitch: VideoSwitch;
  readonly #options: ParticipationOptions;
  readonly #tracker: SessionTracker;
  readonly #stream: EventStream;
  readonly #views: ViewReporter;
  #lastMediaSeq = 0;

  constructor(options: ParticipationOptions) {
    const { api, answer } = options;
    this.#options = options;
    this.participantId = answer.participant.participantId;
    this.#tracker = new SessionTracker(answer.session, {
      snapshot: (signal) => api.snapshot(signal),
      onState: (before, after, event) => this.#onState(before, after, event),
      onGone: () => this.#removed('The session is not there any more.'),
    });
    this.media = this.#mediaSession();
    this.#stream = this.#eventStream();
    const { store, own, observer, report } = options;
    this.videoSwitch = new VideoSwitch(answer.session.type, {
      api,
      store,
      own,
      onSwitched: (initiator, responder) => observer.onSwitchedToVideo(initiator, responder),
      report,
    });
    this.#views = new ViewReporter((view, signal) => api.show(this.participantId, view, signal));
  }

  start(): void {
    const { api, answer, store, own, report } = this.#options;
    const { publishes } = answer.participant;
    // Who only looks on sends nothing, though the server would let it.
    if (publishes !== undefined)
      store.update({ publishes: new Set(publishes.filter((kind) => store.model.publishes.has(kind))) });
    // A page that did not ask for an audio call may have come into one.
    if (answer.session.type === 'audio' && !store.model.audioOnly) {
      store.update({ audioOnly: true });
      own.setPaused(true).catch(report);
    }
    const state = new OwnState(answer.participant, {
      send: (flags, key, signal) => api.update(this.participantId, flags, signal, key),
      onError: report,
    });
    own.connect({ send: (source, track) => this.media.send(source, track), state });
    this.#showSession(this.#tracker.state);
    void this.#stream.run();
  }

  /** The page shows the others like this now. */
  show(view: View): void {
    this.#views.set(view);
  }

  /** The page was away for a while, and goes on. */
  comeBack(): void {
    this.#stream.reopen();
    this.media.restart();
  }

  close(): void {
    this.videoSwitch.close();
    this.#stream.close();
    this.#tracker.close();
    this.media.close();
    this.#views.close();
  }

  #mediaSession(): MediaSession {
    const { api, answer, store, own, report } = this.#options;
    return new MediaSession({
      api,
      participantId: this.participantId,
      iceServers: new IceServers(answer.iceServers, (signal) => api.iceServers(this.participantId, signal)),
      iceTransportPolicy: this.#options.iceTransportPolicy,
      ownTracks: () => own.tracks,
      onTracks: (shown) => {
        const tracks = new Map(shown.map((one) => [trackKey(one.participantId, one.kind), one.track]));
        store.update({ tracks });
      },
      onState: (media) => store.update({ media }),
      onError: report,
    });
  }

  #eventStream(): EventStream {
    const { api, answer, store } = this.#options;
    const cursor = String(answer.cursor);
    return new EventStream({
      url: (resuming) => api.eventsUrl(this.participantId, resuming ? undefined : cursor),
      headers: api.headers,
      backoff: new Backoff({ firstMs: 300, maxMs: 10_000 }),
      silenceMs: STREAM_SILENCE_MS,
      onEvent: (type, data) => this.#onEvent(type, data),
      onOpen: () => store.update({ stream: 'open' }),
      onLost: () => store.update({ stream: 'lost' }),
      onEnd: (error) => this.#onStreamEnd(error),
    });
  }

  #onEvent(type: string, data: string): void {
    if (type === 'gap') {
      // Missed events may include an offer, which nothing but a fresh one replaces.
      void this.#tracker.resync();
      this.media.restart();
      return;
    }
    const event = parseEvent(type, data);
    if (event === undefined) return;
    if ('session' in event) this.#tracker.take(event.session);
    else if (event.media.seq > this.#lastMediaSeq) {
      this.#lastMediaSeq = event.media.seq;
      this.#onMediaEvent(event.media);
    }
  }

  #onMediaEvent(event: MediaEvent): void {
    const { store } = this.#options;
    switch (event.type) {
      case 'DominantSpeakerChanged':
        store.update({ speaker: event.participantId });
        return;
      case 'EndpointLost':
        store.update({ lost: new Set([...store.model.lost, event.participantId]) });
        return;
      case 'EndpointConnected':
        store.update({ lost: new Set([...store.model.lost].filter((id) => id !== event.participantId)) });
        return;
      case 'ConnectionQualityChanged':
        store.update({ quality: new Map([...store.model.quality, [event.participantId, event.quality]]) });
        return;
      case 'OfferReady':
        // A user who joined twice on one token hears of its other participant too.
        if (event.participantId !== this.participantId) return;
        this.media.offer(event);
        this.#views.start();
        return;
      case 'MediaWaiting':
        if (event.participantId === this.participantId) this.media.waiting();
        return;
      case 'ConferenceMoved':
        // Who was lost on the bridge before may be heard on this one.
        store.update({ lost: new Set() });
        return;
    }
  }

  #onState(before: SessionState, after: SessionState, event: SessionEvent | undefined): void {
    const { store, observer, own, report, onOver } = this.#options;
    const updatedBy = event?.type === 'ParticipantUpdated' ? (event.updatedBy ?? null) : null;
    this.#showSession(after);
    store.update({ idleEndsAt: idleEndsAt(store.model, event) });
    // Before the changes: whoever is told of the end needs no word of everybody's leave.
    if (after.ended) {
      onOver();
      return;
    }
    this.videoSwitch.onState(after.type, event);
    for (const change of changesBetween(before, after)) {
      if (change.type === 'left' && change.participant.participantId === this.participantId) this.#ownLeave(event);
      else observer.onChange(change, updatedBy);
    }
    if (event?.type !== 'ParticipantUpdated' || updatedBy === this.participantId) return;
    if (event.participant.participantId === this.participantId) own.changedByOther(event.participant).catch(report);
  }

  #showSession(state: SessionState): void {
    const self = state.participants.find((one) => one.participantId === this.participantId);
    const others = state.participants.filter((one) => one.participantId !== this.participantId);
    this.#options.store.update({ others, ...(self === undefined ? {} : { self }) });
  }

  #ownLeave(event: SessionEvent | undefined): void {
    const why = event?.type === 'ParticipantLeft' ? event.reason : undefined;
    if (why === 'session-ended') this.#options.onOver();
    else if (why === 'kicked' || why === 'token-revoked') this.#removed(REMOVED);
    else this.#removed('The server lost the connection and took you out of the call.');
  }

  #onStreamEnd(error: ApiError | undefined): void {
    // A stream whose token was revoked ends, and is refused when it comes back; word of the removal may be late.
    if (error?.errorCode === 'AUTH_ERR_TOKEN_REVOKED') {
      this.#removed(REMOVED);
      return;
    }
    if (error !== undefined) this.#options.report(error);
    this.#options.onOver();
  }

  #removed(message: string): void {
    this.#options.report(new CallException({ code: 'ERROR_REMOVED_FROM_CALL', message }));
    this.#options.onOver();
  }
}
