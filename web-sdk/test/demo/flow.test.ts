// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallListener } from '@direct-call/web-sdk';
import HTML from '../../demo/index.html?raw';
import { loggedCall, loggedJoin } from '../support/logged';
import { FakeMachine } from '../support/machine';

/** What the page asked to enter, in place of a real call. */
const entered = vi.hoisted(() => vi.fn<(...values: unknown[]) => Promise<void>>());
/** What the page does when the SDK calls it. */
const listen = vi.hoisted(() => vi.fn<(page: CallListener) => void>());
vi.mock('../../demo/call', () => ({ enterCall: entered, listen }));

const byId = (id: string) => document.getElementById(id) as HTMLInputElement & HTMLFormElement;
const shown = () => [...document.querySelectorAll('main')].filter((one) => !one.hidden).map((one) => one.id);

describe('the way through the demo page', () => {
  let machine: FakeMachine;

  beforeEach(() => {
    machine = new FakeMachine(['videoinput', 'front'], ['audioinput', 'headset']);
    vi.stubGlobal('matchMedia', () => ({ matches: true }));
    vi.stubGlobal('MediaStream', vi.fn());
    const connected = { connect: vi.fn() };
    class Context {
      createMediaStreamSource = () => connected;
      close = () => Promise.resolve();
    }
    vi.stubGlobal('AudioContext', Context);
    vi.stubGlobal(
      'AnalyserNode',
      class {
        fftSize = 32;
        getFloatTimeDomainData = vi.fn();
      },
    );
    document.body.innerHTML = new DOMParser().parseFromString(HTML, 'text/html').body.innerHTML;
    entered.mockReset().mockResolvedValue();
  });
  afterEach(() => {
    byId('back').click();
    byId('go-home').click();
    listen.mockClear();
    vi.unstubAllGlobals();
    localStorage.clear();
  });

  async function open(query: string): Promise<void> {
    history.replaceState(null, '', `/${query}`);
    vi.resetModules();
    await import('../../demo/main');
  }

  it('begins a new call, with a look at the own devices before', async () => {
    await open('');
    expect(shown()).toEqual(['home']);
    byId('name').value = 'Ada';
    byId('new').click();
    expect(shown()).toEqual(['prejoin']);
    expect(byId('link').value).toBe(location.href);
    expect(location.search).toMatch(/^\?session=[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
    await vi.waitFor(() => expect(machine.live).toHaveLength(2));

    byId('camera-on').click();
    await vi.waitFor(() => expect(machine.live.map((one) => one.deviceId)).toEqual(['headset']));
    byId('ready').requestSubmit();
    expect(machine.live).toEqual([]);
    expect(shown()).toEqual(['room']);
    expect(entered.mock.calls[0]?.slice(0, 2)).toMatchObject([
      { name: 'Ada', audioOnly: false },
      { muted: false, paused: true },
    ]);
  });

  it('asks whoever comes by a link for a name first', async () => {
    await open('?session=s1&audio=1');
    expect(shown()).toEqual(['home']);
    byId('name').value = 'Grace';
    byId('enter').requestSubmit();
    expect(shown()).toEqual(['prejoin']);
    expect(byId('joining').textContent).toBe('Grace joins s1');
    await vi.waitFor(() => expect(machine.live.map((one) => one.deviceId)).toEqual(['headset']));
  });

  it('says what is wrong with a code', async () => {
    await open('');
    byId('name').value = 'Ada';
    byId('code').value = 'not a code';
    byId('enter').requestSubmit();
    expect(shown()).toEqual(['home']);
    expect(byId('message').textContent).toContain('no link to a call');
  });

  it('goes straight in by a link that says so, and home when that fails', async () => {
    let fail: (error: Error) => void = () => undefined;
    entered.mockReturnValue(new Promise((_resolve, reject) => (fail = reject)));
    await open('?session=s1&name=Ada&auto=1&idle=6&relay=1');
    expect(shown()).toEqual(['room']);
    expect(machine.asked).toEqual([]);
    expect(entered.mock.calls[0]).toMatchObject([
      { name: 'Ada', session: 's1' },
      { muted: false },
      byId('call'),
      { idle: 6, relay: true },
    ]);
    fail(new Error('The server could not be reached.'));
    await vi.waitFor(() => expect(shown()).toEqual(['home']));
    expect(byId('message').textContent).toBe('The server could not be reached.');
  });

  it('tells after the call how long it was and who was there, and lets one join again', async () => {
    const call = loggedCall([loggedJoin('grace', { joinedAt: 100, leftAt: 145 })], { endedAt: 145 });
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ data: [call] })));
    await open('?session=s1&name=Ada&auto=1');
    const { DirectCalls } = await import('@direct-call/web-sdk');
    await DirectCalls.loginWithAuthToken('auth-token');
    const [[page] = []] = listen.mock.calls;
    page?.onCallEndButtonPressed?.();
    page?.onCallEnded?.();

    expect(shown()).toEqual(['summary']);
    expect(byId('summary-title').textContent).toBe('You left the call');
    await vi.waitFor(() => expect(byId('length').textContent).toBe('The call took 45 s.'));
    expect(byId('people').textContent).toBe('Name grace 45 s');
    byId('again').click();
    expect(shown()).toEqual(['prejoin']);
    expect(byId('joining').textContent).toBe('Ada joins s1');
  });

  it('stays on the page of the call while the SDK shows it there', async () => {
    await open('?session=s1&name=Ada&auto=1');
    byId('call').append(document.createElement('div'));
    listen.mock.calls[0]?.[0].onCallEnded?.();
    expect(shown()).toEqual(['room']);
  });
});
