import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IceServers } from '../src/media/ice-servers';

const turn = (credential: string): RTCIceServer => ({ urls: ['turn:t'], username: 'u', credential });
const STUN: RTCIceServer = { urls: ['stun:s'] };

describe('ICE servers', () => {
  const ask = vi.fn(() => Promise.resolve([turn('second')]));
  const { signal } = new AbortController();

  beforeEach(() => vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.resetAllMocks();
  });

  it('are those of the join while they are new', async () => {
    const servers = new IceServers([turn('first')], ask);

    await vi.advanceTimersByTimeAsync(59_000);
    await servers.refresh(signal);

    expect(servers.newest).toEqual([turn('first')]);
    expect(ask).not.toHaveBeenCalled();
  });

  it('are asked for anew later, and again after that', async () => {
    ask.mockResolvedValueOnce([turn('second')]).mockResolvedValueOnce([turn('third')]);
    const servers = new IceServers([STUN, turn('first')], ask);

    await vi.advanceTimersByTimeAsync(60_000);
    await servers.refresh(signal);
    await servers.refresh(signal);
    expect(servers.newest).toEqual([turn('second')]);
    await vi.advanceTimersByTimeAsync(60_000);
    await servers.refresh(signal);

    expect(servers.newest).toEqual([turn('third')]);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it.each([[[]], [[STUN]]])('that do not expire are not asked for: %j', async (joined: RTCIceServer[]) => {
    const servers = new IceServers(joined, ask);

    await vi.advanceTimersByTimeAsync(3_600_000);
    await servers.refresh(signal);

    expect(servers.newest).toEqual(joined);
    expect(ask).not.toHaveBeenCalled();
  });

  it('stay as they are when the server refuses', async () => {
    ask.mockRejectedValueOnce(new Error('503'));
    const servers = new IceServers([turn('first')], ask);

    await vi.advanceTimersByTimeAsync(60_000);
    await servers.refresh(signal);

    expect(servers.newest).toEqual([turn('first')]);
  });

  it('stay as they are when the server does not answer in time', async () => {
    ask.mockReturnValueOnce(new Promise(() => undefined));
    const servers = new IceServers([turn('first')], ask);
    await vi.advanceTimersByTimeAsync(60_000);

    const refreshed = servers.refresh(signal);
    await vi.advanceTimersByTimeAsync(2_000);
    await refreshed;

    expect(servers.newest).toEqual([turn('first')]);
  });
});
