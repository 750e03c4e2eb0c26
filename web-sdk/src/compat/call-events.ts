import type { CallMode } from '../ui/layout';
import type { CallParticipant } from './users';

/** What the newer names listen for, each with `addEventListener` or in a listener object. `onParticipant…` is about the others. */
export interface CallEvents {
  onSessionJoined?: () => void;
  /** This page is out of the session, for whatever reason. */
  onSessionLeft?: () => void;
  /** This page was alone for too long. */
  onSessionTimedOut?: () => void;
  /** Neither sound nor pictures arrive; the SDK connects again by itself. */
  onConnectionLost?: () => void;
  onConnectionRestored?: () => void;
  /** Nothing connects any more: the call is over for this page. */
  onConnectionClosed?: () => void;
  onParticipantJoined?: (participant: CallParticipant) => void;
  onParticipantLeft?: (participant: CallParticipant) => void;
  /** Who is in the call, this page's user included: after the join and at each change. */
  onParticipantListChanged?: (participants: CallParticipant[]) => void;
  onParticipantAudioMuted?: (participant: CallParticipant) => void;
  onParticipantAudioUnmuted?: (participant: CallParticipant) => void;
  onParticipantVideoPaused?: (participant: CallParticipant) => void;
  onParticipantVideoResumed?: (participant: CallParticipant) => void;
  /** Somebody's hand, this page's user included. */
  onParticipantHandRaised?: (participant: CallParticipant) => void;
  onParticipantHandLowered?: (participant: CallParticipant) => void;
  onParticipantStartedScreenShare?: (participant: CallParticipant) => void;
  onParticipantStoppedScreenShare?: (participant: CallParticipant) => void;
  onDominantSpeakerChanged?: (participant: CallParticipant) => void;
  /** This page's own microphone, by whomever. */
  onAudioMuted?: () => void;
  onAudioUnMuted?: () => void;
  /** This page's own camera, by whomever. */
  onVideoPaused?: () => void;
  onVideoResumed?: () => void;
  onAudioInputDeviceChanged?: (device: MediaDeviceInfo) => void;
  onAudioOutputDeviceChanged?: (device: MediaDeviceInfo) => void;
  onVideoInputDeviceChanged?: (device: MediaDeviceInfo) => void;
  onAudioInputDevicesChanged?: (devices: MediaDeviceInfo[]) => void;
  onAudioOutputDevicesChanged?: (devices: MediaDeviceInfo[]) => void;
  onVideoInputDevicesChanged?: (devices: MediaDeviceInfo[]) => void;
  onLeaveSessionButtonClicked?: () => void;
  onToggleAudioButtonClicked?: () => void;
  onToggleVideoButtonClicked?: () => void;
  onScreenShareButtonClicked?: () => void;
  /** As `setLayout` and `setMode` say it: DEFAULT is the layout with a sidebar. */
  onCallLayoutChanged?: (layout: CallMode) => void;
}
