import { send } from './http';
import type { CallType } from './wire';

/** Where a call that rings or rang stands. */
export type RingStatus = 'initiated' | 'ongoing' | 'unanswered' | 'rejected' | 'busy' | 'cancelled' | 'ended';

export interface UserWire {
  uid: string;
  name: string;
  avatar?: string | null;
}

/** A call that was placed by ringing. Times are ISO. */
export interface RingWire {
  sessionId: string;
  type: CallType;
  status: RingStatus;
  initiator: UserWire;
  /** uid or guid */
  receiver: string;
  receiverType: 'user' | 'group';
  initiatedAt: string;
  ringsUntil: string;
  metadata: Record<string, unknown>;
}

/** Something that happened to a call of a user, for all of the user's devices; `seq` counts from 1 without gaps. */
export type UserEvent = { seq: number; at: string; call: RingWire } & (
  | { type: 'IncomingCall' | 'CallCancelled' | 'CallUnanswered' }
  | { type: 'CallAccepted' | 'CallRejected'; by: string }
  | { type: 'CallEnded'; by: string | null }
);

/** What is called, and for how long. */
export interface RingRequest {
  receiver: string;
  receiverType: 'user' | 'group';
  type: CallType;
  /** Seconds, 5 to 600; without it what the installation says, 45. */
  timeout?: number;
  metadata?: Record<string, unknown>;
}

/** Calls that ring, for the user of one auth token. */
export class RingingApi {
  readonly #base: string;
  readonly headers: Record<string, string>;

  constructor(base: string, authToken: string) {
    this.#base = base;
    this.headers = { authToken };
  }

  eventsUrl(uid: string): string {
    return `${this.#base}/users/${encodeURIComponent(uid)}/events`;
  }

  /** Whose token it is. */
  me(): Promise<UserWire> {
    return send(this.#base, { method: 'GET', path: '/me', headers: this.headers });
  }

  place(body: RingRequest): Promise<RingWire> {
    return send(this.#base, { method: 'POST', path: '/calls', headers: this.headers, body });
  }

  accept(sessionId: string): Promise<RingWire> {
    return this.#answer(sessionId, 'accept');
  }

  reject(sessionId: string, status: 'rejected' | 'busy'): Promise<RingWire> {
    return this.#answer(sessionId, 'reject', { status });
  }

  cancel(sessionId: string): Promise<RingWire> {
    return this.#answer(sessionId, 'cancel');
  }

  end(sessionId: string): Promise<RingWire> {
    return this.#answer(sessionId, 'end');
  }

  #answer(sessionId: string, verb: string, body?: unknown): Promise<RingWire> {
    const path = `/calls/${encodeURIComponent(sessionId)}/${verb}`;
    return send(this.#base, { method: 'POST', path, headers: this.headers, body });
  }
}
