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

/** Turns what happens to a user's calls into what one page of the user is told: once, and nothing of what the page did itself. */
export class RingTracker {
  readonly #uid: string;
  readonly #tell: (news: RingNews, call: RingWire) => void;
  readonly #held = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #own = new Set<string>();
  #lastSeq = 0;

  constructor(uid: string, tell: (news: RingNews, call: RingWire) => void) {
    this.#uid = uid;
    this.#tell = tell;
  }

  /**
   * This page answers or ends the call: the user's other pages are to hear of it, this one knows. Said before the server is asked,
   * whose event may be quicker than its answer.
   *
   * @param done false when the server did not do it
   */
  doneHere(sessionId: string, done: boolean): void {
    if (done) this.#own.add(sessionId);
    else this.#own.delete(sessionId);
  }

  take(event: UserEvent): void {
    if (event.seq <= this.#lastSeq) return;
    this.#lastSeq = event.seq;
    if (event.type === 'IncomingCall') this.#hold(event.call);
    else if (!this.#drop(event.call.sessionId)) this.#further(event);
  }

  close(): void {
    for (const sessionId of [...this.#held.keys()]) this.#drop(sessionId);
  }

  #hold(call: RingWire): void {
    const ring = () => {
      this.#held.delete(call.sessionId);
      this.#tell('onIncomingCallReceived', call);
    };
    this.#held.set(call.sessionId, setTimeout(ring, HOLD_MS));
  }

  /** @returns whether it was held back: then nobody was told of it, and nobody needs to be told of its end */
  #drop(sessionId: string): boolean {
    clearTimeout(this.#held.get(sessionId));
    return this.#held.delete(sessionId);
  }

  #further(event: UserEvent): void {
    const byUser = 'by' in event && event.by === this.#uid;
    if (byUser && this.#own.has(event.call.sessionId)) return;
    const news = this.#newsOf(event, byUser);
    // Undefined for what a newer server may say.
    if (news !== undefined) this.#tell(news, event.call);
  }

  #newsOf(event: UserEvent, byUser: boolean): RingNews | undefined {
    const placedByUser = event.call.initiator.uid === this.#uid;
    switch (event.type) {
      case 'CallAccepted':
        return byUser ? 'onIncomingCallCancelled' : 'onOutgoingCallAccepted';
      case 'CallRejected':
        return byUser ? 'onIncomingCallCancelled' : 'onOutgoingCallRejected';
      case 'CallUnanswered':
        return placedByUser ? 'onOutgoingCallRejected' : 'onIncomingCallCancelled';
      case 'CallCancelled':
        return 'onIncomingCallCancelled';
      case 'CallEnded':
        return 'onCallEndedMessageReceived';
      case 'IncomingCall':
        return 'onIncomingCallReceived';
    }
  }
}
