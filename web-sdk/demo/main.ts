import { CallException } from '@direct-call/web-sdk';
import { enterCall, listen } from './call';
import { noteError } from './debug';
import { Home, type Wish } from './home';
import { readQuery } from './invitation';
import { wordsOf } from './page';
import { Room } from './room';

const query = new URLSearchParams(location.search);
/** Seconds that one may be alone in the call; as the SDK says when it is not given. */
const idle = Number(query.get('idle') ?? 0);

const room = new Room();
const home = new Home(join);

listen({
  // When only the other one of two left, the view stays: the link may bring somebody back.
  onCallEnded: () => {
    if (room.isEmpty) home.show('The call is over.');
  },
  onError: ({ message }) => {
    room.tell(message);
    if (room.isEmpty) home.show(message);
  },
});

function join(wish: Wish): void {
  room.show(wish);
  enterCall(wish, room.element, idle).catch((thrown: unknown) => {
    if (thrown instanceof CallException) noteError(thrown);
    home.show(wordsOf(thrown));
  });
}

/** `?session=S` invites, and `&name=N&auto=1` goes straight in: for tests, and for people who were here before. */
function start(): void {
  const invitation = readQuery(location.search);
  const name = query.get('name') ?? localStorage.getItem('name');
  if (invitation === undefined) home.show();
  else if (name !== null && query.get('auto') === '1') join({ ...invitation, name });
  else home.showInvitation(invitation);
}

start();
