import type { ConnectionQuality, Participant, TrackKind } from '../api/wire';
import type { MediaState } from '../media/media-session';
import { type DevicesModel, NO_DEVICES } from './call-devices';

/** Everything that a view of the call shows. Replaced as a whole at each change. */
export interface CallModel {
  readonly stream: 'opening' | 'open' | 'lost';
  readonly media: MediaState;
  readonly audioOnly: boolean;
  /** What this page may send; nothing for a viewer. */
  readonly publishes: ReadonlySet<TrackKind>;
  /** This page's participant, once the join was accepted. */
  readonly self: Participant | undefined;
  readonly others: readonly Participant[];
  /** What arrives from the others, by {@link trackKey}. */
  readonly tracks: ReadonlyMap<string, MediaStreamTrack>;
  readonly own: OwnModel;
  readonly devices: DevicesModel;
  /** When the call ends because this page is alone in it, by its own clock in milliseconds. */
  readonly idleEndsAt: number | undefined;
  /** Somebody wants the audio call to go on with video. */
  readonly videoAsk: { readonly initiator: string } | undefined;
  /** The participant who is heard most. */
  readonly speaker: string | undefined;
  /** What the application wants to be seen large. */
  readonly pinned: Pinned | undefined;
  /** Participants whom the bridge does not hear from. */
  readonly lost: ReadonlySet<string>;
  /** Of the network to each participant, as far as the server has told. */
  readonly quality: ReadonlyMap<string, ConnectionQuality>;
}

/** Somebody is large as long as nobody shares a screen; with `screen` that participant's screen comes before other screens, too. */
export interface Pinned {
  readonly participantId: string;
  readonly kind: 'camera' | 'screen';
}

/** What this page sends, as the person set it. */
export interface OwnModel {
  readonly audioMuted: boolean;
  readonly videoPaused: boolean;
  readonly camera: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
}

/** Who is shown large where only one is: who was pinned, or whoever speaks, but not this page's own person as long as there are others. */
export function mainPerson(model: CallModel, before: string | undefined): string | undefined {
  const isOther = (id: string | undefined) => model.others.some((one) => one.participantId === id);
  const pinned = model.pinned?.participantId;
  if (isOther(pinned) || (pinned !== undefined && pinned === model.self?.participantId)) return pinned;
  if (isOther(model.speaker)) return model.speaker;
  if (isOther(before)) return before;
  return (model.others[0] ?? model.self)?.participantId;
}

export function trackKey(participantId: string, kind: TrackKind): string {
  return `${participantId}/${kind}`;
}

/** Where the call stands, in one word. */
export type CallPhase = 'joining' | 'connecting' | 'waiting-for-bridge' | 'reconnecting' | 'alone' | 'running';

export function phaseOf(model: CallModel): CallPhase {
  if (model.self === undefined) return 'joining';
  if (model.media === 'interrupted') return 'reconnecting';
  // People who are seen and heard miss nothing while only the events are late.
  if (model.stream === 'lost' && model.media !== 'connected') return 'reconnecting';
  if (model.media === 'waiting') return 'waiting-for-bridge';
  if (model.others.length === 0) return 'alone';
  return model.media === 'connected' ? 'running' : 'connecting';
}

export function firstModel(options: {
  audioOnly: boolean;
  publishes: ReadonlySet<TrackKind>;
  muted: boolean;
  paused: boolean;
}): CallModel {
  const { audioOnly, publishes, muted, paused } = options;
  return {
    stream: 'opening',
    media: 'connecting',
    audioOnly,
    publishes,
    self: undefined,
    others: [],
    tracks: new Map(),
    own: {
      audioMuted: muted || !publishes.has('audio'),
      videoPaused: paused || audioOnly || !publishes.has('camera'),
      camera: null,
      screen: null,
    },
    devices: NO_DEVICES,
    idleEndsAt: undefined,
    videoAsk: undefined,
    speaker: undefined,
    pinned: undefined,
    lost: new Set(),
    quality: new Map(),
  };
}
