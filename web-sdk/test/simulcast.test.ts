import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Peer } from '../src/media/peer';
import { layersOf, sendsVp9, unnamedRids, withLayers } from '../src/media/simulcast';
import { FakeConnection, offer } from './support/rtc';

const lines = (...all: string[]) => all.map((one) => `${one}\r\n`).join('');
const AUDIO = lines('v=0', 's=-', 'm=audio 9 UDP/TLS/RTP/SAVPF 111', 'a=mid:0', 'a=ssrc:1 cname:x');
const camera = (...more: string[]) =>
  lines('m=video 9 UDP/TLS/RTP/SAVPF 100 101', 'a=mid:1', 'a=rtpmap:100 VP8/90000', 'a=rtpmap:101 VP9/90000', ...more);
const SCREEN = lines('m=video 9 UDP/TLS/RTP/SAVPF 100', 'a=mid:2', 'a=ssrc:2 cname:x');
const CHROMIUM = AUDIO + camera('a=rid:0 send', 'a=rid:1 send', 'a=simulcast:send 0;1') + SCREEN;

const layer = (rid: string, ssrc: number, rtxSsrc?: number): [string, unknown] => [
  `o${rid}`,
  { type: 'outbound-rtp', mid: '1', rid, ssrc, rtxSsrc },
];
const OTHER: [string, unknown] = ['s', { type: 'outbound-rtp', mid: '2', ssrc: 9 }];

describe('simulcast', () => {
  it('has layers to name where the browser does not', () => {
    expect(unnamedRids(CHROMIUM)).toEqual(['0', '1']);
    expect(unnamedRids(AUDIO + camera('a=simulcast:send 0;1', 'a=ssrc:5 cname:x') + SCREEN)).toEqual([]);
    expect(unnamedRids(AUDIO + camera('a=ssrc:5 cname:x') + SCREEN)).toEqual([]);
    expect(unnamedRids(AUDIO)).toEqual([]);
  });

  it('knows the layers when the browser has chosen all, smallest first', () => {
    expect(layersOf([layer('1', 20, 21), OTHER], ['0', '1'])).toBeUndefined();
    expect(layersOf([layer('1', 20, 21), OTHER, layer('0', 10)], ['0', '1'])).toEqual([
      { ssrc: 10, rtxSsrc: null },
      { ssrc: 20, rtxSsrc: 21 },
    ]);
  });

  it('names them at the end of the camera section, and touches nothing else', () => {
    const answer = withLayers(CHROMIUM, [
      { ssrc: 10, rtxSsrc: 11 },
      { ssrc: 20, rtxSsrc: null },
    ]);

    const named = lines(
      'a=ssrc-group:SIM 10 20',
      'a=ssrc-group:FID 10 11',
      'a=ssrc:10 cname:camera',
      'a=ssrc:11 cname:camera',
      'a=ssrc:20 cname:camera',
    );
    expect(answer).toBe(CHROMIUM.replace(SCREEN, named + SCREEN));
  });

  it('knows VP9 by the codec that is listed first', () => {
    expect(sendsVp9(CHROMIUM)).toBe(false);
    expect(sendsVp9(CHROMIUM.replace('100 101', '101 100'))).toBe(true);
  });
});

describe('the answer of a peer', () => {
  let peer: Peer;
  const own = { microphone: null, camera: null, screen: null };

  beforeEach(() => {
    vi.useFakeTimers();
    FakeConnection.install();
    peer = new Peer({ generation: 1, configuration: {}, onStateChange: vi.fn() });
    FakeConnection.newest.answerSdp = CHROMIUM;
  });
  afterEach(() => {
    peer.close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('names the layers, for which the browser may need a moment', async () => {
    FakeConnection.newest.outbound = [layer('1', 20)];
    const answering = peer.answer(offer(1, 1), own);
    await vi.advanceTimersByTimeAsync(60);
    FakeConnection.newest.outbound = [layer('1', 20), layer('0', 10)];
    await vi.advanceTimersByTimeAsync(60);

    const answer = await answering;

    expect(answer.sdp).toContain('a=ssrc-group:SIM 10 20');
    expect(answer.missingRids).toEqual([]);
  });

  it('goes without them when the browser needs longer, and they are known later', async () => {
    const answering = peer.answer(offer(1, 1), own);
    await vi.advanceTimersByTimeAsync(1_000);
    const { sdp, missingRids } = await answering;
    expect(sdp).toBe(CHROMIUM);

    const layers = peer.layers(missingRids);
    await vi.advanceTimersByTimeAsync(10_000);
    FakeConnection.newest.outbound = [layer('1', 20), layer('0', 10)];
    await vi.advanceTimersByTimeAsync(500);

    await expect(layers).resolves.toHaveLength(2);
  });

  it('asks no more when the peer is closed', async () => {
    const layers = peer.layers(['0', '1']);

    peer.close();

    await expect(layers).resolves.toBeUndefined();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('sends several layers of VP9 in one stream', async () => {
    FakeConnection.newest.answerSdp = AUDIO + camera('a=ssrc:5 cname:x').replace('100 101', '101 100') + SCREEN;

    await peer.answer(offer(1, 1), own);

    expect(FakeConnection.newest.transceiver('1')?.sender.parameters).toEqual({
      encodings: [{ scalabilityMode: 'L3T3_KEY' }],
    });
  });
});
