import type { CallPhase } from '../core/call-model';

/** Every word that the view shows or reads out. */
export const TEXTS = {
  call: 'Call',
  controls: 'Call controls',
  participants: 'Participants',
  mute: 'Mute microphone',
  unmute: 'Unmute microphone',
  pauseVideo: 'Turn camera off',
  resumeVideo: 'Turn camera on',
  shareScreen: 'Share screen',
  stopSharing: 'Stop sharing',
  leave: 'Leave call',
  switchToVideo: 'Switch to video',
  askedForVideo: 'The others were asked to switch to video',
  wantsVideo: (name: string) => `${name} would like to go on with video.`,
  accept: 'Accept',
  notNow: 'Not now',
  stillThere: 'Are you still there?',
  endsIn: (seconds: number) => `You are alone here. The call ends in ${seconds} s.`,
  stay: 'Stay in the call',
  unblock: 'Tap to hear the others',
  you: 'You',
  isMuted: 'microphone muted',
  isSpeaking: 'speaking',
  isLost: 'connection lost',
  screenOf: (name: string) => `${name}’s screen`,
  yourScreen: 'Your screen',
} as const;

const STATUS: Record<CallPhase, string> = {
  joining: 'Joining…',
  connecting: 'Connecting…',
  'waiting-for-bridge': 'Waiting for a free media server…',
  reconnecting: 'Connection lost. Reconnecting…',
  alone: 'Waiting for others to join',
  running: '',
};

export function statusText(phase: CallPhase): string {
  return STATUS[phase];
}
