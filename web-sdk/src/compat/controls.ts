import { invalidArgument } from '../core/errors';
import { CALL_MODE, type CallMode } from './call-settings';
import { checkFlag, checkText, control } from './page';
import { isLayout, type Layout, modeOf } from './session-settings';

const setMuted = (muted: boolean) => control((call) => call.setMuted(muted));
const setPaused = (paused: boolean) => control((call) => call.setPaused(paused));
const setSharing = (sharing: boolean) => control((call) => call.setSharing(sharing));

/** What an application's own buttons do. Without a call they do nothing. */
export const controls = {
  muteAudio(mute = true): void {
    checkFlag(mute, 'Pass true to mute, false to unmute.');
    setMuted(mute);
  },

  unMuteAudio: () => setMuted(false),
  unmuteAudio: () => setMuted(false),

  pauseVideo(pause = true): void {
    checkFlag(pause, 'Pass true to pause, false to go on.');
    setPaused(pause);
  },

  resumeVideo: () => setPaused(false),
  unPauseVideo: () => setPaused(false),

  /** Browsers allow it only in answer to a click or a key. */
  startScreenShare: () => setSharing(true),
  stopScreenShare: () => setSharing(false),
  /** The same as {@link startScreenShare}. */
  startScreenSharing: () => setSharing(true),
  stopScreenSharing: () => setSharing(false),

  /** In an audio call: asks the others to go on with video, or agrees with whoever asked. Cameras of others stay off. */
  switchToVideoCall(): void {
    control((call) => call.switchToVideo());
  },

  /** Mutes somebody else; `onError` hears when the server does not allow it. @param id of a {@link CallParticipant} */
  muteParticipant(id: string): void {
    checkText(id, NO_PARTICIPANT);
    control((call) => call.turnOff(id, { audioMuted: true }));
  },

  /** Turns somebody else's camera off; as {@link muteParticipant}. */
  pauseParticipantVideo(id: string): void {
    checkText(id, NO_PARTICIPANT);
    control((call) => call.turnOff(id, { videoPaused: true }));
  },

  raiseHand: () => control((call) => call.setHand(true)),
  lowerHand: () => control((call) => call.setHand(false)),

  /** Changes the look of the running call. Throws INVALID_ARGUMENT_EXCEPTION for a mode that is none of `CALL_MODE`. */
  setMode(mode: CallMode): void {
    if (!Object.values(CALL_MODE).includes(mode)) throw invalidArgument('Pass a mode of CALL_MODE.');
    control((call) => call.setMode(mode));
  },

  /** As {@link setMode}, in the newer words. */
  setLayout(layout: Layout): void {
    if (!isLayout(layout)) throw invalidArgument('Pass TILE, SIDEBAR or SPOTLIGHT.');
    control((call) => call.setMode(modeOf(layout)));
  },

  /**
   * Shows this participant large until {@link unpinParticipant}, whoever speaks. Screens that are shared stay large.
   *
   * @param id of a {@link CallParticipant}
   * @param type `screen-share` puts this participant's screen before other screens
   */
  pinParticipant(id: string, type: 'human' | 'screen-share' = 'human'): void {
    checkText(id, NO_PARTICIPANT);
    if (!['human', 'screen-share'].includes(type)) throw invalidArgument('Pass human or screen-share as the type.');
    control((active) => active.call.pin({ participantId: id, kind: type === 'human' ? 'camera' : 'screen' }));
  },

  unpinParticipant: () => control((active) => active.call.pin(undefined)),
} as const;

const NO_PARTICIPANT = 'Pass the id of the participant.';
