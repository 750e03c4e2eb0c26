import { requestCall, requestCalls } from '../api/calls-api';
import { invalidArgument } from '../core/errors';
import { CallGroup, CallLog, CallUser, Participant } from './call-log';
import { attempt, base, checkAuthToken, checkFlag, checkText, page } from './page';

const MOST = 1_000;
const CHOICES = {
  type: ['audio', 'video'],
  status: ['ongoing', 'busy', 'rejected', 'cancelled', 'ended', 'missed'],
  mode: ['call', 'meet'],
  direction: ['incoming', 'outgoing'],
};

/** Which calls of a user's history are wanted. All is optional but the auth token, which `loginWithAuthToken` gives too. */
export class CallLogRequestBuilder {
  readonly #query = new Map<string, string>();
  #limit = 30;
  #authToken: string | undefined;

  /** Calls a page. @param limit 1 to 1000, 30 by default */
  setLimit(limit: number): this {
    if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
      throw invalidArgument(`A limit is a whole number, 1 to ${MOST}.`);
    this.#limit = limit;
    return this;
  }

  setCallType(callType: 'video' | 'audio'): this {
    return this.#choose('type', callType);
  }

  setCallStatus(callStatus: 'ongoing' | 'busy' | 'rejected' | 'cancelled' | 'ended' | 'missed'): this {
    return this.#choose('status', callStatus);
  }

  setHasRecording(hasRecording: boolean): this {
    checkFlag(hasRecording, 'Pass true for calls with a recording, false for those without.');
    this.#query.set('hasRecording', String(hasRecording));
    return this;
  }

  /** `call` for those that rang, `meet` for sessions that people joined. */
  setCallCategory(callCategory: 'call' | 'meet'): this {
    return this.#choose('mode', callCategory);
  }

  setCallDirection(callDirection: 'incoming' | 'outgoing'): this {
    return this.#choose('direction', callDirection);
  }

  /** Only calls with this user. */
  setUid(uid: string): this {
    return this.#name('uid', uid);
  }

  /** Only calls of this group, or of the session with this id. */
  setGuid(guid: string): this {
    return this.#name('guid', guid);
  }

  setAuthToken(authToken: string): this {
    checkAuthToken(authToken);
    this.#authToken = authToken;
    return this;
  }

  build(): CallLogRequest {
    return new CallLogRequest(new Map(this.#query), this.#limit, this.#authToken);
  }

  #choose(name: keyof typeof CHOICES, value: string): this {
    if (!CHOICES[name].includes(value)) throw invalidArgument(`It is one of ${CHOICES[name].join(', ')}.`);
    this.#query.set(name, value);
    return this;
  }

  #name(name: string, value: string): this {
    checkText(value, `Pass a ${name}.`);
    this.#query.set(name, value);
    return this;
  }
}

/** Reads a user's history page by page, newest first. */
export class CallLogRequest {
  readonly #query: ReadonlyMap<string, string>;
  readonly #limit: number;
  readonly #authToken: string | undefined;
  /** Of the page that was given last; 0 before the first. */
  #page = 0;
  #isLast = false;

  constructor(query: ReadonlyMap<string, string>, limit: number, authToken: string | undefined) {
    this.#query = query;
    this.#limit = limit;
    this.#authToken = authToken;
  }

  /** The next page, empty after the last. Rejects with API_ERROR or UNKNOWN_API_ERROR, and can then be asked again. */
  async fetchNext(): Promise<CallLog[]> {
    return this.#isLast ? [] : this.#fetch(this.#page + 1);
  }

  /** The page before, empty before the first. */
  async fetchPrevious(): Promise<CallLog[]> {
    return this.#page < 2 ? [] : this.#fetch(this.#page - 1);
  }

  async #fetch(number: number): Promise<CallLog[]> {
    const authToken = this.#authToken ?? page.authToken;
    checkAuthToken(authToken);
    const query = new URLSearchParams([...this.#query, ['perPage', String(this.#limit)], ['page', String(number)]]);
    const calls = await requestCalls(base(), query, authToken);
    this.#page = number;
    this.#isLast = calls.length < this.#limit;
    return calls.map((one) => new CallLog(one));
  }
}

/** The calls that were. */
export const callHistory = {
  CallLog,
  CallUser,
  CallGroup,
  Participant,
  CallLogRequestBuilder,

  /**
   * The newest call of a session, in an array; who was not in it gets API_ERROR.
   *
   * @param authToken without it the one of `loginWithAuthToken`
   */
  getCallDetails(sessionId: string, authToken = page.authToken): Promise<CallLog[]> {
    return attempt(async () => {
      checkText(sessionId, 'Pass the id of the session.');
      checkAuthToken(authToken);
      return (await requestCall(base(), sessionId, authToken)).map((one) => new CallLog(one));
    });
  },
} as const;
