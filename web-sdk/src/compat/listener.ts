import type { CallException } from '../core/errors';
import type { CallEvents } from './call-events';
import type { CallParticipant } from './users';

export interface MutedEvent {
  muted: CallParticipant;
  /** Who muted; `null` when it was the application's server. */
  mutedBy: CallParticipant | null;
}

export interface SwitchedToVideoEvent {
  sessionId: string;
  /** Who asked for it; `null` when it was the application's server, or who has left. */
  initiator: CallParticipant | null;
  /** Who agreed; `null` when nobody had to. */
  responder: CallParticipant | null;
}

/** The devices of this machine; names are empty until the person has allowed one. */
export interface MediaDeviceList {
  audioInputDevices: MediaDeviceInfo[];
  audioOutputDevices: MediaDeviceInfo[];
  videoInputDevices: MediaDeviceInfo[];
}

/** A way to hear the call. */
export interface AudioMode {
  /** The name of the output. */
  mode: string;
  deviceId: string;
  isSelected: boolean;
}

/** What the SDK tells the application. Every callback is optional; one that throws does not disturb the call. */
export interface CallCallbacks extends CallEvents {
  /** Somebody else joined. */
  onUserJoined?: (user: CallParticipant) => void;
  /** Somebody else left. */
  onUserLeft?: (user: CallParticipant) => void;
  /** Who is in the call, this page's user included: after the join and at each change. */
  onUserListUpdated?: (users: CallParticipant[]) => void;
  /** Somebody's microphone was muted, this page's included. */
  onUserMuted?: (event: MutedEvent) => void;
  onUserUnMuted?: (user: CallParticipant) => void;
  onScreenShareStarted?: () => void;
  onScreenShareStopped?: () => void;
  /** The person pressed the leave button. The SDK leaves the call by itself. */
  onCallEndButtonPressed?: () => void;
  /**
   * The call was ended for all, this page's user was taken out or pressed the leave button, or the page took the call's element out
   * and did not put it back within two seconds; the view is gone then. Also when the
   * other one of a call of two leaves: the view then stays, and the application decides whether to call `endSession()`.
   */
  onCallEnded?: () => void;
  /** This page was alone in the call for too long, and nobody pressed "Stay": the call is over, `onCallEnded` follows. */
  onSessionTimeout?: () => void;
  /** The audio call goes on as a video call. */
  onCallSwitchedToVideo?: (event: SwitchedToVideoEvent) => void;
  /** A device was plugged in or out, and once after the call has opened its own. */
  onMediaDeviceListUpdated?: (devices: MediaDeviceList) => void;
  /** The outputs, or which of them is used, changed. */
  onAudioModesUpdated?: (modes: AudioMode[]) => void;
  onError?: (error: CallException) => void;
}

/** An object with some of the callbacks. */
export type CallListener = CallCallbacks;

/** Wraps callbacks, as the guide's samples do; a plain object is just as good. */
export type OngoingCallListener = CallListener;

/** Makes the class behind `new OngoingCallListener({...})`. */
export function holderOf<T extends object>(): new (callbacks: T) => T {
  // eslint-disable-next-line @typescript-eslint/no-extraneous-class -- only its constructor is wanted
  class CallbackHolder {
    constructor(callbacks: T) {
      Object.assign(this, callbacks);
    }
  }
  return CallbackHolder as new (callbacks: T) => T;
}

export const OngoingCallListener = /* @__PURE__ */ holderOf<CallListener>();
