import type { Participant } from '../api/wire';

/** A participant of the call as the callbacks carry it. */
export interface CallParticipant {
  uid: string;
  name: string;
  avatar?: string;
  isAudioMuted: boolean;
  isVideoMuted: boolean;
  /** ISO time. */
  joinedAt: string;
  /** The same user who joins twice is two participants: this tells them apart. */
  id: string;
  /** True for the participant of this page. */
  isLocalUser: boolean;
}

export function callParticipant(participant: Participant, selfId: string | undefined): CallParticipant {
  const { participantId, uid, name, avatar, audioMuted, videoPaused, joinedAt } = participant;
  return {
    uid,
    name,
    ...(avatar == null ? {} : { avatar }),
    isAudioMuted: audioMuted,
    isVideoMuted: videoPaused,
    joinedAt,
    id: participantId,
    isLocalUser: participantId === selfId,
  };
}
