// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IdlePrompt } from '../src/ui/idle-prompt';

describe('the idle prompt', () => {
  beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => vi.useRealTimers());

  it('counts the seconds and asks', () => {
    const onStay = vi.fn();
    const prompt = new IdlePrompt(onStay);
    expect(prompt.root.hidden).toBe(true);

    prompt.show(1_060_000);
    expect(prompt.root.hidden).toBe(false);
    expect(prompt.root.textContent).toContain('60 s');

    vi.advanceTimersByTime(20_000);
    expect(prompt.root.textContent).toContain('40 s');

    prompt.root.querySelector('button')?.click();
    expect(onStay).toHaveBeenCalledOnce();
  });

  it('goes when there is nothing to ask', () => {
    const prompt = new IdlePrompt(vi.fn());
    prompt.show(1_060_000);

    prompt.show(undefined);

    expect(prompt.root.hidden).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });
});
