import { describe, expect, it } from 'vitest';
import { parseEvent } from '../src/api/wire';

describe('an event of the stream', () => {
  it('is not taken for one of the session when it is for moderators, which has no number', () => {
    const banned = { sessionId: 's', at: '2026-01-01T00:00:00Z', uid: 'mallory', audience: 'moderators' };

    expect(parseEvent('UserBanned', JSON.stringify(banned))).toBeUndefined();
    expect(parseEvent('UserUnbanned', JSON.stringify(banned))).toBeUndefined();
  });
});
