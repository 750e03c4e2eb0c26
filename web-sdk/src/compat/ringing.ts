import { ApiError } from '../api/http';
import { RingingApi, type RingWire } from '../api/ringing-api';
import { invalidArgument } from '../core/errors';
import { RingLine } from '../ringing/ring-line';
import { RingTracker } from '../ringing/ring-tracker';
import { CallUser } from './call-log';
import { attempt, base, checkAuthToken, checkText, page } from './page';
import { type CallListener, RingListeners } from './ring-listeners';
import { Call, CALL_STATUS } from './ringing-call';

/** The longest time that a call may ring, and the shortest, in seconds. */
const LONGEST = 600;
const SHORTEST = 5;

const listeners = /* @__PURE__ */ new RingListeners();
let line: RingLine | undefined;
let tracker: RingTracker | undefined;
/** The tracker of the line that is open; unknown until the server has said whose line it is. */
let listening: RingTracker | undefined;
/** Calls that were placed before that was known. */
let placedEarly: string[] = [];
let active: Call | undefined;

/** Calls that ring: one user calls another, who takes the call or not. Promises reject with a {@link CallException}. */
export const ringing = {
  /** Keeps the user's auth token and says whose it is. Rejects with API_ERROR when it is nobody's. */
  login(authToken: string): Promise<CallUser> {
    return attempt(async () => {
      checkAuthToken(authToken);
      const { uid, name, avatar } = await new RingingApi(base(), authToken).me();
      setToken(authToken);
      return new CallUser({ uid, name, ...(avatar == null ? {} : { avatar }) });
    });
  },

  /** Forgets the user: nothing rings here any more. A call that runs goes on. */
  logout(): Promise<void> {
    setToken(undefined);
    tracker = undefined;
    active = undefined;
    return Promise.resolve();
  },

  /** Hears of the calls of the user who is logged in, now or later, until {@link removeCallListener}. */
  addCallListener(id: string, listener: CallListener): void {
    listen(id, listener);
  },

  removeCallListener(id: string): void {
    unlisten(id);
  },

  /**
   * Calls a user or a group. When the user who is called has just called this one, both have agreed: the call is ongoing at once, and
   * `onOutgoingCallAccepted` hears of it. Rejects with API_ERROR, `errorCode` ERR_CALL_BUSY_USER when all who are called are in calls.
   *
   * @param timeout seconds that it rings, 5 to 600; without it 45, or what the installation says
   */
  initiateCall(call: Call, timeout?: number): Promise<Call> {
    return attempt(async () => {
      if (!(call instanceof Call)) throw invalidArgument('Pass a Call.');
      const placed = await api().place({
        receiver: call.getReceiverId(),
        receiverType: call.getReceiverType(),
        type: call.getType(),
        metadata: call.getMetadata(),
        ...(timeout === undefined ? {} : { timeout: checkTimeout(timeout) }),
      });
      active = Call.of(placed);
      notePlaced(placed.sessionId);
      if (placed.status === 'ongoing') listeners.tell('onOutgoingCallAccepted', active);
      return active;
    });
  },

  /** Takes a call; join its session then. Rejects with API_ERROR when it does not ring any more. */
  acceptCall(sessionId: string): Promise<Call> {
    return attempt(async () => {
      active = await answer(sessionId, () => api().accept(sessionId));
      return active;
    });
  },

  /** @param status rejected or busy of a call that comes in, cancelled of one that this user placed */
  rejectCall(sessionId: string, status: 'rejected' | 'busy' | 'cancelled'): Promise<Call> {
    return attempt(async () => {
      const call = await answer(sessionId, () => reject(sessionId, status));
      forget(sessionId);
      return call;
    });
  },

  /**
   * Ends a call for all who are in it; one that still rings is cancelled. That it is over already is no error.
   *
   * @param sessionId without it the active call; without one it does nothing
   */
  endCall(sessionId = active?.getSessionId()): Promise<Call | undefined> {
    return attempt(async () => {
      if (sessionId === undefined) return undefined;
      const rings = active?.getSessionId() === sessionId && active.getStatus() === 'initiated';
      const call = await over(answer(sessionId, () => (rings ? api().cancel(sessionId) : api().end(sessionId))));
      forget(sessionId);
      return call;
    });
  },

  /** The call that this page placed or took; null without one. */
  getActiveCall: (): Call | null => active ?? null,

  /** Forgets the active call, as whoever did not end it does. */
  clearActiveCall(): void {
    active = undefined;
  },
} as const;

/** Hears of the user's calls until {@link unlisten}. */
export function listen(id: string | symbol, listener: CallListener): void {
  listeners.add(id, listener);
  page.onLogin = connect;
  if (line === undefined) connect();
}

export function unlisten(id: string | symbol): void {
  listeners.remove(id);
  if (listeners.isEmpty) hangUp();
}

function setToken(authToken: string | undefined): void {
  page.authToken = authToken;
  connect();
}

/** One stream for all listeners of the page, with the token of who is logged in now. */
function connect(): void {
  hangUp();
  if (page.authToken === undefined || listeners.isEmpty) return;
  line = new RingLine({
    api: api(),
    trackerOf,
    onRefused: (error) => listeners.tell('onError', error),
  });
  void line.open();
}

function hangUp(): void {
  line?.close();
  line = undefined;
  listening = undefined;
  placedEarly = [];
  tracker?.close();
}

/** A user who comes back, with another token perhaps, is not told twice what happened a moment ago. */
function trackerOf(uid: string): RingTracker {
  if (tracker?.uid !== uid) {
    tracker = new RingTracker(uid, (news, wire) => {
      const call = Call.of(wire);
      follow(call);
      listeners.tell(news, call);
    });
  }
  listening = tracker;
  for (const sessionId of placedEarly) tracker.placed(sessionId);
  placedEarly = [];
  return tracker;
}

function notePlaced(sessionId: string): void {
  if (listening !== undefined) listening.placed(sessionId);
  else if (line !== undefined) placedEarly.push(sessionId);
}

/** The active call knows where it stands, and goes when it is over. */
function follow(call: Call): void {
  if (active?.getSessionId() !== call.getSessionId()) return;
  const isOn = call.getStatus() === 'initiated' || call.getStatus() === 'ongoing';
  active = isOn ? call : undefined;
}

function forget(sessionId: string): void {
  if (active?.getSessionId() === sessionId) active = undefined;
}

function api(): RingingApi {
  checkAuthToken(page.authToken);
  return new RingingApi(base(), page.authToken);
}

async function answer(sessionId: string, send: () => Promise<RingWire>): Promise<Call> {
  checkText(sessionId, 'Pass the session id of the call.');
  const known = tracker;
  known?.answers(sessionId);
  try {
    return Call.of(await send());
  } catch (thrown) {
    known?.failed(sessionId);
    throw thrown;
  }
}

function reject(sessionId: string, status: string): Promise<RingWire> {
  switch (status) {
    case CALL_STATUS.CANCELLED:
      return api().cancel(sessionId);
    case CALL_STATUS.REJECTED:
    case CALL_STATUS.BUSY:
      return api().reject(sessionId, status);
    default:
      throw invalidArgument('Pass the status rejected, busy or cancelled.');
  }
}

/** Both sides hang up at the same moment: one of them is late. */
async function over(ending: Promise<Call>): Promise<Call | undefined> {
  try {
    return await ending;
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.errorCode === 'ERR_CALL_TERMINATED') return undefined;
    throw thrown;
  }
}

function checkTimeout(seconds: unknown): number {
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < SHORTEST || seconds > LONGEST)
    throw invalidArgument(`A call rings for ${SHORTEST} to ${LONGEST} whole seconds.`);
  return seconds;
}
