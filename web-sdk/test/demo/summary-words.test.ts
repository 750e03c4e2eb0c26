import { describe, expect, it } from 'vitest';
import { CallLog } from '../../src/compat/call-log';
import { attendance, duration, lengthOf } from '../../demo/summary-words';
import { loggedCall, loggedJoin } from '../support/logged';

const NOW = 1_000;

describe('the words of the summary', () => {
  it.each([
    [0, '0 s'],
    [45.4, '45 s'],
    [60, '1 min'],
    [200, '3 min 20 s'],
    [3_600, '1 h'],
    [3_903, '1 h 5 min'],
    [3_605, '1 h'],
    [90_000, '25 h'],
  ])('say %d s shortly: %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words);
  });

  it('add up the joins of each user, and leave out who did not come', () => {
    const joins = [
      loggedJoin('ada', { joinedAt: 100, leftAt: 130 }),
      loggedJoin('grace', { joinedAt: 110, leftAt: 160 }),
      loggedJoin('ada', { joinedAt: 140, leftAt: 200 }),
      loggedJoin('edsger', { hasJoined: false }),
    ];
    const call = new CallLog(loggedCall(joins, { endedAt: 200 }));
    expect(attendance(call, NOW)).toMatchObject([
      { uid: 'ada', seconds: 90, isThere: false },
      { uid: 'grace', seconds: 50, isThere: false },
    ]);
    expect(lengthOf(call, NOW)).toBe('The call took 1 min 40 s.');
  });

  it('say of a call that goes on who is still there', () => {
    const joins = [loggedJoin('ada', { joinedAt: 940 }), loggedJoin('grace', { joinedAt: 970, leftAt: 980 })];
    const call = new CallLog(loggedCall(joins));
    expect(attendance(call, NOW)).toMatchObject([
      { uid: 'ada', seconds: 60, isThere: true },
      { uid: 'grace', seconds: 10, isThere: false },
    ]);
    expect(lengthOf(call, NOW)).toBe('The call goes on; it has taken 1 min so far.');
  });

  it('are not confused by a clock that is behind the server’s', () => {
    const call = new CallLog(loggedCall([loggedJoin('ada', { joinedAt: NOW + 5 })]));
    expect(attendance(call, NOW)[0]?.seconds).toBe(0);
    expect(lengthOf(call, NOW)).toContain('0 s');
  });
});
