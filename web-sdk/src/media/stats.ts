import type { Participant, TrackKind } from '../api/wire';
import { Counters } from './counters';
import type { PlacedTrack } from './peer';

/** What arrived of one track. Counters run on when the call moves to another connection. */
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

/** What is sent of one source, all layers together; the frames are those of the largest. */
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
  /** When the own picture was shown. */
  ownPictureAt: number | undefined;
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

const RECEIVED_COUNTERS = [
  'bytesReceived',
  'packetsReceived',
  'packetsLost',
  'framesDecoded',
  'totalAudioEnergy',
] as const;
const SENT_COUNTERS = ['bytesSent', 'packetsSent', 'framesEncoded'] as const;

const SENT_KINDS: Record<string, SentStats['kind']> = { '0': 'audio', '1': 'camera', '2': 'screen' };

/** The report of one peer connection, and what is shown of it. */
export interface PeerReport {
  generation: number;
  shown: readonly PlacedTrack[];
  report: Iterable<[string, unknown]>;
}

/** Sorts reports of peer connections by participant. One instance a call. */
export class StatsReader {
  readonly #counters = new Counters();

  /**
   * @param peers the last one tells what is sent and how long the way is
   * @param others are all listed, also those without a track
   */
  read(
    peers: readonly PeerReport[],
    others: readonly Participant[],
  ): Pick<CallStats, 'remotes' | 'sent' | 'roundTripMs'> {
    const tracks = peers.flatMap((peer) => this.#received(peer));
    const remotes = others.map(({ participantId, uid, name }) => ({
      participantId,
      uid,
      name,
      tracks: tracks.filter((one) => one.participantId === participantId).map((one) => one.stats),
    }));
    const main = peers.at(-1);
    const all = main === undefined ? [] : entries(main);
    const sent = sentOf(all).map((stats) =>
      this.#counters.countOn(`sent/${stats.kind}`, main?.generation ?? 0, stats, SENT_COUNTERS),
    );
    const pair = all.find(
      (one) => one.type === 'candidate-pair' && one.nominated === true && one.state === 'succeeded',
    );
    const seconds = pair?.currentRoundTripTime;
    return { remotes, sent, roundTripMs: seconds === undefined ? undefined : seconds * 1_000 };
  }

  #received(peer: PeerReport): { participantId: string; stats: TrackStats }[] {
    const inbound = entries(peer).filter((one) => one.type === 'inbound-rtp');
    return peer.shown.flatMap(({ participantId, kind, mid, track }) => {
      const found = inbound.find((rtp) => rtp.mid === mid || rtp.trackIdentifier === track.id);
      const key = `${participantId}/${kind}`;
      // A new connection that has received nothing yet does not set the counters back.
      if (found === undefined && !this.#counters.has(key)) return [];
      const stats = this.#counters.countOn(key, peer.generation, received(kind, found ?? NOTHING), RECEIVED_COUNTERS);
      return [{ participantId, stats }];
    });
  }
}

const NOTHING: RtpStats = { type: 'inbound-rtp' };

function entries({ report }: PeerReport): RtpStats[] {
  return [...report].map(([, one]) => one as RtpStats);
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

/** The layers of a camera together: what is sent of all, and the size of the largest. */
function sentOf(all: readonly RtpStats[]): SentStats[] {
  const byKind = new Map<string, SentStats>();
  for (const rtp of all) {
    if (rtp.type !== 'outbound-rtp') continue;
    const layer = outbound(rtp);
    const sum = byKind.get(layer.kind);
    byKind.set(layer.kind, sum === undefined ? layer : together(sum, layer));
  }
  return [...byKind.values()];
}

function together(one: SentStats, other: SentStats): SentStats {
  return {
    kind: one.kind,
    bytesSent: one.bytesSent + other.bytesSent,
    packetsSent: one.packetsSent + other.packetsSent,
    framesEncoded: Math.max(one.framesEncoded ?? 0, other.framesEncoded ?? 0),
    frameWidth: Math.max(one.frameWidth ?? 0, other.frameWidth ?? 0),
    frameHeight: Math.max(one.frameHeight ?? 0, other.frameHeight ?? 0),
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
