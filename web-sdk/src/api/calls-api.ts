import { send } from './http';

/** Somebody or some group that a call is about. */
export interface RelatedWire {
  entity: { uid?: string; guid?: string; name?: string; avatar?: string };
  entityType: 'user' | 'group';
}

/** Somebody's part in a call of the history. Times are seconds since 1970. */
export interface LoggedParticipantWire {
  uid: string;
  name: string;
  avatar?: string;
  totalAudioMinutes: number;
  totalVideoMinutes: number;
  totalDurationInMinutes: number;
  hasJoined: boolean;
  state: string;
  deviceID: string;
  joinedAt?: number;
  leftAt?: number;
  mid: string;
}

/** A call of the history. Times are seconds since 1970. */
export interface LoggedCallWire {
  sessionId: string;
  totalAudioMinutes: number;
  totalVideoMinutes: number;
  totalDuration: string;
  totalDurationInMinutes: number;
  hasRecording: boolean;
  initiatedAt: number;
  endedAt?: number;
  receiverType: string;
  callCategory: string;
  status: string;
  type: string;
  mid: string;
  totalParticipants: number;
  participants: LoggedParticipantWire[];
  data: { entities: { initiator: RelatedWire; receiver: RelatedWire } };
}

/** The newest call of a session, in an array. */
export function requestCall(base: string, sessionId: string, authToken: string): Promise<LoggedCallWire[]> {
  return send(base, { method: 'GET', path: `/calls/${encodeURIComponent(sessionId)}`, headers: { authToken } });
}

/** A page of the user's calls, newest first. */
export function requestCalls(base: string, query: URLSearchParams, authToken: string): Promise<LoggedCallWire[]> {
  return send(base, { method: 'GET', path: `/calls?${query.toString()}`, headers: { authToken } });
}
