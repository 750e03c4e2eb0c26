import { expect, it } from 'vitest';
import { readStats } from '../src/media/stats';
import type { PlacedTrack } from '../src/media/peer';
import { participant } from './support/made';

it('sorts the figures of the connection by participant', () => {
  const placed: PlacedTrack[] = [
    { mid: '3', participantId: 'ann', kind: 'audio', track: { id: 'a' } as MediaStreamTrack },
    { mid: '4', participantId: 'ann', kind: 'camera', track: { id: 'v' } as MediaStreamTrack },
  ];
  const report: [string, unknown][] = [
    ['1', { type: 'inbound-rtp', mid: '3', totalAudioEnergy: 0.5, packetsLost: 1, bytesReceived: 10 }],
    ['2', { type: 'inbound-rtp', mid: '4', framesDecoded: 30, frameWidth: 640, frameHeight: 360 }],
    ['3', { type: 'outbound-rtp', mid: '2', kind: 'video', bytesSent: 7 }],
    ['4', { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.02 }],
  ];

  const stats = readStats(report, placed, [participant('ann'), participant('bob')]);

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
