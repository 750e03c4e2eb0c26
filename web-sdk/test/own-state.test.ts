import { describe, expect, it, vi } from 'vitest';
import { CallException } from '../src/core/errors';
import { OwnState, type OwnStateOptions } from '../src/session/own-state';
import type { OwnFlags } from '../src/api/wire';
import { participant } from './support/made';

type Send = OwnStateOptions['send'];

const OFF: OwnFlags = { audioMuted: false, videoPaused: false, screenSharing: false, handRaised: false };

function ownState(send: Send) {
  const onError = vi.fn();
  return { state: new OwnState(OFF, { send, onError }), onError };
}

describe('what the others are told about this page', () => {
  it('is sent when it differs, and only what differs', async () => {
    const send = vi.fn<(flags: Partial<OwnFlags>) => Promise<unknown>>(() => Promise.resolve());
    const { state } = ownState(send);

    state.set({ audioMuted: true });
    state.set({ audioMuted: true, videoPaused: false });

    await vi.waitFor(() => expect(send.mock.calls.map(([flags]) => flags)).toEqual([{ audioMuted: true }]));
  });

  it('ends at the last wish however quickly it changes', async () => {
    const told: OwnFlags = { ...OFF };
    const send = vi.fn(async (flags: Partial<OwnFlags>) => {
      await Promise.resolve();
      Object.assign(told, flags);
    });
    const { state } = ownState(send);

    for (const audioMuted of [true, false, true]) state.set({ audioMuted });

    await vi.waitFor(() => expect(told.audioMuted).toBe(true));
  });

  it('is sent again after trouble on the network', async () => {
    const lost = new CallException({ code: 'UNKNOWN_API_ERROR', message: 'not reached' });
    const send = vi.fn().mockRejectedValueOnce(lost).mockResolvedValue(undefined);
    const { state, onError } = ownState(send);

    state.set({ videoPaused: true });

    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2), { timeout: 2_000 });
    expect(onError).not.toHaveBeenCalled();
  });

  it('has one key for all attempts of the same, and another for what comes next', async () => {
    const lost = new CallException({ code: 'UNKNOWN_API_ERROR', message: 'not reached' });
    const send = vi.fn<Send>().mockRejectedValueOnce(lost).mockResolvedValue(undefined);
    const { state } = ownState(send);

    state.set({ videoPaused: true });
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(2), { timeout: 2_000 });
    state.set({ videoPaused: false });
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(3));

    const keys = send.mock.calls.map(([, key]) => key);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });

  it('is not sent again when the server refuses it', async () => {
    const send = vi.fn().mockRejectedValue(new CallException({ code: 'API_ERROR', message: 'no' }));
    const { state, onError } = ownState(send);

    state.set({ videoPaused: true });

    await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('follows somebody else who turned it off', async () => {
    const send = vi.fn<(flags: Partial<OwnFlags>) => Promise<unknown>>(() => Promise.resolve());
    const { state } = ownState(send);

    state.changedByOther(participant('self', { videoPaused: true }));
    state.set({ videoPaused: true });
    await Promise.resolve();

    expect(send).not.toHaveBeenCalled();
  });

  it('is put right when somebody else turned it on', async () => {
    const send = vi.fn<(flags: Partial<OwnFlags>) => Promise<unknown>>(() => Promise.resolve());
    const { state } = ownState(send);
    state.set({ audioMuted: true });
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));

    state.changedByOther(participant('self', { audioMuted: false }));

    await vi.waitFor(() => expect(send.mock.calls[1]?.[0]).toEqual({ audioMuted: true }));
  });
});
