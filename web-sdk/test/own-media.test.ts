import { describe, expect, it, vi } from 'vitest';
import { firstModel } from '../src/core/call-model';
import { CallStore } from '../src/core/call-store';
import { OwnMedia } from '../src/core/own-media';
import { OwnState } from '../src/session/own-state';
import { EVERYTHING, participant } from './support/made';

describe('own media', () => {
  it('never tells the server that it is on again when somebody else turned off both', async () => {
    const model = firstModel({ audioOnly: false, publishes: EVERYTHING, muted: false, paused: false });
    const own = new OwnMedia({
      store: new CallStore(model, () => undefined),
      onScreenShare: () => undefined,
      onError: () => undefined,
    });
    const send = vi.fn(() => Promise.resolve());
    const state = new OwnState(participant('me'), { send, onError: () => undefined });
    own.connect({ send: () => Promise.resolve(), state });

    await own.changedByOther(participant('me', { audioMuted: true, videoPaused: true }));

    expect(send).not.toHaveBeenCalled();
    expect(own.flags).toMatchObject({ audioMuted: true, videoPaused: true });
    own.close();
  });
});
