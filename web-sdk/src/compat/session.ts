import { readCallToken } from '../api/call-token';
import type { TrackKind } from '../api/wire';
import { asCallException, CallException, invalidArgument } from '../core/errors';
import { ActiveCall } from './active-call';
import { type CallSettings, type CallSettingsValues, checkCallSettings } from './call-settings';
import { Listeners } from './listeners';
import { base, control, page } from './page';
import { checkPresenterSettings, type PresenterSettings } from './presenter-settings';
import { callSettings, type SessionSettings } from './session-settings';

export type JoinResult = { data: { sessionId: string }; error?: never } | { data?: never; error: CallException };

/** Into a session, and out of it. */
export const session = {
  /**
   * Joins a session and shows it inside `element`; resolves when the server let us in. One call at a time runs in a page.
   *
   * When the call cannot be established and a listener has `onError`, the error goes there and the promise resolves; without one
   * the promise rejects. Wrong settings or a wrong element always reject.
   */
  async startSession(callToken: string, callSettings: CallSettings, element: HTMLElement | null): Promise<void> {
    checkCallSettings(callSettings);
    await joinOrTell(callToken, callSettings, element);
  },

  /** As {@link startSession}; who is no presenter by the settings sends nothing. */
  async joinPresentation(
    callToken: string,
    presenterSettings: PresenterSettings,
    element: HTMLElement | null,
  ): Promise<void> {
    checkPresenterSettings(presenterSettings);
    await joinOrTell(callToken, presenterSettings, element);
  },

  /** As {@link startSession}, with plain settings. Never rejects: what went wrong is the result's `error`. */
  async joinSession(
    callToken: string,
    settings: SessionSettings | CallSettings,
    element: HTMLElement | null,
  ): Promise<JoinResult> {
    try {
      const { values } = callSettings(settings);
      checkElement(element);
      await join(callToken, values, element, new Listeners(page.named, values.listener));
      return { data: { sessionId: readCallToken(callToken).sessionId } };
    } catch (thrown) {
      return { error: asCallException(thrown) };
    }
  },

  /** Leaves the call and releases devices, connections and the view. Without a call it does nothing. */
  endSession(): void {
    page.active?.end();
  },

  /** The same as {@link endSession}. */
  leaveSession(): void {
    page.active?.end();
  },

  /** Ends the call for everybody: for moderators, and in calls of two; `onError` hears when the server refuses. */
  endSessionForAll(): void {
    control((call) => call.endForAll());
  },
} as const;

function checkElement(element: unknown): asserts element is HTMLElement {
  if (!(element instanceof HTMLElement)) throw invalidArgument('Pass the element that shows the call.');
}

async function joinOrTell(callToken: string, { values }: CallSettings, element: HTMLElement | null): Promise<void> {
  checkElement(element);
  const listeners = new Listeners(page.named, values.listener);
  try {
    await join(callToken, values, element, listeners);
  } catch (thrown) {
    if (!(thrown instanceof CallException) || !listeners.hearsErrors) throw thrown;
    listeners.tell('onError', thrown);
  }
}

async function join(
  callToken: string,
  values: Readonly<CallSettingsValues>,
  element: HTMLElement,
  listeners: Listeners,
): Promise<void> {
  const read = readCallToken(callToken);
  const claims = values.presents ? read : { ...read, publishes: new Set<TrackKind>() };
  if (page.active !== undefined) {
    const message = 'A call runs in this page already. End it with endSession() first.';
    throw new CallException({ code: 'ERROR_SESSION_IN_PROGRESS', message });
  }
  const { audioOnly, startAudioMuted: startMuted, startVideoMuted: startPaused, iceTransportPolicy } = values;
  const idlePeriod = secondsAlone(values.idleTimeoutPeriod);
  const how = { audioOnly, startMuted, startPaused, idlePeriod, iceTransportPolicy };
  const options = { base: base(), token: callToken, claims, ...how };
  const call = new ActiveCall(options, values, element, listeners, () => {
    if (page.active === call) page.active = undefined;
  });
  page.active = call;
  await call.start();
}

/** As the server takes it: whole seconds, a day at most. */
function secondsAlone(wanted: number): number {
  return Math.min(86_400, Math.max(1, Math.round(wanted)));
}
