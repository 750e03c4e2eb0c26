import type { Participant } from '../api/wire';
import type { SessionState } from './session-state';

/** One thing that happened between two states, as listeners want to hear it. */
export type SessionChange =
  | { type: 'joined'; participant: Participant }
  | { type: 'left'; participant: Participant }
  | { type: FlagChange; participant: Participant };

export type FlagChange = (typeof FLAG_CHANGES)[keyof typeof FLAG_CHANGES][number];

/** What it is called when a flag goes on, and when it goes off. */
const FLAG_CHANGES = {
  audioMuted: ['muted', 'unmuted'],
  videoPaused: ['video-paused', 'video-resumed'],
  screenSharing: ['screen-started', 'screen-stopped'],
  handRaised: ['hand-raised', 'hand-lowered'],
} as const;

const FLAGS = /* @__PURE__ */ Object.keys(FLAG_CHANGES) as (keyof typeof FLAG_CHANGES)[];

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
    else
      for (const flag of FLAGS.filter((one) => was[one] !== participant[one]))
        changes.push({ type: FLAG_CHANGES[flag][participant[flag] ? 0 : 1], participant });
  }
  for (const participant of old.values()) changes.push({ type: 'left', participant });
  return changes;
}
