import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Peers } from '../src/media/peers';
import { FakeConnection, offer, tracksOf } from './support/rtc';
import type { RemoteTrack } from '../src/api/wire';

const ANN = tracksOf('ann');
const NOTHING = { microphone: null, camera: null, screen: null };

describe('the peers of a call', () => {
  const onState = vi.fn();
  const onNewest = vi.fn();
  const onTracks = vi.fn();
  let peers: Peers;

  beforeEach(() => {
    vi.useFakeTimers();
    FakeConnection.install();
    peers = new Peers({ configuration: () => ({}), onState, onNewest, onTracks });
  });
  afterEach(() => {
    peers.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  /** Takes an offer of this generation as a media session does. */
  async function take(generation: number, tracks: RemoteTrack[] = ANN): Promise<FakeConnection> {
    await peers.of(generation)?.answer(offer(generation, generation, ...tracks), NOTHING);
    peers.look();
    return FakeConnection.newest;
  }

  async function running(): Promise<FakeConnection> {
    const first = await take(1);
    first.become('connected');
    first.deliver('3', '4');
    await vi.advanceTimersByTimeAsync(100);
    return first;
  }

  const shownBy = () => Object.fromEntries(peers.shown.map((one) => [one.kind, one.peer.generation]));

  it('go on with the old one until the new one delivers, track by track', async () => {
    await running();

    const second = await take(2);
    second.become('connected');
    await vi.advanceTimersByTimeAsync(200);
    expect(shownBy()).toEqual({ audio: 1, camera: 1 });
    second.deliver('3');
    await vi.advanceTimersByTimeAsync(200);
    expect(shownBy()).toEqual({ audio: 2, camera: 1 });
    second.deliver('4');
    await vi.advanceTimersByTimeAsync(200);

    expect(shownBy()).toEqual({ audio: 2, camera: 2 });
    expect(onState.mock.calls).toEqual([['connected']]);
  });

  it('close the old one soon after everything was swapped, not before', async () => {
    const first = await running();
    const second = await take(2);
    second.become('connected');
    second.deliver('3', '4');

    await vi.advanceTimersByTimeAsync(1_000);
    expect(first.connectionState).toBe('connected');
    await vi.advanceTimersByTimeAsync(1_500);

    expect(first.connectionState).toBe('closed');
    expect(FakeConnection.open).toEqual([second]);
  });

  it('close the old one after a while though somebody is not there yet', async () => {
    const first = await running();
    const second = await take(2);
    second.become('connected');

    await vi.advanceTimersByTimeAsync(4_900);
    expect(first.connectionState).toBe('connected');
    await vi.advanceTimersByTimeAsync(200);

    expect(first.connectionState).toBe('closed');
    expect(shownBy()).toEqual({ audio: 2, camera: 2 });
  });

  it('keep whom the new offer does not place yet', async () => {
    await running();

    const second = await take(2, []);
    second.become('connected');
    await vi.advanceTimersByTimeAsync(1_000);

    expect(shownBy()).toEqual({ audio: 1, camera: 1 });
  });

  it('close the old one at once when it fails', async () => {
    const first = await running();
    await take(2);

    first.become('failed');

    expect(first.connectionState).toBe('closed');
    expect(onState).toHaveBeenLastCalledWith('interrupted');
    expect(onNewest.mock.calls).toEqual([['connected']]);
  });

  it('close one that had failed when the next one comes', async () => {
    const first = await running();
    first.become('failed');

    const second = await take(2);

    expect(FakeConnection.open).toEqual([second]);
    expect(peers.state).toBe('interrupted');
  });

  it('leave none behind when many generations come quickly, and go on with the one that delivers', async () => {
    const first = await running();
    for (const generation of [2, 3, 4]) await take(generation);
    expect(FakeConnection.open).toEqual([first, FakeConnection.newest]);
    expect(shownBy()).toEqual({ audio: 1, camera: 1 });

    FakeConnection.newest.become('connected');
    FakeConnection.newest.deliver('3', '4');
    await vi.advanceTimersByTimeAsync(3_000);

    expect(FakeConnection.open).toEqual([FakeConnection.newest]);
    expect(vi.getTimerCount()).toBeLessThanOrEqual(1);
    expect(shownBy()).toEqual({ audio: 4, camera: 4 });
  });

  it('show what the second delivers when a third has to come before the first is gone', async () => {
    const first = await running();
    const second = await take(2);
    second.become('connected');
    await take(3);
    second.deliver('3', '4');

    first.become('failed');
    await vi.advanceTimersByTimeAsync(100);

    expect(shownBy()).toEqual({ audio: 2, camera: 2 });
    expect(onState.mock.calls).toEqual([['connected']]);
  });

  it('do not go back to the old one when somebody pauses', async () => {
    await running();
    const second = await take(2);
    second.become('connected');
    second.deliver('3', '4');
    await vi.advanceTimersByTimeAsync(100);

    second.fallSilent('3', '4');
    await vi.advanceTimersByTimeAsync(100);

    expect(shownBy()).toEqual({ audio: 2, camera: 2 });
  });

  it('all send what this page sends', async () => {
    const first = await running();
    const second = await take(2);
    const camera = { id: 'camera' } as MediaStreamTrack;

    await peers.send('camera', camera);

    expect([first, second].map((one) => one.transceiver('1')?.sender.track)).toEqual([camera, camera]);
  });

  it('are not made for an offer that has been replaced', async () => {
    await take(3);
    expect(peers.of(2)).toBeUndefined();
    expect(FakeConnection.all).toHaveLength(1);
  });

  it('tell of tracks only when they change', async () => {
    await running();
    expect(onTracks).toHaveBeenCalledTimes(1);

    await take(2);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(onTracks).toHaveBeenCalledTimes(1);
  });

  it('are all closed at the end, with their timers', async () => {
    await running();
    (await take(2)).become('connected');

    peers.close();
    await vi.advanceTimersByTimeAsync(0);

    expect(FakeConnection.open).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});
