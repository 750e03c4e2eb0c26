import { type CallException, invalidArgument } from '../core/errors';
import { holderOf } from './listener';
import { callEach } from './listeners';
import type { Call } from './ringing-call';

/** What an application hears of its user's calls. Every callback is optional; one that throws does not disturb the others. */
export interface RingCallbacks {
  /** Somebody calls this user. */
  onIncomingCallReceived?: (call: Call) => void;
  /** Somebody whom this user calls accepted: join the session. */
  onOutgoingCallAccepted?: (call: Call) => void;
  /** Nobody whom this user calls takes the call; the call's status says why: rejected, busy, unanswered. */
  onOutgoingCallRejected?: (call: Call) => void;
  /** It rings no more: the caller gave up, nobody answered in time, or this user answered on another device. */
  onIncomingCallCancelled?: (call: Call) => void;
  /** The call that was accepted is over. */
  onCallEndedMessageReceived?: (call: Call) => void;
  /** The server does not let this user hear of calls: log in again with another token. */
  onError?: (error: CallException) => void;
}

/** An object with some of the callbacks. */
export type CallListener = RingCallbacks;

export const CallListener = /* @__PURE__ */ holderOf<RingCallbacks>();

/** Who in the page hears of the user's calls. */
export class RingListeners {
  readonly #listeners = new Map<string | symbol, RingCallbacks>();

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  add(id: string | symbol, listener: RingCallbacks): void {
    if (typeof id !== 'symbol' && (typeof id !== 'string' || id === ''))
      throw invalidArgument('Give the listener an id.');
    if (typeof listener !== 'object' || (listener as unknown) === null)
      throw invalidArgument('Pass a listener object.');
    this.#listeners.set(id, listener);
  }

  remove(id: string | symbol): void {
    this.#listeners.delete(id);
  }

  tell<K extends keyof RingCallbacks>(callback: K, ...args: Parameters<NonNullable<RingCallbacks[K]>>): void {
    const heard = callEach([...this.#listeners.values()], callback, args);
    // An error that nobody listens for is at least in the console.
    if (!heard && callback === 'onError') reportError(args[0]);
  }
}
