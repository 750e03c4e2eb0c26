import {
  type Participant,
  type SessionEvent,
  type SessionSnapshot,
  TRACK_KINDS,
  type TrackKind,
} from '../../src/api/wire';

/** For whoever may send all. */
export const EVERYTHING: ReadonlySet<TrackKind> = new Set(TRACK_KINDS);

const AT = '2026-01-01T00:00:00Z';

export function participant(id: string, change: Partial<Participant> = {}): Participant {
  return {
    participantId: id,
    uid: `uid-${id}`,
    name: `Name ${id}`,
    role: 'participant',
    audioMuted: false,
    videoPaused: false,
    screenSharing: false,
    handRaised: false,
    joinedAt: AT,
    ...change,
  };
}

export function snapshot(seq: number, ...participants: Participant[]): SessionSnapshot {
  return { sessionId: 's', type: 'video', state: 'active', seq, startedAt: AT, participants };
}

const numbered = (seq: number) => ({ sessionId: 's', seq, at: AT });

export const joined = (seq: number, one: Participant): SessionEvent => ({
  ...numbered(seq),
  type: 'ParticipantJoined',
  participant: one,
});

export const updated = (seq: number, one: Participant, updatedBy: string): SessionEvent => ({
  ...numbered(seq),
  type: 'ParticipantUpdated',
  participant: one,
  updatedBy,
});

export const left = (seq: number, id: string): SessionEvent => ({
  ...numbered(seq),
  type: 'ParticipantLeft',
  participantId: id,
  uid: `uid-${id}`,
  reason: 'left',
});

export const ended = (seq: number): SessionEvent => ({
  ...numbered(seq),
  type: 'SessionEnded',
  reason: 'ended-for-all',
});

/** A JWT with these claims; nobody signed it. */
export function jwt(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'ES256', typ: 'call+jwt' })}.${part(claims)}.c2lnbmF0dXJl`;
}
