import { describe, expect, it } from 'vitest';
import type { Bridge, RunningCall } from '../../../demo/operator/api';
import { ageOf, drainingOf, peopleOf, percent, stateOf, toneOf } from '../../../demo/operator/rows';

const NOW = Date.parse('2026-01-01T00:05:00Z');

const bridge = (state: string, reason?: string): Bridge => ({
  id: '10.0.0.7:8080',
  state,
  ...(reason === undefined ? {} : { reason }),
  since: '2026-01-01T00:00:00Z',
  stress: 0.126,
  endpoints: 3,
  conferences: 1,
});

const call = (...participants: RunningCall['participants']): RunningCall => ({
  sessionId: 's1',
  type: 'video',
  initiatedAt: NOW / 1_000 - 90,
  participants,
});

describe('a bridge in words', () => {
  it('says since when and why it is in its state', () => {
    expect(stateOf(bridge('available'), NOW)).toBe('available for 5 min');
    expect(stateOf(bridge('unreachable', 'connection refused'), NOW)).toBe('unreachable for 5 min: connection refused');
    expect(stateOf({ ...bridge('available'), since: '2026-01-01T00:06:00Z' }, NOW)).toBe('available for 0 s');
    expect(percent(bridge('available').stress)).toBe('13 %');
  });

  it.each([
    ['available', 'drain', 'good'],
    ['draining', 'undrain', 'fair'],
    ['unhealthy', 'drain', 'fair'],
    ['quarantined', 'drain', 'bad'],
    ['unreachable', undefined, 'bad'],
    ['withdrawn', undefined, 'fair'],
    ['a state of tomorrow', undefined, 'fair'],
  ])('%s: can be told to %s', (state, action, tone) => {
    expect(drainingOf(bridge(state))).toBe(action);
    expect(toneOf(bridge(state))).toBe(tone);
  });
});

describe('a running call in words', () => {
  it('names who is there now, each once', () => {
    const ada = { uid: 'ada', name: 'Ada', hasJoined: true };
    const running = call(
      { ...ada, leftAt: 5 },
      ada,
      ada,
      { uid: 'grace', name: 'Grace', hasJoined: true, leftAt: 9 },
      { uid: 'edsger', name: 'Edsger', hasJoined: false },
      { uid: 'nameless', name: '', hasJoined: true },
    );
    expect(peopleOf(running)).toBe('Ada, nameless');
    expect(peopleOf(call())).toBe('nobody');
    expect(ageOf(running, NOW)).toBe('1 min 30 s');
  });
});
