// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DirectCall, DirectCalls } from '../src/index';
import { installDrawing } from './support/drawing';
import { Exchange, ringOf } from './support/exchange';

let exchange: Exchange;
let remove: () => void;
const place = document.createElement('div');
const onAccepted = vi.fn();

beforeEach(async () => {
  installDrawing();
  exchange = new Exchange();
  onAccepted.mockReset();
  await DirectCalls.init({ appId: 'a', region: 'us', host: 'http://calls.test/v3' });
  remove = DirectCall.showIncomingCalls(place, onAccepted);
  await DirectCall.login('T');
  await vi.waitFor(() => expect(exchange.streams).toHaveLength(1));
});
afterEach(async () => {
  remove();
  await DirectCall.logout();
  vi.unstubAllGlobals();
});

const cards = () => [...(place.firstElementChild?.shadowRoot?.querySelectorAll('.incoming') ?? [])];
const press = (label: string) =>
  [...(cards()[0]?.querySelectorAll('button') ?? [])].find((one) => one.textContent === label)?.click();

async function ring(sessionId = 's1'): Promise<void> {
  exchange.emit('IncomingCall', ringOf('grace', 'initiated', sessionId));
  await vi.waitFor(() => expect(cards().at(-1)).toBeDefined());
}

describe('the view of incoming calls', () => {
  it('is empty while nobody calls', () => expect(cards()).toEqual([]));

  it('says who calls and what for, aloud and without taking the focus', async () => {
    await ring();
    expect(cards()[0]?.getAttribute('role')).toBe('alert');
    expect(cards()[0]?.getAttribute('aria-label')).toBe('Call from Grace Hopper');
    expect(cards()[0]?.textContent).toBe('GHGrace HopperIncoming video callDeclineAccept');
    expect(document.activeElement).toBe(document.body);
  });

  it('takes the call', async () => {
    await ring();
    press('Accept');
    await vi.waitFor(() => expect(onAccepted).toHaveBeenCalledOnce());
    expect(exchange.paths().at(-1)).toBe('POST /calls/s1/accept');
    expect(cards()).toEqual([]);
  });

  it('declines the call', async () => {
    await ring();
    press('Decline');
    await vi.waitFor(() => expect(cards()).toEqual([]));
    expect(exchange.paths().at(-1)).toBe('POST /calls/s1/reject');
    expect(onAccepted).not.toHaveBeenCalled();
  });

  it('goes when the caller gives up', async () => {
    await ring();
    exchange.emit('CallCancelled', ringOf('grace', 'cancelled'));
    await vi.waitFor(() => expect(cards()).toEqual([]));
  });

  it('goes when somebody else was quicker', async () => {
    exchange.refusals.set('/calls/s1/accept', { status: 409, code: 'ERR_CALL_NOT_RINGING' });
    await ring();
    press('Accept');
    await vi.waitFor(() => expect(cards()).toEqual([]));
    expect(onAccepted).not.toHaveBeenCalled();
  });

  it('lets one try again when the server was not reached', async () => {
    exchange.refusals.set('/calls/s1/accept', { status: 0, code: '' });
    await ring();
    press('Accept');
    await vi.waitFor(() => expect(cards()[0]?.textContent).toContain('Try again'));
    exchange.refusals.clear();
    press('Accept');
    await vi.waitFor(() => expect(onAccepted).toHaveBeenCalledOnce());
  });

  it('shows two who call', async () => {
    await ring('s1');
    exchange.emit('IncomingCall', ringOf('grace', 'initiated', 's2'));
    await vi.waitFor(() => expect(cards()).toHaveLength(2));
  });

  it('is taken away', async () => {
    await ring();
    remove();
    expect(place.childElementCount).toBe(0);
  });
});
