import type { Participant, SessionEvent, SessionSnapshot } from '../api/wire';

/** Who is in the session, after the event numbered `seq`. */
export interface SessionState {
  readonly sessionId: string;
  readonly type: 'audio' | 'video';
  readonly ended: boolean;
  readonly seq: number;
  readonly participants: readonly Participant[];
}

/** What became of an event. */
export type Applied =
  | { kind: 'applied'; state: SessionState }
  /** It is part of the state already: delivery is at least once. */
  | { kind: 'seen' }
  /** Events before it are missing: only a fresh snapshot helps. */
  | { kind: 'hole' };

export function fromSnapshot(snapshot: SessionSnapshot): SessionState {
  const { sessionId, type, seq, participants } = snapshot;
  return { sessionId, type, seq, participants, ended: snapshot.state === 'ended' };
}

/** Applies one event. The numbers of a session have no gaps, so a number that is too high means a hole. */
export function apply(state: SessionState, event: SessionEvent): Applied {
  if (event.seq <= state.seq) return { kind: 'seen' };
  if (event.seq > state.seq + 1) return { kind: 'hole' };
  return { kind: 'applied', state: { ...next(state, event), seq: event.seq } };
}

function next(state: SessionState, event: SessionEvent): SessionState {
  switch (event.type) {
    case 'SessionStarted':
      return { ...state, type: event.callType, ended: false, participants: [] };
    case 'ParticipantJoined':
      return { ...state, participants: [...without(state, event.participant.participantId), event.participant] };
    case 'ParticipantUpdated':
      return { ...state, participants: replaced(state, event.participant) };
    case 'ParticipantLeft':
      return { ...state, participants: without(state, event.participantId) };
    case 'SwitchedToVideo':
      return { ...state, type: 'video' };
    case 'VideoRequested':
    case 'IdleWarning':
    case 'KeptAlive':
      return state;
    case 'SessionEnded':
      return { ...state, ended: true, participants: [] };
  }
}

function without(state: SessionState, participantId: string): Participant[] {
  return state.participants.filter((one) => one.participantId !== participantId);
}

function replaced(state: SessionState, participant: Participant): Participant[] {
  return state.participants.map((one) => (one.participantId === participant.participantId ? participant : one));
}
