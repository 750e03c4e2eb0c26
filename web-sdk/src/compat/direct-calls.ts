import { readCallToken } from '../api/call-token';
import { requestCallToken } from '../api/tokens';
import { CallException, invalidArgument } from '../core/errors';
import type { CallStats } from '../media/stats';
import { ActiveCall } from './active-call';
import { CallAppSettings, CallAppSettingsBuilder, checkAppSettings } from './app-settings';
import { CALL_MODE, type CallMode, CallSettings, CallSettingsBuilder, checkCallSettings } from './call-settings';
import { type CallListener, OngoingCallListener } from './listener';
import { deviceControls } from './device-controls';
import { Listeners } from './listeners';
import { MainVideoContainerSetting } from './main-video';
import { attempt, base, checkText, control, page } from './page';

/** As the guide says. */
const DEFAULT_IDLE_S = 180;

/** Calls in a web page. Every method that returns a promise rejects with a {@link CallException}. */
export const DirectCalls = {
  CALL_MODE,
  CallAppSettings,
  CallAppSettingsBuilder,
  CallSettings,
  CallSettingsBuilder,
  MainVideoContainerSetting,
  OngoingCallListener,

  ...deviceControls,

  /** Says which installation to use; needed once, before anything else. Rejects with INVALID_CALL_APP_SETTINGS. */
  init(settings: CallAppSettings): Promise<void> {
    return attempt(() => {
      checkAppSettings(settings);
      page.appSettings = settings;
    });
  },

  /**
   * Gets the token that opens a session for a user. Rejects with INVALID_ARGUMENT_EXCEPTION, API_ERROR (the server's own code is in
   * `errorCode`) or UNKNOWN_API_ERROR (the server was not reached).
   */
  generateToken(sessionId: string, authToken: string): Promise<{ token: string }> {
    return attempt(() => {
      checkText(sessionId, 'Pass the id of the session.');
      checkText(authToken, 'Pass the auth token of the user.');
      return requestCallToken(base(), sessionId, authToken);
    });
  },

  /**
   * Joins a session and shows it inside `element`; resolves when the server let us in. One call at a time runs in a page.
   *
   * When the call cannot be established and a listener has `onError`, the error goes there and the promise resolves; without one
   * the promise rejects. Wrong settings or a wrong element always reject.
   */
  async startSession(callToken: string, callSettings: CallSettings, element: HTMLElement | null): Promise<void> {
    checkCallSettings(callSettings);
    if (!(element instanceof HTMLElement)) throw invalidArgument('Pass the element that shows the call.');
    const listeners = new Listeners(page.named, callSettings.values.listener);
    try {
      await join(callToken, callSettings, element, listeners);
    } catch (thrown) {
      if (!(thrown instanceof CallException) || !listeners.hearsErrors) throw thrown;
      listeners.tell('onError', thrown);
    }
  },

  /** Leaves the call and releases devices, connections and the view. Without a call it does nothing. */
  endSession(): void {
    page.active?.end();
  },

  muteAudio(mute = true): void {
    control((call) => call.setMuted(mute));
  },

  pauseVideo(pause = true): void {
    control((call) => call.setPaused(pause));
  },

  /** Browsers allow it only in answer to a click or a key. */
  startScreenShare(): void {
    control((call) => call.setSharing(true));
  },

  stopScreenShare(): void {
    control((call) => call.setSharing(false));
  },

  /** In an audio call: asks the others to go on with video, or agrees with whoever asked. Cameras of others stay off. */
  switchToVideoCall(): void {
    control((call) => call.switchToVideo());
  },

  /** Mutes somebody else; `onError` hears when the server does not allow it. @param id of a {@link CallParticipant} */
  muteParticipant(id: string): void {
    checkText(id, 'Pass the id of the participant.');
    control((call) => call.turnOff(id, { audioMuted: true }));
  },

  /** Turns somebody else's camera off; as {@link muteParticipant}. */
  pauseParticipantVideo(id: string): void {
    checkText(id, 'Pass the id of the participant.');
    control((call) => call.turnOff(id, { videoPaused: true }));
  },

  /** Changes the look of the running call. Throws INVALID_ARGUMENT_EXCEPTION for a mode that is none of `CALL_MODE`. */
  setMode(mode: CallMode): void {
    if (!Object.values(CALL_MODE).includes(mode)) throw invalidArgument('Pass a mode of CALL_MODE.');
    control((call) => call.setMode(mode));
  },

  /** Adds a listener for this and all later calls; one of the same name is replaced. */
  addCallEventListener(name: string, listener: CallListener): void {
    page.named.add(name, listener);
  },

  removeCallEventListener(name: string): void {
    page.named.remove(name);
  },

  /** Figures of the running call for finding out why it is poor; `undefined` without a call. */
  async getCallStats(): Promise<CallStats | undefined> {
    return page.active?.call.stats();
  },
} as const;

async function join(
  callToken: string,
  { values }: CallSettings,
  element: HTMLElement,
  listeners: Listeners,
): Promise<void> {
  const claims = readCallToken(callToken);
  if (page.active !== undefined) {
    const message = 'A call runs in this page already. End it with endSession() first.';
    throw new CallException({ code: 'ERROR_SESSION_IN_PROGRESS', message });
  }
  const { audioOnly, startAudioMuted: startMuted, startVideoMuted: startPaused, idleTimeoutPeriod } = values;
  const idlePeriod = secondsAlone(idleTimeoutPeriod);
  const options = { base: base(), token: callToken, claims, audioOnly, startMuted, startPaused, idlePeriod };
  const call = new ActiveCall(options, values, element, listeners, () => {
    if (page.active === call) page.active = undefined;
  });
  page.active = call;
  await call.start();
}

/** As the server takes it: whole seconds, a day at most. */
function secondsAlone(wanted: number): number {
  return Number.isFinite(wanted) ? Math.min(86_400, Math.max(1, Math.round(wanted))) : DEFAULT_IDLE_S;
}
