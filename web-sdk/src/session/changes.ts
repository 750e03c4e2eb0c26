import type { Participant } from '../api/wire';
import type { SessionState } from './session-state';

/** One thing that happened between two states, as listeners want to hear it. */
export type SessionChange =
  | { type: 'joined'; participant: Participant }
  | { type: 'left'; participant: Participant }
  | { type: 'muted'; participant: Participant }
  | { type: 'unmuted'; participant: Participant };

/**
 * Compares two states. Callbacks come from this comparison and not from the events, so that a snapshot fetched after a hole tells
 * the listeners the same as the events that were missed.
 */
export function changesBetween(before: SessionState, after: SessionState): SessionChange[] {
  const changes: SessionChange[] = [];
  const old = new Map(before.participants.map((one) => [one.participantId, one]));
  for (const participant of after.participants) {
    const was = old.get(participant.participantId);
    old.delete(participant.participantId);
    if (was === undefined) changes.push({ type: 'joined', participant });
    else if (was.audioMuted !== participant.audioMuted)
      changes.push({ type: participant.audioMuted ? 'muted' : 'unmuted', participant });
  }
  for (const participant of old.values()) changes.push({ type: 'left', participant });
  return changes;
}
