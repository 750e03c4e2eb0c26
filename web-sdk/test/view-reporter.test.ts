import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '../src/api/http';
import type { View } from '../src/api/wire';
import { ViewReporter } from '../src/session/view-reporter';

const view = (others: number): View => ({ tiles: [], others });

describe('the reports of the view', () => {
  const send = vi.fn<(view: View, signal: AbortSignal) => Promise<unknown>>();
  let reporter: ViewReporter;

  beforeEach(() => {
    vi.useFakeTimers();
    send.mockResolvedValue(undefined);
    reporter = new ViewReporter(send);
  });
  afterEach(() => {
    reporter.close();
    vi.useRealTimers();
    vi.resetAllMocks();
  });

  const sent = () => send.mock.calls.map(([one]) => one.others);

  it('wait until the server knows of the media', () => {
    reporter.set(view(90));
    expect(sent()).toEqual([]);
    reporter.start();
    expect(sent()).toEqual([90]);
  });

  it('come twice a second at most, with the newest view', async () => {
    reporter.start();
    [90, 180, 360].forEach((others) => reporter.set(view(others)));
    await vi.advanceTimersByTimeAsync(490);
    expect(sent()).toEqual([90]);

    await vi.advanceTimersByTimeAsync(10);

    expect(sent()).toEqual([90, 360]);
  });

  it('come only when something changed', async () => {
    reporter.start();
    reporter.set(view(90));
    await vi.advanceTimersByTimeAsync(1_000);

    reporter.set(view(90));
    await vi.advanceTimersByTimeAsync(1_000);

    expect(sent()).toEqual([90]);
  });

  it.each([503, 404])('come again after a failure with %i, with what is shown by then', async (status) => {
    send.mockRejectedValueOnce(new ApiError(status, {}));
    reporter.start();
    reporter.set(view(90));
    await vi.advanceTimersByTimeAsync(0);

    reporter.set(view(180));
    await vi.advanceTimersByTimeAsync(1_000);

    expect(sent()).toEqual([90, 180]);
  });

  it('do not insist when refused', async () => {
    send.mockRejectedValueOnce(new ApiError(400, {}));
    reporter.start();
    reporter.set(view(90));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent()).toEqual([90]);

    reporter.set(view(180));

    expect(sent()).toEqual([90, 180]);
  });

  it('end with the call', async () => {
    reporter.start();
    reporter.set(view(90));
    await vi.advanceTimersByTimeAsync(0);

    reporter.close();
    reporter.set(view(180));
    await vi.advanceTimersByTimeAsync(60_000);

    expect(sent()).toEqual([90]);
  });
});
