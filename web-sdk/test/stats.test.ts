import { describe, expect, it } from 'vitest';
import type { PlacedTrack } from '../src/media/peer';
import { StatsReader } from '../src/media/stats';
import { participant } from './support/made';

const SOUND: PlacedTrack = { mid: '3', participantId: 'ann', kind: 'audio', track: { id: 'a' } as MediaStreamTrack };
const CAMERA: PlacedTrack = { mid: '4', participantId: 'ann', kind: 'camera', track: { id: 'v' } as MediaStreamTrack };
const ANN = participant('ann');

const camera = (framesDecoded: number): [string, unknown] => ['v', { type: 'inbound-rtp', mid: '4', framesDecoded }];
const sent = (bytesSent: number): [string, unknown] => ['s', { type: 'outbound-rtp', mid: '1', bytesSent }];
const frames = (stats: ReturnType<StatsReader['read']>) => stats.remotes[0]?.tracks[0]?.framesDecoded;

describe('the figures of a call', () => {
  it('are sorted by participant', () => {
    const report: [string, unknown][] = [
      ['1', { type: 'inbound-rtp', mid: '3', totalAudioEnergy: 0.5, packetsLost: 1, bytesReceived: 10 }],
      ['2', { type: 'inbound-rtp', mid: '4', framesDecoded: 30, frameWidth: 640, frameHeight: 360 }],
      ['3', { type: 'outbound-rtp', mid: '2', kind: 'video', bytesSent: 7 }],
      ['4', { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.02 }],
    ];

    const stats = new StatsReader().read(
      [{ generation: 1, shown: [SOUND, CAMERA], report }],
      [ANN, participant('bob')],
    );

    expect(stats.roundTripMs).toBe(20);
    expect(stats.sent).toMatchObject([{ kind: 'screen', bytesSent: 7 }]);
    expect(stats.remotes).toMatchObject([
      {
        participantId: 'ann',
        tracks: [
          { kind: 'audio', totalAudioEnergy: 0.5, packetsLost: 1 },
          { kind: 'camera', framesDecoded: 30, frameWidth: 640 },
        ],
      },
      { participantId: 'bob', tracks: [] },
    ]);
  });

  it('of a camera in several layers are one', () => {
    const layer = (id: string, frameHeight: number): [string, unknown] => [
      id,
      { type: 'outbound-rtp', mid: '1', bytesSent: 5, packetsSent: 1, framesEncoded: 30, frameHeight },
    ];

    const { sent: all } = new StatsReader().read(
      [{ generation: 1, shown: [], report: [layer('a', 180), layer('b', 720), layer('c', 360)] }],
      [],
    );

    expect(all).toMatchObject([{ kind: 'camera', bytesSent: 15, packetsSent: 3, framesEncoded: 30, frameHeight: 720 }]);
  });

  it('count on when a track comes over another connection', () => {
    const reader = new StatsReader();
    const read = (generation: number, count: number) =>
      reader.read([{ generation, shown: [CAMERA], report: [camera(count), sent(count)] }], [ANN]);

    const all = [read(1, 100), read(1, 200), read(2, 5), read(2, 30), read(3, 1)];

    expect(all.map(frames)).toEqual([100, 200, 205, 230, 231]);
    expect(all.map((one) => one.sent[0]?.bytesSent)).toEqual([100, 200, 205, 230, 231]);
  });

  it('do not fall while a new connection has received nothing', () => {
    const reader = new StatsReader();
    reader.read([{ generation: 1, shown: [CAMERA], report: [camera(100)] }], [ANN]);

    const stats = reader.read([{ generation: 2, shown: [CAMERA], report: [] }], [ANN]);

    expect(frames(stats)).toBe(100);
  });

  it('come from the connection that each track is shown of', () => {
    const reader = new StatsReader();
    const old = { generation: 1, shown: [CAMERA], report: [camera(100), sent(1)] };
    const next = { generation: 2, shown: [], report: [camera(3), sent(9)] };

    const stats = reader.read([old, next], [ANN]);

    expect(frames(stats)).toBe(100);
    expect(stats.sent).toMatchObject([{ kind: 'camera', bytesSent: 9 }]);
  });
});
