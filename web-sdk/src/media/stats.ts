import type { Participant, TrackKind } from '../api/wire';
import type { PlacedTrack } from './peer';

/** What arrived of one track. Counters run from the start of the connection. */
export interface TrackStats {
  kind: TrackKind;
  bytesReceived: number;
  packetsReceived: number;
  packetsLost: number;
  /** Of pictures only. */
  framesDecoded?: number;
  frameWidth?: number;
  frameHeight?: number;
  framesPerSecond?: number;
  /** Of sound only: the sum of the squared level over time; it rises as long as there is sound. */
  totalAudioEnergy?: number;
  /** Of sound only: 0..1. */
  audioLevel?: number;
}

export interface RemoteStats {
  participantId: string;
  uid: string;
  name: string;
  tracks: TrackStats[];
}

export interface SentStats {
  kind: 'audio' | 'camera' | 'screen';
  bytesSent: number;
  packetsSent: number;
  framesEncoded?: number;
  frameWidth?: number;
  frameHeight?: number;
}

/** Figures of the running call, for tests and for finding out why a call is poor. Times are those of `performance.now()`. */
export interface CallStats {
  sessionId: string;
  participantId: string | undefined;
  connectionState: RTCPeerConnectionState | 'none';
  /** Of the network path to the bridge, in ms. */
  roundTripMs: number | undefined;
  joinStartedAt: number;
  joinedAt: number | undefined;
  /** When the first picture of anybody else was shown. */
  firstRemoteFrameAt: number | undefined;
  sent: SentStats[];
  remotes: RemoteStats[];
}

/** The fields that are read; browsers leave out what they do not measure. */
interface RtpStats {
  type: string;
  kind?: string;
  mid?: string;
  trackIdentifier?: string;
  nominated?: boolean;
  state?: string;
  currentRoundTripTime?: number;
  bytesReceived?: number;
  packetsReceived?: number;
  packetsLost?: number;
  bytesSent?: number;
  packetsSent?: number;
  framesDecoded?: number;
  framesEncoded?: number;
  frameWidth?: number;
  frameHeight?: number;
  framesPerSecond?: number;
  totalAudioEnergy?: number;
  audioLevel?: number;
}

const SENT_KINDS: Record<string, SentStats['kind']> = { '0': 'audio', '1': 'camera', '2': 'screen' };

/** Sorts a report of the peer connection by participant. Participants without a track are listed too. */
export function readStats(
  report: Iterable<[string, unknown]>,
  placed: readonly PlacedTrack[],
  others: readonly Participant[],
): Pick<CallStats, 'remotes' | 'sent' | 'roundTripMs'> {
  const all = [...report].map(([, one]) => one as RtpStats);
  const inbound = all.filter((one) => one.type === 'inbound-rtp');
  const remotes = others.map(({ participantId, uid, name }) => ({
    participantId,
    uid,
    name,
    tracks: placed
      .filter((one) => one.participantId === participantId)
      .flatMap((one) => {
        const found = inbound.find((rtp) => rtp.mid === one.mid || rtp.trackIdentifier === one.track.id);
        return found === undefined ? [] : [received(one.kind, found)];
      }),
  }));
  const sent = all.filter((one) => one.type === 'outbound-rtp').map(outbound);
  const pair = all.find((one) => one.type === 'candidate-pair' && one.nominated === true && one.state === 'succeeded');
  const seconds = pair?.currentRoundTripTime;
  return { remotes, sent, roundTripMs: seconds === undefined ? undefined : seconds * 1_000 };
}

function received(kind: TrackKind, rtp: RtpStats): TrackStats {
  const counters = {
    kind,
    bytesReceived: rtp.bytesReceived ?? 0,
    packetsReceived: rtp.packetsReceived ?? 0,
    packetsLost: rtp.packetsLost ?? 0,
  };
  if (kind === 'audio')
    return { ...counters, totalAudioEnergy: rtp.totalAudioEnergy ?? 0, audioLevel: rtp.audioLevel ?? 0 };
  return {
    ...counters,
    framesDecoded: rtp.framesDecoded ?? 0,
    frameWidth: rtp.frameWidth ?? 0,
    frameHeight: rtp.frameHeight ?? 0,
    framesPerSecond: rtp.framesPerSecond ?? 0,
  };
}

function outbound(rtp: RtpStats): SentStats {
  const kind = SENT_KINDS[rtp.mid ?? ''] ?? (rtp.kind === 'audio' ? 'audio' : 'camera');
  const counters = { kind, bytesSent: rtp.bytesSent ?? 0, packetsSent: rtp.packetsSent ?? 0 };
  if (kind === 'audio') return counters;
  return {
    ...counters,
    framesEncoded: rtp.framesEncoded ?? 0,
    frameWidth: rtp.frameWidth ?? 0,
    frameHeight: rtp.frameHeight ?? 0,
  };
}
