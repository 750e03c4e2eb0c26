// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectCalls } from '../src/index';
import { Stage, TOKEN } from './surface/stage';

describe('the element of a call', () => {
  let stage: Stage;
  const onCallEnded = vi.fn();
  const onSessionLeft = vi.fn();
  const settings = () => new DirectCalls.CallSettingsBuilder().setCallListener({ onCallEnded, onSessionLeft }).build();
  const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000);

  beforeEach(async () => {
    vi.useFakeTimers();
    stage = await Stage.open();
  });
  afterEach(() => {
    stage.close();
    vi.useRealTimers();
    vi.clearAllMocks();
  });

  async function start(element = stage.element): Promise<void> {
    await DirectCalls.startSession(TOKEN, settings(), element);
    await seconds(1);
    expect(stage.used).toEqual(['mic-1', 'cam-1']);
  }

  const takenOut: [string, () => void][] = [
    ['is taken out', () => stage.element.remove()],
    ['is emptied', () => stage.element.replaceChildren()],
    ['goes with what it is in', () => document.body.replaceChildren()],
  ];

  it.each(takenOut)('that %s ends the call', async (_what, takeOut) => {
    await start();

    takeOut();
    await seconds(4);

    expect(stage.used).toEqual([]);
    expect(stage.server.to('DELETE', '/participants/me')).toHaveLength(1);
    expect(onCallEnded).toHaveBeenCalledOnce();
    expect(onSessionLeft).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);

    document.body.append(stage.element);
    await start();
    expect(stage.server.to('POST', '/participants')).toHaveLength(2);
  });

  it('that is taken out during the join ends it before it begins', async () => {
    let answer: (response: Response) => void = () => undefined;
    const { fetch } = globalThis;
    const joined = new Promise<Response>((resolve) => (answer = resolve));
    vi.stubGlobal('fetch', (url: string, init: RequestInit) =>
      url.endsWith('/participants') ? joined : fetch(url, init),
    );
    const starting = DirectCalls.startSession(TOKEN, settings(), stage.element);
    await seconds(1);

    stage.element.remove();
    await seconds(4);
    const { self, session } = stage.server;
    answer(Response.json({ data: { participant: self, session, iceServers: [], cursor: 1 } }));
    await starting;

    expect(stage.used).toEqual([]);
    expect(stage.server.to('DELETE', '/participants/me')).toHaveLength(1);
    expect(await DirectCalls.getCallStats()).toBeUndefined();
  });

  it('may be moved', async () => {
    await start();
    for (let move = 0; move < 5; move++) {
      stage.element.remove();
      await seconds(1.5);
      document.body.append(stage.element);
      await seconds(1.5);
    }
    expect(stage.used).toEqual(['mic-1', 'cam-1']);
    expect(onCallEnded).not.toHaveBeenCalled();
  });

  it('need not be in the page yet', async () => {
    await start(document.createElement('div'));
    await seconds(10);
    expect(stage.used).toEqual(['mic-1', 'cam-1']);
  });
});
