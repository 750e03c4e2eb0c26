import { describe, expect, it, vi } from 'vitest';
import type { SessionSnapshot } from '../src/api/wire';
import { SessionTracker } from '../src/session/session-tracker';
import { joined, participant, snapshot } from './support/made';

const [ann, bob, cid, dan] = ['ann', 'bob', 'cid', 'dan'].map((id) => participant(id)) as [
  ReturnType<typeof participant>,
  ReturnType<typeof participant>,
  ReturnType<typeof participant>,
  ReturnType<typeof participant>,
];

function tracker(fetch: () => Promise<SessionSnapshot>) {
  const onGone = vi.fn();
  const made = new SessionTracker(snapshot(1, ann), { snapshot: fetch, onState: vi.fn(), onGone });
  const ids = () => made.state.participants.map((one) => one.participantId);
  return { made, ids, onGone };
}

describe('a session tracker', () => {
  it('fetches a snapshot when events are missing, and applies what came meanwhile', async () => {
    let answer: (value: SessionSnapshot) => void = () => undefined;
    const fetch = vi.fn(() => new Promise<SessionSnapshot>((resolve) => (answer = resolve)));
    const { made, ids } = tracker(fetch);

    made.take(joined(3, cid));
    made.take(joined(4, dan));
    answer(snapshot(3, ann, bob, cid));

    await vi.waitFor(() => expect(ids()).toEqual(['ann', 'bob', 'cid', 'dan']));
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(made.state.seq).toBe(4);
  });

  it('needs no snapshot when nothing is missing', () => {
    const fetch = vi.fn<() => Promise<SessionSnapshot>>();
    const { made, ids } = tracker(fetch);

    made.take(joined(2, bob));
    made.take(joined(2, bob));

    expect(ids()).toEqual(['ann', 'bob']);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('says so when the session is not there any more', async () => {
    const { made, onGone } = tracker(() => Promise.reject(new Error('no such session')));

    await made.resync();

    expect(onGone).toHaveBeenCalledTimes(1);
  });

  it('never goes back to an older snapshot', async () => {
    const { made, ids } = tracker(() => Promise.resolve(snapshot(1, ann)));
    made.take(joined(2, bob));

    await made.resync();

    expect(ids()).toEqual(['ann', 'bob']);
  });
});
