import { type CallListener, DirectCall, DirectCalls } from '@direct-call/web-sdk';
import { authTokenFor } from './app-server';
import { type Choices, startsMuted, startsPaused, useInputs } from './choices';
import { noteError, noteEvent } from './debug';
import type { Wish } from './home';

let loggedIn: { name: string; uid: string } | undefined;

/** Who uses this page. An application's page gets the auth token from its own server. */
export async function logIn(name: string): Promise<string> {
  if (loggedIn?.name === name) return loggedIn.uid;
  const appSettings = new DirectCalls.CallAppSettingsBuilder()
    .setAppId('demo')
    .setRegion('local')
    .setHost(`${location.origin}/v3/`)
    .build();
  await DirectCalls.init(appSettings);
  const user = await DirectCall.login(await authTokenFor(name));
  loggedIn = { name, uid: user.getUid() };
  return loggedIn.uid;
}

/** What the page's address may ask for, beside the call. */
export interface Extras {
  /** Seconds that one may be alone; 0 for the SDK's own. */
  idle: number;
  /** Media by TURN servers only. */
  relay: boolean;
}

/** The whole way into a call. */
export async function enterCall(
  { name, session, audioOnly }: Wish,
  choices: Choices,
  element: HTMLElement,
  { idle, relay }: Extras,
): Promise<void> {
  await logIn(name);
  const { token } = await DirectCalls.generateToken(session);
  const builder = new DirectCalls.CallSettingsBuilder()
    .setIsAudioOnlyCall(audioOnly)
    .startWithAudioMuted(startsMuted(choices))
    .startWithVideoMuted(startsPaused(choices))
    .setIceTransportPolicy(relay ? 'relay' : 'all')
    .setCallListener(speakerListener(choices.speaker));
  const callSettings = (idle > 0 ? builder.setIdleTimeoutPeriod(idle) : builder).build();
  await DirectCalls.startSession(token, callSettings, element);
  useInputs(DirectCalls, choices);
  noteEvent('sessionStarted');
}

/** Outputs can be chosen once the call has read which there are. */
function speakerListener(speaker: string | undefined): CallListener {
  let wanted = speaker;
  return {
    onMediaDeviceListUpdated: () => {
      if (wanted !== undefined) DirectCalls.setAudioOutputDevice(wanted);
      wanted = undefined;
    },
  };
}

/** Listens to all calls of this page; `debug.ts` keeps what came for tests. */
export function listen(page: CallListener): void {
  DirectCalls.addCallEventListener('debug', {
    onUserJoined: (user) => noteEvent('onUserJoined', user),
    onUserLeft: (user) => noteEvent('onUserLeft', user),
    onUserListUpdated: (users) => noteEvent('onUserListUpdated', users),
    onUserMuted: (event) => noteEvent('onUserMuted', event),
    onUserUnMuted: (user) => noteEvent('onUserUnMuted', user),
    onScreenShareStarted: () => noteEvent('onScreenShareStarted'),
    onScreenShareStopped: () => noteEvent('onScreenShareStopped'),
    onCallSwitchedToVideo: (event) => noteEvent('onCallSwitchedToVideo', event),
    onCallEndButtonPressed: () => noteEvent('onCallEndButtonPressed'),
    onSessionTimeout: () => noteEvent('onSessionTimeout'),
    onCallEnded: () => noteEvent('onCallEnded'),
    onError: noteError,
  });
  DirectCalls.addCallEventListener('demo', page);
}
