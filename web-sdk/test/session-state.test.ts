import { describe, expect, it } from 'vitest';
import { changesBetween } from '../src/session/changes';
import { apply, fromSnapshot, type SessionState } from '../src/session/session-state';
import type { SessionEvent } from '../src/api/wire';
import { ended, joined, left, participant, snapshot, updated } from './support/made';

const ann = participant('ann');
const bob = participant('bob');

function after(state: SessionState, event: SessionEvent): SessionState {
  const applied = apply(state, event);
  if (applied.kind !== 'applied') throw new Error(`not applied: ${applied.kind}`);
  return applied.state;
}

describe('the state of a session', () => {
  it('follows joins, updates and leaves in order', () => {
    const start = fromSnapshot(snapshot(2, ann));

    const both = after(start, joined(3, bob));
    const muted = after(both, updated(4, { ...bob, audioMuted: true }, 'bob'));
    const alone = after(muted, left(5, 'ann'));

    expect(both.participants.map((one) => one.participantId)).toEqual(['ann', 'bob']);
    expect(muted.participants[1]?.audioMuted).toBe(true);
    expect(alone).toMatchObject({ seq: 5, participants: [{ participantId: 'bob' }] });
  });

  it('drops what it has seen', () => {
    expect(apply(fromSnapshot(snapshot(7, ann)), joined(7, ann))).toEqual({ kind: 'seen' });
  });

  it('tells a hole from a repeat', () => {
    expect(apply(fromSnapshot(snapshot(7, ann)), joined(9, bob))).toEqual({ kind: 'hole' });
  });

  it('is empty when the session ended', () => {
    expect(after(fromSnapshot(snapshot(1, ann)), ended(2))).toMatchObject({ ended: true, participants: [] });
  });

  it('has nobody twice when a join is told again under a new number', () => {
    expect(after(fromSnapshot(snapshot(1, ann)), joined(2, ann)).participants).toHaveLength(1);
  });
});

describe('the changes between two states', () => {
  it('are the same whether events or a snapshot led there', () => {
    const before = fromSnapshot(snapshot(1, ann, bob));
    const now = fromSnapshot(snapshot(9, { ...ann, audioMuted: true }, participant('cid')));

    expect(changesBetween(before, now).map((one) => one.type)).toEqual(['muted', 'joined', 'left']);
  });
});
