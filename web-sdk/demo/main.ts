import { CallException, DirectCalls } from '@direct-call/web-sdk';
import { authTokenFor } from './app-server';
import { noteError, noteEvent } from './debug';
import { find, showLobby, showProblem, showRoom } from './page';

interface Wish {
  name: string;
  session: string;
  audioOnly: boolean;
}

const query = new URLSearchParams(location.search);
const form = find('join', HTMLFormElement);
const nameField = find('name', HTMLInputElement);
const sessionField = find('session', HTMLInputElement);
const audioField = find('audio', HTMLInputElement);

nameField.value = query.get('name') ?? localStorage.getItem('name') ?? '';
sessionField.value = query.get('session') ?? `room-${Math.random().toString(36).slice(2, 7)}`;
audioField.checked = query.get('audio') === '1';

form.addEventListener('submit', (event) => {
  event.preventDefault();
  localStorage.setItem('name', nameField.value);
  join({ name: nameField.value.trim(), session: sessionField.value, audioOnly: audioField.checked });
});

/** Seconds that one may be alone in the call; as the SDK says when it is not given. */
const idle = Number(query.get('idle') ?? 0);

// For tests and for links that go straight in: ?session=S&name=N&auto=1
if (query.get('auto') === '1') form.requestSubmit();

function join(wish: Wish): void {
  const button = find('submit', HTMLButtonElement);
  button.disabled = true;
  showProblem('');
  enter(wish)
    .catch((thrown: unknown) => {
      if (thrown instanceof CallException) noteError(thrown);
      showLobby(thrown instanceof Error ? thrown.message : String(thrown), true);
    })
    .finally(() => (button.disabled = false));
}

/** The whole way into a call. An application's page gets the auth token from its own server. */
async function enter({ name, session, audioOnly }: Wish): Promise<void> {
  const appSettings = new DirectCalls.CallAppSettingsBuilder()
    .setAppId('demo')
    .setRegion('local')
    .setHost(`${location.origin}/v3/`)
    .build();
  await DirectCalls.init(appSettings);
  const authToken = await authTokenFor(name);
  const { token } = await DirectCalls.generateToken(session, authToken);
  const builder = new DirectCalls.CallSettingsBuilder().setIsAudioOnlyCall(audioOnly);
  const callSettings = (idle > 0 ? builder.setIdleTimeoutPeriod(idle) : builder).build();
  const element = showRoom(session, audioOnly);
  await DirectCalls.startSession(token, callSettings, element);
  noteEvent('sessionStarted');
}

DirectCalls.addCallEventListener('demo', {
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
  onCallEnded: () => {
    noteEvent('onCallEnded');
    // When only the other one of two left, the view stays: the link may bring somebody back.
    if (find('call', HTMLElement).childElementCount === 0) showLobby('The call is over.', false);
  },
  onError: (error) => {
    noteError(error);
    showProblem(error.message);
    if (find('call', HTMLElement).childElementCount === 0) showLobby(error.message, true);
  },
});
