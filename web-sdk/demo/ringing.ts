import { type Call, DirectCall, DirectCalls } from '@direct-call/web-sdk';
import { logIn } from './call';
import { noteEvent } from './debug';
import type { Home, Wish } from './home';
import { copyOnClick, find, wordsOf } from './page';

/** What became of a call that nobody took. */
const OUTCOMES: Readonly<Record<string, string>> = {
  rejected: 'declined the call.',
  busy: 'is in another call.',
  unanswered: 'did not answer.',
};

/** Calls to a user, without a link: the other one's page rings. */
export class Ringing {
  readonly #home: Home;
  readonly #enter: (wish: Wish) => void;
  readonly #callee = find('callee', HTMLInputElement);
  readonly #calling = find('calling', HTMLElement);
  readonly #news = find('ringing-news', HTMLElement);
  #listens = false;

  constructor(home: Home, enter: (wish: Wish) => void) {
    this.#home = home;
    this.#enter = enter;
    find('reach', HTMLButtonElement).addEventListener('click', () => this.#try(() => this.#reachable()));
    find('dial', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#try(() => this.#call());
    });
    find('hang-up', HTMLButtonElement).addEventListener('click', () => this.#try(() => this.#hangUp()));
    copyOnClick(find('copy-address', HTMLButtonElement), () => find('address', HTMLInputElement).value);
  }

  /** Not before somebody wants it: listening costs a connection, and browsers have six for a server. */
  #listen(): void {
    if (this.#listens) return;
    this.#listens = true;
    DirectCall.addCallListener('demo', {
      onIncomingCallReceived: (call) => noteEvent('onIncomingCallReceived', call.getCallInitiator()?.getUid()),
      onOutgoingCallAccepted: (call) => this.#join(call),
      onOutgoingCallRejected: (call) => {
        this.#calling.hidden = true;
        this.#say(`${call.getReceiverId()} ${OUTCOMES[call.getStatus() ?? ''] ?? 'did not take the call.'}`);
      },
      onCallEndedMessageReceived: (call) => noteEvent('onCallEndedMessageReceived', call.getSessionId()),
      onError: ({ message }) => this.#say(message),
    });
    DirectCall.showIncomingCalls(find('incoming', HTMLElement), (call) => this.#join(call));
    // Whoever leaves a call that rang ends it for the other one, too.
    DirectCalls.addCallEventListener('ringing', {
      onCallEndButtonPressed: () => this.#try(() => DirectCall.endCall()),
    });
  }

  async #reachable(): Promise<boolean> {
    const name = this.#home.name();
    if (name === undefined) return false;
    this.#listen();
    find('address', HTMLInputElement).value = await logIn(name);
    find('address-part', HTMLElement).hidden = false;
    find('reach', HTMLButtonElement).hidden = true;
    return true;
  }

  async #call(): Promise<void> {
    if (!(await this.#reachable())) return;
    const { CALL_TYPE, RECEIVER_TYPE } = DirectCall;
    const callee = this.#callee.value.trim();
    const type = this.#home.audioOnly ? CALL_TYPE.AUDIO : CALL_TYPE.VIDEO;
    find('calling-whom', HTMLElement).textContent = `Calling ${callee}…`;
    this.#calling.hidden = false;
    try {
      await DirectCall.initiateCall(new DirectCall.Call(callee, type, RECEIVER_TYPE.USER));
    } catch (thrown) {
      this.#calling.hidden = true;
      throw thrown;
    }
  }

  async #hangUp(): Promise<void> {
    await DirectCall.endCall();
    this.#calling.hidden = true;
  }

  #join(call: Call): void {
    const name = this.#home.name();
    this.#calling.hidden = true;
    if (name === undefined) return;
    this.#enter({ name, session: call.getSessionId(), audioOnly: call.getType() === 'audio' });
  }

  #say(text: string): void {
    this.#news.textContent = text;
  }

  #try(action: () => Promise<unknown>): void {
    this.#say('');
    action().catch((thrown: unknown) => this.#say(wordsOf(thrown)));
  }
}
