import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RingWire, UserEvent } from '../src/api/ringing-api';
import { type RingNews, RingTracker } from '../src/ringing/ring-tracker';

const ME = 'ada';
const told: [RingNews, string][] = [];
let seq = 0;
let tracker: RingTracker;

beforeEach(() => {
  vi.useFakeTimers();
  told.length = 0;
  seq = 0;
  tracker = new RingTracker(ME, (news, call) => told.push([news, call.sessionId]));
});
afterEach(() => void vi.useRealTimers());

function call(initiator: string, sessionId = 's'): RingWire {
  return {
    sessionId,
    type: 'video',
    status: 'initiated',
    initiator: { uid: initiator, name: initiator },
    receiver: ME,
    receiverType: 'user',
    initiatedAt: '2026-01-01T00:00:00Z',
    ringsUntil: '2026-01-01T00:00:45Z',
    metadata: {},
  };
}

function event(type: UserEvent['type'], initiator: string, by: string | null = null): UserEvent {
  return { type, seq: ++seq, at: '2026-01-01T00:00:01Z', call: call(initiator), by } as UserEvent;
}

function ring(initiator = 'grace'): void {
  tracker.take(event('IncomingCall', initiator));
  vi.runAllTimers();
}

describe('what a page is told', () => {
  it.each<[UserEvent['type'], string | null, RingNews]>([
    ['CallAccepted', 'grace', 'onOutgoingCallAccepted'],
    ['CallRejected', 'grace', 'onOutgoingCallRejected'],
    ['CallUnanswered', null, 'onOutgoingCallRejected'],
    ['CallEnded', 'grace', 'onCallEndedMessageReceived'],
    ['CallEnded', null, 'onCallEndedMessageReceived'],
  ])('of a call that it placed: %s by %s is %s', (type, by, expected) => {
    tracker.placed('s');
    tracker.take(event(type, ME, by));
    expect(told).toEqual([[expected, 's']]);
  });

  it.each<[UserEvent['type'], string | null]>([
    ['CallAccepted', ME],
    ['CallRejected', ME],
    ['CallCancelled', null],
    ['CallUnanswered', null],
  ])('of a call that rings here: %s by %s is its end', (type, by) => {
    ring();
    tracker.take(event(type, 'grace', by));
    tracker.take(event(type, 'grace', by));
    expect(told.slice(1)).toEqual([['onIncomingCallCancelled', 's']]);
  });

  it('comes too when the event is quicker than the answer to the request', () => {
    tracker.take(event('CallAccepted', ME, 'grace'));
    expect(told).toEqual([]);
    tracker.placed('s');
    expect(told).toEqual([['onOutgoingCallAccepted', 's']]);
  });

  it.each<[UserEvent['type']]>([['CallAccepted'], ['CallRejected'], ['CallUnanswered'], ['CallEnded']])(
    'is nothing of %s of a call that another device placed',
    (type) => {
      tracker.take(event(type, ME, 'grace'));
      expect(told).toEqual([]);
    },
  );

  it('is a call that comes in, once', () => {
    const incoming = event('IncomingCall', 'grace');
    tracker.take(incoming);
    tracker.take(incoming);
    vi.runAllTimers();
    expect(told).toEqual([['onIncomingCallReceived', 's']]);
  });

  it('is nothing of a call that rang and stopped before the page came', () => {
    tracker.take(event('IncomingCall', 'grace'));
    tracker.take(event('CallCancelled', 'grace'));
    vi.runAllTimers();
    expect(told).toEqual([]);
  });

  it.each<[UserEvent['type']]>([['CallAccepted'], ['CallRejected'], ['CallEnded']])(
    'is nothing of %s that the page did itself',
    (type) => {
      ring();
      tracker.answers('s');
      tracker.take(event(type, 'grace', ME));
      expect(told).toEqual([['onIncomingCallReceived', 's']]);
    },
  );

  it('is that the other one ended the call that the page took', () => {
    ring();
    tracker.answers('s');
    tracker.take(event('CallAccepted', 'grace', ME));
    tracker.take(event('CallEnded', 'grace', 'grace'));
    expect(told.at(-1)).toEqual(['onCallEndedMessageReceived', 's']);
  });

  it('is what another page did when this one failed to', () => {
    ring();
    tracker.answers('s');
    tracker.failed('s');
    tracker.take(event('CallRejected', 'grace', ME));
    expect(told.at(-1)).toEqual(['onIncomingCallCancelled', 's']);
  });

  it('is nothing of what a newer server says', () => {
    tracker.take(event('CallParked' as never, 'grace'));
    expect(told).toEqual([]);
  });

  it('is nothing after the end', () => {
    tracker.take(event('IncomingCall', 'grace'));
    tracker.close();
    vi.runAllTimers();
    expect(told).toEqual([]);
  });
});
