import { describe, expect, it, vi } from 'vitest';
import type { OfferReady } from '../src/api/wire';
import { OfferQueue } from '../src/media/offer-queue';

function offer(revision: number): OfferReady {
  return {
    type: 'OfferReady',
    sessionId: 's',
    seq: revision,
    at: '',
    participantId: 'p',
    generation: 1,
    revision,
    sdp: '',
    tracks: [],
  };
}

/** A handler that holds each offer until it is let go. */
function holding() {
  const handled: number[] = [];
  const held: (() => void)[] = [];
  const queue = new OfferQueue((one) => {
    handled.push(one.revision);
    return new Promise((resolve) => held.push(resolve));
  });
  return { queue, handled, release: () => held.shift()?.() };
}

describe('the queue of offers', () => {
  it('handles one at a time and only the newest of those that waited', async () => {
    const { queue, handled, release } = holding();

    [1, 2, 3].forEach((revision) => queue.push(offer(revision)));
    expect(handled).toEqual([1]);
    release();

    await vi.waitFor(() => expect(handled).toEqual([1, 3]));
  });

  it('takes each offer once, whatever is delivered again', async () => {
    const { queue, handled, release } = holding();
    queue.push(offer(2));
    release();
    await Promise.resolve();

    queue.push(offer(1));
    queue.push(offer(2));

    expect(handled).toEqual([2]);
  });

  it('knows when the offer in hand is stale', () => {
    const { queue } = holding();
    queue.push(offer(1));
    expect(queue.isStale(offer(1))).toBe(false);

    queue.push(offer(2));

    expect(queue.isStale(offer(1))).toBe(true);
  });

  it('does nothing after close', async () => {
    const { queue, handled, release } = holding();
    queue.push(offer(1));
    queue.push(offer(2));

    queue.close();
    release();
    queue.push(offer(3));
    await Promise.resolve();

    expect(handled).toEqual([1]);
    expect(queue.isStale(offer(1))).toBe(true);
  });
});
