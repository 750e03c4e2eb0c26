import type { CallException } from '../core/errors';
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

/** What the SDK tells the application. Every callback is optional; one that throws does not disturb the call. */
export interface CallCallbacks {
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
   * The call was ended for all, this page's user was taken out or pressed the leave button; the view is gone then. Also when the
   * other one of a call of two leaves: the view then stays, and the application decides whether to call `endSession()`.
   */
  onCallEnded?: () => void;
  /** This page was alone in the call for too long, and nobody pressed "Stay": the call is over, `onCallEnded` follows. */
  onSessionTimeout?: () => void;
  /** The audio call goes on as a video call. */
  onCallSwitchedToVideo?: (event: SwitchedToVideoEvent) => void;
  onError?: (error: CallException) => void;
}

/**
 * Callbacks that existing code may pass and that this version never calls. They are named so that such code compiles.
 */
export interface UnusedCallbacks {
  onMediaDeviceListUpdated?: (devices: Record<string, MediaDeviceInfo[]>) => void;
  onAudioModesUpdated?: (modes: unknown[]) => void;
}

export type CallListener = CallCallbacks & UnusedCallbacks;

/** Wraps callbacks, as the guide's samples do; a plain object is just as good. */
export class OngoingCallListener implements CallListener {
  declare onUserJoined?: NonNullable<CallListener['onUserJoined']>;
  declare onUserLeft?: NonNullable<CallListener['onUserLeft']>;
  declare onUserListUpdated?: NonNullable<CallListener['onUserListUpdated']>;
  declare onUserMuted?: NonNullable<CallListener['onUserMuted']>;
  declare onUserUnMuted?: NonNullable<CallListener['onUserUnMuted']>;
  declare onScreenShareStarted?: NonNullable<CallListener['onScreenShareStarted']>;
  declare onScreenShareStopped?: NonNullable<CallListener['onScreenShareStopped']>;
  declare onCallEndButtonPressed?: NonNullable<CallListener['onCallEndButtonPressed']>;
  declare onCallEnded?: NonNullable<CallListener['onCallEnded']>;
  declare onSessionTimeout?: NonNullable<CallListener['onSessionTimeout']>;
  declare onCallSwitchedToVideo?: NonNullable<CallListener['onCallSwitchedToVideo']>;
  declare onError?: NonNullable<CallListener['onError']>;

  constructor(callbacks: CallListener) {
    Object.assign(this, callbacks);
  }
}
