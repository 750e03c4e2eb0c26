import { expect } from 'vitest';
import type { CallCallbacks } from '../../src/compat/listener';
import { type CallEvents, DirectCalls } from '../../src/index';
import { ended, joined, left } from '../support/made';
import {
  bob,
  type CallbackRow,
  CLEO,
  device,
  idleOut,
  onAndOff,
  press,
  switchToVideo,
  user,
  users,
} from './callback-row';

export const OLDER_CALLBACKS = {
  onUserJoined: {
    when: 'another joins',
    does: ({ server }) => server.emit(joined(2, CLEO)),
    gets: () => [user('cleo')],
  },
  onUserLeft: { when: 'another leaves', does: ({ server }) => server.emit(left(2, 'bob')), gets: () => [user('bob')] },
  onUserListUpdated: {
    when: 'another leaves',
    does: ({ server }) => server.emit(left(2, 'bob')),
    gets: () => users('me', 'ann'),
  },
  onUserMuted: {
    when: 'somebody is muted',
    does: bob({ audioMuted: true }),
    gets: () => [{ muted: user('bob', { isAudioMuted: true }), mutedBy: user('ann') }],
  },
  onUserUnMuted: { when: 'somebody unmutes', does: onAndOff('audioMuted'), gets: () => [user('bob')] },
  onScreenShareStarted: { when: 'the own screen is shared', does: () => DirectCalls.startScreenShare() },
  onScreenShareStopped: {
    when: 'the own screen is shared no more',
    does: () => {
      DirectCalls.startScreenShare();
      DirectCalls.stopScreenShare();
    },
  },
  onCallEndButtonPressed: { when: 'the leave button is pressed', does: press('Leave call') },
  onCallEnded: { when: 'it is ended for all', does: ({ server }) => server.emit(ended(2)) },
  onSessionTimeout: { when: 'one was alone for too long', joins: true, does: idleOut },
  onCallSwitchedToVideo: {
    when: 'an audio call becomes a video call',
    joins: true,
    does: switchToVideo,
    gets: () => [{ sessionId: 's', initiator: user('ann'), responder: user('me', { isVideoMuted: false }) }],
  },
  onMediaDeviceListUpdated: {
    when: 'a device is unplugged',
    does: ({ machine }) => machine.unplug('mic-2'),
    gets: () => [
      {
        audioInputDevices: device('mic-1'),
        audioOutputDevices: [...device('out-1'), ...device('out-2')],
        videoInputDevices: [...device('cam-1'), ...device('cam-2')],
      },
    ],
  },
  onAudioModesUpdated: {
    when: 'another output is chosen',
    does: () => DirectCalls.setAudioOutputDevice('out-2'),
    gets: () => [
      [
        { mode: 'Name of out-1', deviceId: 'out-1', isSelected: false },
        { mode: 'Name of out-2', deviceId: 'out-2', isSelected: true },
      ],
    ],
  },
  onError: {
    when: 'something fails',
    does: () => DirectCalls.setAudioOutputDevice('out-9'),
    gets: (): unknown[] => [expect.objectContaining({ code: 'ERROR_AUDIO_OUTPUT' })],
  },
} satisfies Record<Exclude<keyof CallCallbacks, keyof CallEvents>, CallbackRow>;
