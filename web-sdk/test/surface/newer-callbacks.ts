import { type CallEvents, DirectCalls } from '../../src/index';
import { joined, left } from '../support/made';
import {
  AT,
  bob,
  breakStream,
  type CallbackRow,
  CLEO,
  device,
  devices,
  idleOut,
  onAndOff,
  press,
  user,
  users,
} from './callback-row';

export const NEWER_CALLBACKS = {
  onSessionJoined: { when: 'the server let us in', joins: true, does: (stage) => stage.join() },
  onSessionLeft: { when: 'we left', does: () => DirectCalls.leaveSession() },
  onSessionTimedOut: { when: 'one was alone for too long', joins: true, does: idleOut },
  onConnectionLost: { when: 'nothing arrives', does: breakStream },
  onConnectionRestored: { when: 'it arrives again', does: breakStream },
  onConnectionClosed: { when: 'we left', does: () => DirectCalls.leaveSession() },
  onParticipantJoined: {
    when: 'another joins',
    does: ({ server }) => server.emit(joined(2, CLEO)),
    gets: () => [user('cleo')],
  },
  onParticipantLeft: {
    when: 'another leaves',
    does: ({ server }) => server.emit(left(2, 'bob')),
    gets: () => [user('bob')],
  },
  onParticipantListChanged: {
    when: 'another joins',
    does: ({ server }) => server.emit(joined(2, CLEO)),
    gets: () => users('me', 'ann', 'bob', 'cleo'),
  },
  onParticipantAudioMuted: {
    when: 'another is muted',
    does: bob({ audioMuted: true }),
    gets: () => [user('bob', { isAudioMuted: true })],
  },
  onParticipantAudioUnmuted: { when: 'another unmutes', does: onAndOff('audioMuted'), gets: () => [user('bob')] },
  onParticipantVideoPaused: {
    when: 'another pauses',
    does: bob({ videoPaused: true }),
    gets: () => [user('bob', { isVideoMuted: true })],
  },
  onParticipantVideoResumed: { when: 'another goes on', does: onAndOff('videoPaused'), gets: () => [user('bob')] },
  onParticipantHandRaised: { when: 'a hand goes up', does: bob({ handRaised: true }), gets: () => [user('bob')] },
  onParticipantHandLowered: { when: 'a hand goes down', does: onAndOff('handRaised'), gets: () => [user('bob')] },
  onParticipantStartedScreenShare: {
    when: 'another shares a screen',
    does: bob({ screenSharing: true }),
    gets: () => [user('bob')],
  },
  onParticipantStoppedScreenShare: {
    when: 'another shares no more',
    does: onAndOff('screenSharing'),
    gets: () => [user('bob')],
  },
  onDominantSpeakerChanged: {
    when: 'another is heard most',
    does: ({ server }) =>
      server.emit({ type: 'DominantSpeakerChanged', sessionId: 's', seq: 1, at: AT, participantId: 'bob' }),
    gets: () => [user('bob')],
  },
  onAudioMuted: { when: 'we are muted', does: () => DirectCalls.muteAudio() },
  onAudioUnMuted: {
    when: 'we are unmuted',
    does: () => {
      DirectCalls.muteAudio(true);
      DirectCalls.muteAudio(false);
    },
  },
  onVideoPaused: { when: 'our camera is turned off', does: () => DirectCalls.pauseVideo() },
  onVideoResumed: {
    when: 'our camera is turned on',
    does: () => {
      DirectCalls.pauseVideo(true);
      DirectCalls.pauseVideo(false);
    },
  },
  onAudioInputDeviceChanged: {
    when: 'another microphone is chosen',
    does: () => DirectCalls.setAudioInputDevice('mic-2'),
    gets: () => device('mic-2'),
  },
  onAudioOutputDeviceChanged: {
    when: 'another output is chosen',
    does: () => DirectCalls.setAudioOutputDevice('out-2'),
    gets: () => device('out-2'),
  },
  onVideoInputDeviceChanged: {
    when: 'another camera is chosen',
    does: () => DirectCalls.setVideoInputDevice('cam-2'),
    gets: () => device('cam-2'),
  },
  onAudioInputDevicesChanged: {
    when: 'a microphone is unplugged',
    does: ({ machine }) => machine.unplug('mic-2'),
    gets: () => devices('mic-1'),
  },
  onAudioOutputDevicesChanged: {
    when: 'an output is unplugged',
    does: ({ machine }) => machine.unplug('out-2'),
    gets: () => devices('out-1'),
  },
  onVideoInputDevicesChanged: {
    when: 'a camera is unplugged',
    does: ({ machine }) => machine.unplug('cam-2'),
    gets: () => devices('cam-1'),
  },
  onLeaveSessionButtonClicked: { when: 'the leave button is pressed', does: press('Leave call') },
  onToggleAudioButtonClicked: { when: 'the audio button is pressed', does: press('Mute microphone') },
  onToggleVideoButtonClicked: { when: 'the video button is pressed', does: press('Turn camera off') },
  onScreenShareButtonClicked: { when: 'the screen button is pressed', does: press('Share screen') },
  onCallLayoutChanged: {
    when: 'the layout is changed',
    does: () => DirectCalls.setLayout('SPOTLIGHT'),
    gets: () => ['SPOTLIGHT'],
  },
} satisfies Record<keyof CallEvents, CallbackRow>;
