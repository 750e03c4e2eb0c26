import { CallException, DirectCalls } from '@direct-call/web-sdk';
import { enterCall, listen } from './call';
import { AS_IT_COMES, type Choices } from './choices';
import { noteError } from './debug';
import { Home, type Wish } from './home';
import { linkTo, readQuery } from './invitation';
import { wordsOf } from './page';
import { PreJoin } from './prejoin';
import { Ringing } from './ringing';
import { Room } from './room';
import { Summary } from './summary';

const query = new URLSearchParams(location.search);
/** Seconds that one may be alone in the call; as the SDK says when it is not given. */
const idle = Number(query.get('idle') ?? 0);

/** `&relay=1`: media by TURN servers only, to see that they work. */
const relay = query.get('relay') === '1';

const room = new Room();
const home = new Home(prepare);
const preJoin = new PreJoin(join, goHome);
const read = (session: string) => DirectCalls.getCallDetails(session);
const summary = new Summary({ read, onAgain: prepare, onHome: goHome });

let current: Wish | undefined;
let ending = '';
new Ringing(home, (wish) => join(wish, AS_IT_COMES));

listen({
  onCallEndButtonPressed: () => (ending = 'You left the call'),
  onSessionTimeout: () => (ending = 'The call ended, as you were alone'),
  // When only the other one of two left, the view stays: the link may bring somebody back.
  onCallEnded: () => {
    if (room.isEmpty && current !== undefined) summary.show(current, ending);
  },
  onError: ({ code, message }) => {
    if (code === 'ERROR_REMOVED_FROM_CALL') ending = message;
    room.tell(message);
    if (room.isEmpty) home.show(message);
  },
});

/** From here on the page's address is the link to the call. */
function prepare(wish: Wish): void {
  history.replaceState(null, '', linkTo(wish));
  preJoin.show(wish);
}

function goHome(): void {
  history.replaceState(null, '', location.pathname);
  home.show();
}

function join(wish: Wish, choices: Choices): void {
  current = wish;
  ending = 'The call is over';
  room.show(wish);
  enterCall(wish, choices, room.element, { idle, relay }).catch((thrown: unknown) => {
    if (thrown instanceof CallException) noteError(thrown);
    home.show(wordsOf(thrown));
  });
}

/** `?session=S` invites, and `&name=N&auto=1` goes straight in: for tests, and for people who were here before. */
function start(): void {
  const invitation = readQuery(location.search);
  const name = query.get('name') ?? localStorage.getItem('name') ?? '';
  if (invitation === undefined) home.show();
  else if (name === '') home.showInvitation(invitation);
  else if (query.get('auto') === '1') join({ ...invitation, name }, AS_IT_COMES);
  else prepare({ ...invitation, name });
}

start();
