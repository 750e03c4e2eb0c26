import type { CallTokenClaims } from '../api/call-token';
import { SessionApi } from '../api/session-api';
import type { JoinAnswer, View } from '../api/wire';
import type { CallStats } from '../media/stats';
import { CallDevices } from './call-devices';
import { type CallModel, firstModel, type Pinned } from './call-model';
import { CallStore } from './call-store';
import { asCallException, type CallException, isAbort } from './errors';
import { Figures } from './figures';
import { idledOut } from './idle';
import { OwnMedia } from './own-media';
import { forget, GRACE_S, recall, remember, type RememberedCall } from '../session/tab-memory';
import { Participation, type SessionObserver } from './participation';

export interface CallOptions {
  base: string;
  token: string;
  claims: CallTokenClaims;
  audioOnly: boolean;
  startMuted: boolean;
  startPaused: boolean;
  /** Seconds that this participant may be alone in the call. */
  idlePeriod: number;
  /** `relay`: media goes by TURN servers only. */
  iceTransportPolicy: RTCIceTransportPolicy;
}

/** Who wants to know. None of these may throw. */
export interface CallObserver extends SessionObserver {
  onModel(model: CallModel): void;
  onScreenShare(sharing: boolean): void;
  onError(error: CallException): void;
  /**
   * The call is over for this page and has released everything. Not called after {@link Call.end}.
   *
   * @param idledOut this page was alone in it for too long
   */
  onOver(idledOut: boolean): void;
}

/**
 * One participant in one session, from the join to the end. Owns every connection, device and timer of it; instances are
 * single-use.
 */
export class Call {
  readonly own: OwnMedia;
  readonly devices: CallDevices;
  readonly figures = new Figures();
  readonly #options: CallOptions;
  readonly #observer: CallObserver;
  readonly #api: SessionApi;
  readonly #store: CallStore;
  readonly #closing = new AbortController();
  /** What the page was before it was reloaded. */
  readonly #before: RememberedCall | undefined;
  // Nobody knows whether it is closed, reloaded, or kept by the browser for later.
  readonly #onPageHide = () => {
    if (this.#joined === undefined) return;
    const { sessionId, uid } = this.#options.claims;
    const { audioMuted, videoPaused } = this.own.flags;
    const { participantId } = this.#joined;
    remember({ sessionId, uid, participantId, audioMuted, videoPaused, audioOnly: this.model.audioOnly });
    this.#leave(participantId, GRACE_S);
  };
  readonly #onPageShow = (event: PageTransitionEvent) => {
    if (!event.persisted) return;
    forget();
    this.#joined?.comeBack();
  };
  #joined: Participation | undefined;
  #view: View | undefined;

  constructor(options: CallOptions, observer: CallObserver) {
    this.#options = options;
    this.#observer = observer;
    this.#api = new SessionApi(options.base, options.token, options.claims.sessionId);
    const { sessionId, uid, publishes } = options.claims;
    this.#before = recall(sessionId, uid);
    const first = firstModel({
      audioOnly: this.#before?.audioOnly ?? options.audioOnly,
      publishes,
      muted: this.#before?.audioMuted ?? options.startMuted,
      paused: this.#before?.videoPaused ?? options.startPaused,
    });
    this.#store = new CallStore(first, (model) => this.#closing.signal.aborted || observer.onModel(model));
    this.own = new OwnMedia({
      store: this.#store,
      onScreenShare: (sharing) => observer.onScreenShare(sharing),
      onError: (error) => this.report(error),
    });
    this.devices = new CallDevices(this.#store, this.own);
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
    window.addEventListener('pageshow', this.#onPageShow);
    void this.own
      .open()
      .then(() => this.devices.start())
      .catch((thrown: unknown) => this.report(thrown));
    const { audioMuted, videoPaused } = this.own.flags;
    const { idlePeriod } = this.#options;
    const callType = this.model.audioOnly ? 'audio' : 'video';
    const before = this.#before === undefined ? {} : { participantId: this.#before.participantId };
    // Not aborted by end(): the answer says whom to take out again.
    const joining = this.#api.join({ audioMuted, videoPaused, callType, idlePeriod, ...before });
    const answer = await joining.catch((thrown: unknown) => {
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

  /** Ends it for everybody. Rejects when the server does not let us. */
  readonly endForAll = () => this.#api.endForAll();

  /** Shows this large; undefined goes by who speaks. */
  pin(pinned: Pinned | undefined): void {
    this.#store.update({ pinned });
  }

  /** Asks to go on with video, or agrees with whoever asked. */
  async switchToVideo(): Promise<void> {
    await this.#joined?.videoSwitch.ask();
  }

  declineVideo(): void {
    this.#joined?.videoSwitch.decline();
  }

  /** Turns somebody else's microphone or camera off. Rejects when the server does not let us. */
  async turnOff(participantId: string, flags: { audioMuted: true } | { videoPaused: true }): Promise<void> {
    await this.#api.update(participantId, flags, this.#closing.signal);
  }

  /** The view shows the others like this now. */
  show(view: View): void {
    this.#view = view;
    this.#joined?.show(view);
  }

  stats(): Promise<CallStats> {
    return this.figures.read(this.sessionId, this.model, this.#joined?.media.peers);
  }

  #follow(answer: JoinAnswer): void {
    this.figures.noteJoined();
    this.#joined = new Participation({
      api: this.#api,
      answer,
      iceTransportPolicy: this.#options.iceTransportPolicy,
      store: this.#store,
      own: this.own,
      observer: this.#observer,
      report: (thrown) => this.report(thrown),
      onOver: () => this.#over(),
    });
    if (this.#view !== undefined) this.#joined.show(this.#view);
    this.#joined.start();
    // Its media went with the page before.
    if (answer.participant.participantId === this.#before?.participantId) this.#joined.media.restart();
  }

  #over(): void {
    if (this.#closing.signal.aborted) return;
    this.#release();
    this.#observer.onOver(idledOut(this.model));
  }

  #leave(participantId = this.#joined?.participantId, graceS?: number): void {
    // When it fails the server notices by itself that we are gone.
    if (participantId !== undefined) this.#api.leave(participantId, graceS).catch(() => undefined);
  }

  #release(): void {
    if (this.#closing.signal.aborted) return;
    this.#closing.abort();
    forget();
    window.removeEventListener('pagehide', this.#onPageHide);
    window.removeEventListener('pageshow', this.#onPageShow);
    this.#joined?.close();
    this.#joined = undefined;
    this.devices.close();
    this.own.close();
  }

  /** Tells the observer, unless the call is over: then nobody wants to know. */
  report(thrown: unknown): void {
    if (this.#closing.signal.aborted || isAbort(thrown)) return;
    this.#observer.onError(asCallException(thrown));
  }
}
