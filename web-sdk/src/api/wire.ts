/** What the services send, as their contracts name it. */

export type Role = 'participant' | 'moderator' | 'viewer';
export type CallType = 'audio' | 'video';
export const TRACK_KINDS = ['audio', 'camera', 'screen'] as const;
export type TrackKind = (typeof TRACK_KINDS)[number];

export interface Participant {
  participantId: string;
  uid: string;
  name: string;
  avatar?: string | null;
  role: Role;
  audioMuted: boolean;
  videoPaused: boolean;
  screenSharing: boolean;
  handRaised: boolean;
  /** ISO time. */
  joinedAt: string;
  /** What its token lets it send; a server that does not say it lets it send everything. */
  publishes?: TrackKind[];
}

export interface SessionSnapshot {
  sessionId: string;
  type: CallType;
  state: 'ringing' | 'waiting' | 'active' | 'ended';
  seq: number;
  startedAt: string;
  endedAt?: string | null;
  participants: Participant[];
}

export interface JoinAnswer {
  participant: Participant;
  session: SessionSnapshot;
  iceServers: RTCIceServer[];
  /** Where the event stream starts so that nothing after the join is missed. */
  cursor: string | number;
}

/** The own state that a participant may change. */
export interface OwnFlags {
  audioMuted: boolean;
  videoPaused: boolean;
  screenSharing: boolean;
  handRaised: boolean;
}

export type LeaveReason = 'left' | 'connection-lost' | 'kicked' | 'token-revoked' | 'replaced' | 'session-ended';
export type EndReason =
  | 'everyone-left'
  | 'ended-for-all'
  | 'idle'
  | 'max-length'
  | 'nobody-joined'
  | 'unanswered'
  | 'rejected'
  | 'busy'
  | 'cancelled';

interface Numbered {
  sessionId: string;
  seq: number;
  at: string;
}

export type SessionEvent = Numbered &
  (
    | { type: 'SessionStarted'; callType: CallType }
    | { type: 'ParticipantJoined'; participant: Participant }
    | { type: 'ParticipantUpdated'; participant: Participant; updatedBy?: string | null }
    | { type: 'ParticipantLeft'; participantId: string; uid: string; reason: LeaveReason }
    | { type: 'VideoRequested'; initiator: string; expiresAt: string }
    | { type: 'SwitchedToVideo'; initiator?: string | null; responder?: string | null }
    | { type: 'IdleWarning'; participantId: string; endsAt: string }
    | { type: 'KeptAlive'; participantId?: string }
    | { type: 'SessionEnded'; reason: EndReason }
  );

export interface RemoteTrack {
  mid: string;
  participantId: string;
  kind: TrackKind;
}

/** One picture that a page shows. */
export interface ViewTile {
  participantId: string;
  kind: 'camera' | 'screen';
  /** In pixels of the device; 0 when it is hidden. */
  height: number;
}

/** What a page shows of the others. */
export interface View {
  /** The most important first. */
  tiles: readonly ViewTile[];
  /** Height in pixels of all pictures that no tile names; 0 sends none of them. */
  others: number;
}

/** How much a participant's network lets through to it. */
export type ConnectionQuality = 'good' | 'fair' | 'poor';

/** One of the sizes in which the camera is sent at the same time. */
export interface SimulcastLayer {
  ssrc: number;
  /** Of the retransmissions; null when there are none. */
  rtxSsrc: number | null;
}

export interface OfferReady extends Numbered {
  type: 'OfferReady';
  participantId: string;
  /** A higher one than before asks for a new peer connection. */
  generation: number;
  /** The answer names the revision that it answers. */
  revision: number;
  sdp: string;
  tracks: RemoteTrack[];
}

export type MediaEvent =
  | OfferReady
  | (Numbered & { type: 'MediaWaiting'; participantId: string })
  | (Numbered & { type: 'EndpointConnected'; participantId: string })
  | (Numbered & { type: 'EndpointLost'; participantId: string })
  | (Numbered & { type: 'DominantSpeakerChanged'; participantId: string })
  | (Numbered & { type: 'ConnectionQualityChanged'; participantId: string; quality: ConnectionQuality })
  | (Numbered & { type: 'ConferenceMoved'; reason: 'bridge-failed' | 'bridge-drained' | 'requested' });

const SESSION_EVENTS: ReadonlySet<string> = new Set<SessionEvent['type']>([
  'SessionStarted',
  'ParticipantJoined',
  'ParticipantUpdated',
  'ParticipantLeft',
  'VideoRequested',
  'SwitchedToVideo',
  'IdleWarning',
  'KeptAlive',
  'SessionEnded',
]);
const MEDIA_EVENTS: ReadonlySet<string> = new Set<MediaEvent['type']>([
  'OfferReady',
  'MediaWaiting',
  'EndpointConnected',
  'EndpointLost',
  'DominantSpeakerChanged',
  'ConnectionQualityChanged',
  'ConferenceMoved',
]);

/** An event of the stream; `undefined` for a type that this version does not know, which is no error. */
export function parseEvent(type: string, data: string): { session: SessionEvent } | { media: MediaEvent } | undefined {
  if (SESSION_EVENTS.has(type)) return { session: { ...(JSON.parse(data) as SessionEvent), type } as SessionEvent };
  if (MEDIA_EVENTS.has(type)) return { media: { ...(JSON.parse(data) as MediaEvent), type } as MediaEvent };
  return undefined;
}
