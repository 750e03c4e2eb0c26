// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Refresh } from '../../../demo/operator/refresh';

describe('the refresh', () => {
  let isHidden = false;
  const task = vi.fn<() => Promise<void>>();
  let refresh: Refresh;

  beforeEach(() => {
    vi.useFakeTimers();
    isHidden = false;
    vi.spyOn(document, 'hidden', 'get').mockImplementation(() => isHidden);
    task.mockReset().mockResolvedValue();
    refresh = new Refresh(task, 3_000);
  });
  afterEach(() => {
    refresh.stop();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  function setHidden(hidden: boolean): void {
    isHidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
  }

  it('comes every few seconds, until it is stopped', async () => {
    refresh.start();
    await vi.advanceTimersByTimeAsync(6_500);
    expect(task).toHaveBeenCalledTimes(3);
    refresh.stop();
    await vi.advanceTimersByTimeAsync(6_500);
    expect(task).toHaveBeenCalledTimes(3);
  });

  it('waits while nobody sees the page, and comes at once when somebody does', async () => {
    refresh.start();
    await vi.advanceTimersByTimeAsync(0);
    setHidden(true);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(task).toHaveBeenCalledTimes(1);
    setHidden(false);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('never runs twice at a time, and runs again when it was asked meanwhile', async () => {
    let finish: () => void = () => undefined;
    task.mockReturnValueOnce(new Promise((resolve) => (finish = resolve)));
    refresh.start();
    void refresh.now();
    expect(task).toHaveBeenCalledTimes(1);
    finish();
    await vi.advanceTimersByTimeAsync(0);
    expect(task).toHaveBeenCalledTimes(2);
  });
});
