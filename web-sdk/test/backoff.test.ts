import { describe, expect, it } from 'vitest';
import { Backoff, pause } from '../src/core/backoff';

describe('waiting before trying again', () => {
  it('doubles up to the limit', () => {
    const backoff = new Backoff({ firstMs: 100, maxMs: 500, random: () => 1 });
    expect([1, 2, 3, 4, 5].map(() => backoff.next())).toEqual([100, 200, 400, 500, 500]);
  });

  it('spreads over the upper half of each step', () => {
    const backoff = new Backoff({ firstMs: 100, maxMs: 500, random: () => 0 });
    expect([backoff.next(), backoff.next()]).toEqual([50, 100]);
  });

  it('starts anew after a success', () => {
    const backoff = new Backoff({ firstMs: 100, maxMs: 500, random: () => 1 });
    backoff.next();
    backoff.reset();
    expect(backoff.next()).toBe(100);
  });

  it('ends at once when nobody waits any more', async () => {
    const signal = AbortSignal.timeout(5);
    const before = performance.now();
    await pause(60_000, signal);
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
