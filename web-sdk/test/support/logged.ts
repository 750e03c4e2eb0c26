import type { LoggedCallWire, LoggedParticipantWire } from '../../src/api/calls-api';

/** A join as the history writes it. */
export function loggedJoin(uid: string, change: Partial<LoggedParticipantWire> = {}): LoggedParticipantWire {
  return {
    uid,
    name: `Name ${uid}`,
    totalAudioMinutes: 0,
    totalVideoMinutes: 0,
    totalDurationInMinutes: 0,
    hasJoined: true,
    state: 'ended',
    deviceID: 'device',
    mid: 'mid',
    ...change,
  };
}

/** A session that people joined, as the history writes it. */
export function loggedCall(
  participants: LoggedParticipantWire[],
  change: Partial<LoggedCallWire> = {},
): LoggedCallWire {
  return {
    sessionId: 's1',
    totalAudioMinutes: 0,
    totalVideoMinutes: 0,
    totalDuration: '00:00:00',
    totalDurationInMinutes: 0,
    hasRecording: false,
    initiatedAt: 100,
    receiverType: 'group',
    callCategory: 'meet',
    status: 'ongoing',
    type: 'video',
    mid: 'mid',
    totalParticipants: participants.length,
    participants,
    data: {
      entities: {
        initiator: { entity: { uid: 'ada', name: 'Ada' }, entityType: 'user' },
        receiver: { entity: { guid: 's1', name: 's1' }, entityType: 'group' },
      },
    },
    ...change,
  };
}
