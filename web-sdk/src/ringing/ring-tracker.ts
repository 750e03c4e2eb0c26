import type { RingWire, UserEvent } from '../api/ringing-api';

/** What a page is told of the calls of its user. */
export type RingNews =
  | 'onIncomingCallReceived'
  | 'onOutgoingCallAccepted'
  | 'onOutgoingCallRejected'
  | 'onIncomingCallCancelled'
  | 'onCallEndedMessageReceived';

/**
 * A device that comes hears of what happened in the last minute, all at once. A call that rang and stopped in that time must not
 * ring here for a blink, so each one waits this long, in ms, for its own end.
 */
const HOLD_MS = 150;

/** Events that wait for the answer to the request that they are about. */
const MOST_EARLY = 50;

/**
 * Turns what happens to a user's calls into what one page of the user is told. The page hears what comes of the calls that it placed or
 * took itself, not of those of the user's other devices: an application joins when its call is accepted, and one device is to join, not
 * all. Of calls that come in all devices hear.
 */
export class RingTracker {
  readonly uid: string;
  readonly #tell: (news: RingNews, call: RingWire) => void;
  /** Calls that are about to ring here. */
  readonly #held = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #ringing = new Set<string>();
  /** Calls that this page placed or answered. */
  readonly #own = new Set<string>();
  #early: UserEvent[] = [];
  #lastSeq = 0;

  constructor(uid: string, tell: (news: RingNews, call: RingWire) => void) {
    this.uid = uid;
    this.#tell = tell;
  }

  /** This page placed a call. What happened to it may have come before the answer that names it. */
  placed(sessionId: string): void {
    this.#own.add(sessionId);
    const early = this.#early.filter((one) => one.call.sessionId === sessionId);
    this.#early = this.#early.filter((one) => one.call.sessionId !== sessionId);
    for (const event of early) this.#further(event);
  }

  /** This page is about to answer a call: the event may be quicker than the server's answer. */
  answers(sessionId: string): void {
    this.#own.add(sessionId);
  }

  /** The server did not take this page's answer. */
  failed(sessionId: string): void {
    this.#own.delete(sessionId);
  }

  take(event: UserEvent): void {
    if (event.seq <= this.#lastSeq) return;
    this.#lastSeq = event.seq;
    if (event.type === 'IncomingCall') this.#hold(event.call);
    else this.#further(event);
  }

  close(): void {
    for (const timer of this.#held.values()) clearTimeout(timer);
    this.#held.clear();
  }

  #hold(call: RingWire): void {
    const { sessionId } = call;
    const ring = () => {
      this.#held.delete(sessionId);
      this.#ringing.add(sessionId);
      this.#tell('onIncomingCallReceived', call);
    };
    this.#held.set(sessionId, setTimeout(ring, HOLD_MS));
  }

  #further(event: UserEvent): void {
    if (event.type === 'CallEnded') this.#ended(event.call, event.by);
    else if (event.call.initiator.uid === this.uid) this.#outgoing(event);
    else this.#incoming(event);
  }

  /** A call that came in rings no more, except on a device where it was taken. */
  #incoming({ call }: UserEvent): void {
    const { sessionId } = call;
    clearTimeout(this.#held.get(sessionId));
    this.#held.delete(sessionId);
    if (this.#ringing.delete(sessionId) && !this.#own.has(sessionId)) this.#tell('onIncomingCallCancelled', call);
  }

  #outgoing(event: UserEvent): void {
    if (!this.#own.has(event.call.sessionId)) this.#early = [...this.#early, event].slice(-MOST_EARLY);
    else if (event.type === 'CallAccepted') this.#tell('onOutgoingCallAccepted', event.call);
    else if (event.type !== 'CallCancelled') this.#tell('onOutgoingCallRejected', event.call);
  }

  #ended(call: RingWire, by: string | null): void {
    if (this.#own.delete(call.sessionId) && by !== this.uid) this.#tell('onCallEndedMessageReceived', call);
  }
}
