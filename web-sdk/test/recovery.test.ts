import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Recovery } from '../src/media/recovery';

describe('the recovery of the media', () => {
  const ask = vi.fn<(signal: AbortSignal) => Promise<void>>(() => Promise.resolve());
  let recovery: Recovery;

  beforeEach(() => {
    vi.useFakeTimers();
    recovery = new Recovery(ask);
  });
  afterEach(() => {
    recovery.close();
    vi.useRealTimers();
    vi.clearAllMocks();
  });

  it('waits for a connection that may heal by itself', async () => {
    recovery.disconnected();
    await vi.advanceTimersByTimeAsync(5_900);
    recovery.healed();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ask).not.toHaveBeenCalled();
  });

  it('asks once for an interruption, whatever else goes wrong in it', async () => {
    recovery.disconnected();
    await vi.advanceTimersByTimeAsync(6_000);
    expect(ask).toHaveBeenCalledTimes(1);

    recovery.failed(500);
    recovery.networkChanged();
    recovery.disconnected();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks again when nothing came of it', async () => {
    recovery.failed(500);
    await vi.advanceTimersByTimeAsync(500 + 20_000);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it('asks at once when a connection that was silent fails', async () => {
    recovery.disconnected();
    recovery.failed(500);
    await vi.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks at once when the network changes while the connection is silent', async () => {
    recovery.disconnected();
    await vi.advanceTimersByTimeAsync(1_000);
    recovery.networkChanged();
    await vi.advanceTimersByTimeAsync(0);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks soon when the connection falls silent after a change of network', async () => {
    recovery.networkChanged();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(ask).not.toHaveBeenCalled();

    recovery.disconnected();
    await vi.advanceTimersByTimeAsync(500);

    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('asks for what was lost though the connection is up', async () => {
    let accept: (() => void) | undefined;
    ask.mockImplementationOnce(() => new Promise((resolve) => (accept = resolve)));
    recovery.lost();
    await vi.advanceTimersByTimeAsync(0);

    recovery.healed();
    expect(ask.mock.calls[0]?.[0].aborted).toBe(false);
    accept?.();
    await vi.advanceTimersByTimeAsync(0);
    recovery.healed();

    expect(ask.mock.calls[0]?.[0].aborted).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
