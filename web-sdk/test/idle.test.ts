import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionEvent } from '../src/api/wire';
import { type CallModel, firstModel } from '../src/core/call-model';
import { idledOut, idleEndsAt } from '../src/core/idle';
import { EVERYTHING, participant } from './support/made';

const model = (change: Partial<CallModel> = {}): CallModel => ({
  ...firstModel({ audioOnly: false, publishes: EVERYTHING, muted: false, paused: false }),
  ...change,
});
const warning: SessionEvent = {
  type: 'IdleWarning',
  sessionId: 's',
  seq: 3,
  // An hour off this page's clock.
  at: '1970-01-01T01:00:00.000Z',
  endsAt: '1970-01-01T01:01:00.000Z',
  participantId: 'p1',
};

describe('idling', () => {
  beforeEach(() => vi.useFakeTimers({ now: 5_000 }));
  afterEach(() => vi.useRealTimers());

  it('ends by the own clock, however wrong that is', () => {
    expect(idleEndsAt(model(), warning)).toBe(65_000);
  });

  it('is over with company and with a wish to stay', () => {
    const warned = model({ idleEndsAt: 65_000 });
    expect(idleEndsAt({ ...warned, others: [participant('p2')] }, undefined)).toBeUndefined();
    expect(idleEndsAt(warned, { type: 'KeptAlive', sessionId: 's', seq: 4, at: warning.at })).toBeUndefined();
    expect(idleEndsAt(warned, undefined)).toBe(65_000);
  });

  it('is why the session ended when the time is up', () => {
    const warned = model({ idleEndsAt: 65_000 });
    expect(idledOut(warned)).toBe(false);
    vi.setSystemTime(65_100);
    expect(idledOut(warned)).toBe(true);
    expect(idledOut(model())).toBe(false);
  });
});
