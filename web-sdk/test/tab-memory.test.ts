// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forget, recall, remember } from '../src/session/tab-memory';

const CALL = { sessionId: 's', uid: 'u', participantId: 'p', audioOnly: false, audioMuted: true, videoPaused: false };

describe('what a tab knows of the call that it left', () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => {
    vi.restoreAllMocks();
    sessionStorage.clear();
    vi.useRealTimers();
  });

  it('is given once', () => {
    remember(CALL);
    expect(recall('s', 'u')).toEqual(CALL);
    expect(recall('s', 'u')).toBeUndefined();
  });

  it.each([
    ['other', 'u'],
    ['s', 'other'],
  ])('is of one session and one user: not of %s and %s', (session, uid) => {
    remember(CALL);
    expect(recall(session, uid)).toBeUndefined();
  });

  it('is forgotten after a while, and when told so', () => {
    remember(CALL);
    vi.setSystemTime(1_005_001);
    expect(recall('s', 'u')).toBeUndefined();

    remember(CALL);
    forget();
    expect(recall('s', 'u')).toBeUndefined();
  });

  it('may be nonsense', () => {
    sessionStorage.setItem('direct-call.left', '{"');
    expect(recall('s', 'u')).toBeUndefined();
  });

  it('is nothing where storage is blocked', () => {
    vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    remember(CALL);
    forget();
    expect(recall('s', 'u')).toBeUndefined();
  });
});
