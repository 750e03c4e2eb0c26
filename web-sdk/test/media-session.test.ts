// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SessionApi } from '../src/api/session-api';
import { IceServers } from '../src/media/ice-servers';
import { MediaSession } from '../src/media/media-session';
import { FakeConnection, offer, tracksOf } from './support/rtc';

const JOINED: RTCIceServer[] = [{ urls: ['turn:t'], username: 'u', credential: 'joined' }];
const LATER: RTCIceServer[] = [{ urls: ['turn:t'], username: 'u', credential: 'later' }];

describe('the media of a call', () => {
  const ask = vi.fn(() => Promise.resolve(LATER));
  const api = {
    answer: vi.fn(() => Promise.resolve()),
    restartMedia: vi.fn(() => Promise.resolve()),
    reportLayers: vi.fn(() => Promise.resolve()),
  };
  const onState = vi.fn();
  const onError = vi.fn();
  let media: MediaSession;

  beforeEach(() => {
    vi.useFakeTimers();
    FakeConnection.install();
    media = new MediaSession({
      api: api as unknown as SessionApi,
      participantId: 'me',
      iceServers: new IceServers(JOINED, ask),
      iceTransportPolicy: 'relay',
      ownTracks: () => ({ microphone: null, camera: null, screen: null }),
      onTracks: vi.fn(),
      onState,
      onError,
    });
  });
  afterEach(() => {
    media.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    vi.clearAllMocks();
  });

  async function take(generation: number, revision: number): Promise<FakeConnection> {
    media.offer(offer(generation, revision, ...tracksOf('ann')));
    await vi.advanceTimersByTimeAsync(0);
    return FakeConnection.newest;
  }

  it('answers each offer', async () => {
    await take(1, 1);
    await take(1, 2);

    expect(api.answer.mock.calls.map((call: unknown[]) => call[1])).toEqual([1, 2]);
    expect(FakeConnection.all).toHaveLength(1);
  });

  it('connects by the ICE servers of the join, and later by such as have just been made', async () => {
    const first = await take(1, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    const second = await take(2, 2);

    expect(first.configuration).toMatchObject({ iceServers: JOINED, iceTransportPolicy: 'relay' });
    expect(second.configuration).toMatchObject({ iceServers: LATER, iceTransportPolicy: 'relay' });
  });

  it('makes no connection any more when it is closed while it asks for ICE servers', async () => {
    await take(1, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    let told: (servers: RTCIceServer[]) => void = () => undefined;
    ask.mockReturnValueOnce(new Promise((resolve) => (told = resolve)));

    await take(2, 2);
    media.close();
    told(LATER);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(FakeConnection.all).toHaveLength(1);
    expect(onError).not.toHaveBeenCalled();
  });

  it('stays connected in the eyes of the person while it moves', async () => {
    (await take(1, 1)).become('connected');
    onState.mockClear();

    (await take(2, 2)).become('connected');
    await vi.advanceTimersByTimeAsync(10_000);

    expect(onState.mock.calls.flat()).toEqual(['connected']);
    expect(FakeConnection.open).toHaveLength(1);
  });

  it('asks for one restart when the connection falls silent, fails, and the network comes back', async () => {
    const connection = await take(1, 1);
    connection.become('connected');

    connection.become('disconnected');
    await vi.advanceTimersByTimeAsync(3_000);
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(1_000);
    connection.become('failed');
    await vi.advanceTimersByTimeAsync(10_000);

    expect(api.restartMedia).toHaveBeenCalledTimes(1);
    expect(onState).toHaveBeenLastCalledWith('interrupted');
  });

  it('is content with the offer that follows', async () => {
    const connection = await take(1, 1);
    connection.become('connected');
    connection.become('failed');
    await vi.advanceTimersByTimeAsync(1_000);

    (await take(2, 2)).become('connected');
    await vi.advanceTimersByTimeAsync(60_000);

    expect(api.restartMedia).toHaveBeenCalledTimes(1);
    expect(onState).toHaveBeenLastCalledWith('connected');
  });

  it('reports the layers of the camera when the browser knows them, also when nothing is sent', async () => {
    const simulcast = 'm=video 9 UDP/TLS/RTP/SAVPF 100\r\na=mid:1\r\na=simulcast:send 0;1\r\n';
    FakeConnection.answersWith(simulcast);
    await take(1, 1);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(api.answer).toHaveBeenCalledWith('me', 1, simulcast, expect.anything());
    expect(api.reportLayers).not.toHaveBeenCalled();

    const layer = (rid: string, ssrc: number) => ({ type: 'outbound-rtp', mid: '1', rid, ssrc, rtxSsrc: ssrc + 1 });
    FakeConnection.newest.outbound = [
      ['a', layer('1', 20)],
      ['b', layer('0', 10)],
    ];
    await vi.advanceTimersByTimeAsync(500);

    const layers = [
      { ssrc: 10, rtxSsrc: 11 },
      { ssrc: 20, rtxSsrc: 21 },
    ];
    expect(api.reportLayers.mock.calls).toEqual([['me', 1, layers, expect.anything()]]);
  });

  it('waits for a bridge only when nothing is heard and seen', async () => {
    (await take(1, 1)).become('connected');

    media.waiting();
    expect(onState).not.toHaveBeenCalledWith('waiting');
    FakeConnection.newest.become('failed');
    media.waiting();

    expect(onState).toHaveBeenLastCalledWith('waiting');
  });

  it('asks for a fresh endpoint when an offer cannot be answered', async () => {
    vi.spyOn(FakeConnection.prototype, 'setRemoteDescription').mockRejectedValueOnce(new Error('bad SDP'));

    await take(1, 1);
    await vi.advanceTimersByTimeAsync(1_000);

    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ code: 'ERROR_MEDIA', details: 'bad SDP' }));
    expect(api.restartMedia).toHaveBeenCalledTimes(1);
  });
});
