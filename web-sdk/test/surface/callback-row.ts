import { expect } from 'vitest';
import type { CallParticipant } from '../../src/index';
import { participant, snapshot, updated } from '../support/made';
import { BOB, ME, type Stage } from './stage';

/** One callback: when it is called, and with what. */
export interface CallbackRow {
  when: string;
  /** Joins by itself; without it the call runs already. */
  joins?: true;
  does: (stage: Stage) => void | Promise<void>;
  /** The arguments of the callback. */
  gets?: () => unknown[];
}

export const AT = '2026-01-01T00:00:00Z';
export const CLEO = participant('cleo');

export function user(id: string, change: Partial<CallParticipant> = {}): CallParticipant {
  const of = { id, uid: `uid-${id}`, name: `Name ${id}`, joinedAt: AT, isLocalUser: id === 'me' };
  return { ...of, isAudioMuted: false, isVideoMuted: false, ...change };
}

export const bob = (change: object) => (stage: Stage) => stage.server.emit(updated(2, { ...BOB, ...change }, 'ann'));
/** Something about Bob goes on, and off again. */
export const onAndOff = (flag: string) => (stage: Stage) => {
  bob({ [flag]: true })(stage);
  stage.server.emit(updated(3, BOB, 'bob'));
};
export const press = (button: string) => (stage: Stage) => stage.press(button);
export const device = (deviceId: string): unknown[] => [
  expect.objectContaining({ deviceId, label: `Name of ${deviceId}` }),
];
export const devices = (...ids: string[]) => [ids.flatMap(device)];
export const users = (...ids: string[]) => [ids.map((id) => user(id))];

/** Alone in the call, warned, and out of it. */
export async function idleOut(stage: Stage): Promise<void> {
  stage.server.session = snapshot(1, ME);
  await stage.join();
  const at = new Date().toISOString();
  stage.server.emit({ type: 'IdleWarning', sessionId: 's', seq: 2, at, participantId: 'me', endsAt: at });
  stage.server.emit({ type: 'SessionEnded', sessionId: 's', seq: 3, at, reason: 'idle' });
}

export const breakStream = ({ server }: Stage) => server.streams.at(-1)?.error(new Error('cut'));

export async function switchToVideo(stage: Stage): Promise<void> {
  stage.server.session = { ...stage.server.session, type: 'audio' };
  await stage.join({ sessionType: 'VOICE' });
  const event = { sessionId: 's', seq: 2, at: AT, initiator: 'ann', responder: 'me' };
  stage.server.emit({ type: 'SwitchedToVideo', ...event });
}
