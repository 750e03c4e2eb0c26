import { describe, expect, it, vi } from 'vitest';
import { Announcer } from '../src/compat/announcer';
import { Listeners, NamedListeners } from '../src/compat/listeners';
import { type CallModel, firstModel, mainPerson } from '../src/core/call-model';
import { EVERYTHING, participant } from './support/made';

const JOINED: CallModel = {
  ...firstModel({ audioOnly: false, publishes: EVERYTHING, muted: false, paused: false }),
  stream: 'open',
  media: 'connected',
  self: participant('me'),
  others: [participant('ann'), participant('bob')],
};

describe('what the model says', () => {
  it('tells that the connection is lost and back, once each', () => {
    const listener = { onConnectionLost: vi.fn(), onConnectionRestored: vi.fn() };
    const announcer = new Announcer(new Listeners(new NamedListeners(), listener), JOINED);

    announcer.model({ ...JOINED, media: 'interrupted' });
    announcer.model({ ...JOINED, media: 'interrupted', stream: 'lost' });
    expect(listener.onConnectionLost).toHaveBeenCalledOnce();
    expect(listener.onConnectionRestored).not.toHaveBeenCalled();
    announcer.model(JOINED);

    expect(listener.onConnectionLost).toHaveBeenCalledOnce();
    expect(listener.onConnectionRestored).toHaveBeenCalledOnce();
  });

  it('tells who is heard most', () => {
    const onDominantSpeakerChanged = vi.fn();
    const announcer = new Announcer(new Listeners(new NamedListeners(), { onDominantSpeakerChanged }), JOINED);

    announcer.model({ ...JOINED, speaker: 'bob' });
    announcer.model({ ...JOINED, speaker: 'bob', stream: 'lost' });

    expect(onDominantSpeakerChanged).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: 'bob' }));
  });

  it('shows who is pinned large as long as that one is there', () => {
    const pinned = (participantId: string) => ({ participantId, kind: 'camera' as const });
    expect(mainPerson({ ...JOINED, speaker: 'ann', pinned: pinned('bob') }, undefined)).toBe('bob');
    expect(mainPerson({ ...JOINED, speaker: 'ann', pinned: pinned('me') }, undefined)).toBe('me');
    expect(mainPerson({ ...JOINED, speaker: 'ann', pinned: pinned('gone') }, undefined)).toBe('ann');
  });
});
