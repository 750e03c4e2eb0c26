import type { ConnectionQuality, Participant } from '../../src/api/wire';
import type { DevicesModel } from '../../src/core/call-devices';
import { type CallModel, firstModel } from '../../src/core/call-model';
import { CallException, type CallProblem } from '../../src/core/errors';
import type { Ringing } from '../../src/ui/incoming-call';
import type { CallMode } from '../../src/ui/layout';
import { EVERYTHING, participant } from '../support/made';

/** One look of the view. Everything but the pictures of people, which the page draws. */
export interface State {
  mode?: CallMode;
  model: Partial<CallModel>;
  problem?: CallException;
  language?: string;
  /** The button whose menu is open. */
  opens?: string;
  /** Who calls, in place of a call. */
  ringing?: Ringing[];
}

const NAMES = ['Ada Lovelace', 'Grace Hopper', 'Edsger Dijkstra', 'Barbara Liskov', 'Linus Torvalds', 'Radia Perlman'];

function people(count: number, change: (index: number) => Partial<Participant> = () => ({})): Participant[] {
  return Array.from({ length: count }, (_one, index) =>
    participant(`p${index}`, { name: NAMES[index % NAMES.length] ?? '', ...change(index) }),
  );
}

/** A call as it is: some muted, one with a raised hand, one without camera, one with a weak network. */
function meeting(count: number): Partial<CallModel> {
  const others = people(count, (index) => ({
    audioMuted: index % 3 === 2,
    videoPaused: index % 4 === 3,
    handRaised: index === 1,
    role: index === 0 ? 'moderator' : 'participant',
  }));
  const quality = new Map<string, ConnectionQuality>([
    ['p0', 'good'],
    ['p2', 'poor'],
    ['p4', 'fair'],
  ]);
  return { ...IN_CALL, others, quality, speaker: 'p0' };
}

const device = (kind: MediaDeviceKind, deviceId: string, label: string) =>
  ({ kind, deviceId, label }) as MediaDeviceInfo;

const DEVICES: DevicesModel = {
  audioInputs: [device('audioinput', 'a', 'Headset'), device('audioinput', 'b', 'Built-in microphone')],
  audioInput: 'a',
  audioOutputs: [device('audiooutput', 'default', 'Default'), device('audiooutput', 'c', 'Headset')],
  audioOutput: 'c',
  videoInputs: [device('videoinput', 'd', 'Built-in camera'), device('videoinput', 'e', 'USB camera')],
  videoInput: 'd',
};

const IN_CALL: Partial<CallModel> = {
  devices: DEVICES,
  stream: 'open',
  media: 'connected',
  self: participant('me', { name: 'Katherine Johnson' }),
};

function refused(code: CallProblem, name: string): CallException {
  return new CallException({ code, message: code, cause: new DOMException(code, name) });
}

const OFF = { audioMuted: true, videoPaused: true, camera: null, screen: null };
const sharing = people(3, (index) => ({ screenSharing: index === 1, videoPaused: index === 2 }));

export const STATES: Readonly<Record<string, State>> = {
  default: { model: meeting(4) },
  spotlight: { mode: 'SPOTLIGHT', model: meeting(4) },
  tile: { mode: 'TILE', model: meeting(8) },
  screen: { model: { ...IN_CALL, others: sharing, speaker: 'p0' } },
  'thirty-tiles': { mode: 'TILE', model: meeting(29) },
  'thirty-sidebar': { model: meeting(29) },
  audio: { mode: 'TILE', model: { ...meeting(3), audioOnly: true } },
  joining: { model: {} },
  connecting: { model: { ...meeting(2), media: 'connecting', speaker: undefined } },
  reconnecting: { model: { ...meeting(2), media: 'interrupted', lost: new Set(['p1']), speaker: undefined } },
  alone: { model: IN_CALL },
  'permission-denied': {
    model: { ...meeting(2), own: OFF },
    problem: refused('ERROR_CAMERA', 'NotAllowedError'),
  },
  'no-camera': { model: { ...IN_CALL, own: OFF }, problem: refused('ERROR_CAMERA', 'NotFoundError') },
  idle: { model: { ...IN_CALL, idleEndsAt: 0 } },
  'video-asked': {
    model: { ...IN_CALL, others: people(1), audioOnly: true, videoAsk: { initiator: 'p0' } },
  },
  devices: { model: meeting(2), opens: 'Choose devices' },
  ringing: {
    model: {},
    ringing: [
      { uid: 'grace', name: 'Grace Hopper', avatar: undefined, type: 'video' },
      { uid: 'ed', name: 'Edsger Wybe Dijkstra, Technische Hogeschool Eindhoven', avatar: undefined, type: 'audio' },
    ],
  },
  german: { mode: 'TILE', model: { ...meeting(3), media: 'interrupted' }, language: 'de' },
};

export function modelOf(state: State, tracks: CallModel['tracks'], camera: MediaStreamTrack): CallModel {
  const first = firstModel({ audioOnly: false, publishes: EVERYTHING, muted: false, paused: false });
  const idleEndsAt = state.model.idleEndsAt === undefined ? undefined : Date.now() + 59_000;
  return { ...first, tracks, own: { ...first.own, camera }, ...state.model, idleEndsAt };
}
