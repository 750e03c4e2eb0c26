import { isPassing } from '../api/http';
import { invalidArgument } from '../core/errors';
import { element as made } from '../ui/dom';
import { IncomingCall } from '../ui/incoming-call';
import { INCOMING_CSS } from '../ui/incoming-styles';
import { shadowOf } from '../ui/shadow';
import { chooseTexts, LANGUAGE } from '../ui/texts';
import { page } from './page';
import { listen, ringing, unlisten } from './ringing';
import { type Call, CALL_STATUS } from './ringing-call';

/** A view of the calls that come in, for applications that have none of their own. */
export const incomingCalls = {
  /**
   * Shows inside `element` who calls the user who is logged in, with buttons to take the call or not. Nothing is there while nobody calls.
   *
   * @param onAccepted the person took the call: join its session now
   * @returns takes the view away
   */
  showIncomingCalls(element: HTMLElement, onAccepted: (call: Call) => void): () => void {
    if (!(element instanceof HTMLElement)) throw invalidArgument('Pass the element that shows who calls.');
    if (typeof onAccepted !== 'function') throw invalidArgument('Pass what is to happen when a call was taken.');
    const view = new IncomingCalls(element, onAccepted);
    return () => view.remove();
  },
} as const;

class IncomingCalls {
  readonly #host = made('div', { class: 'direct-call-incoming' });
  readonly #list = made('div', { class: 'calls' });
  readonly #id = Symbol('incoming calls');
  readonly #cards = new Map<string, IncomingCall>();
  readonly #onAccepted: (call: Call) => void;

  constructor(parent: HTMLElement, onAccepted: (call: Call) => void) {
    this.#onAccepted = onAccepted;
    shadowOf(this.#host, INCOMING_CSS).append(this.#list);
    parent.append(this.#host);
    listen(this.#id, {
      onIncomingCallReceived: (call) => this.#show(call),
      onIncomingCallCancelled: (call) => this.#hide(call.getSessionId()),
      onCallEndedMessageReceived: (call) => this.#hide(call.getSessionId()),
    });
  }

  remove(): void {
    unlisten(this.#id);
    this.#host.remove();
  }

  #show(call: Call): void {
    // The words of a call that runs are the application's choice.
    if (page.active === undefined) chooseTexts(undefined, {});
    this.#list.lang = LANGUAGE;
    const caller = call.getCallInitiator();
    const card = new IncomingCall(
      {
        uid: caller?.getUid() ?? '',
        name: caller?.getName() ?? '',
        avatar: caller?.getAvatar(),
        type: call.getType(),
      },
      () => void this.#take(call),
      () => void this.#answer(call, () => ringing.rejectCall(call.getSessionId(), CALL_STATUS.REJECTED)),
    );
    this.#hide(call.getSessionId());
    this.#cards.set(call.getSessionId(), card);
    this.#list.append(card.root);
  }

  async #take(call: Call): Promise<void> {
    const taken = await this.#answer(call, () => ringing.acceptCall(call.getSessionId()));
    if (taken === undefined) return;
    try {
      this.#onAccepted(taken);
    } catch (thrown) {
      reportError(thrown);
    }
  }

  /** What the server refuses rings no more; what did not reach it can be tried again. Never rejects. */
  async #answer(call: Call, send: () => Promise<Call>): Promise<Call | undefined> {
    const card = this.#cards.get(call.getSessionId());
    card?.wait(true);
    try {
      const answered = await send();
      this.#hide(call.getSessionId());
      return answered;
    } catch (thrown) {
      if (isPassing(thrown)) card?.fail();
      else this.#hide(call.getSessionId());
      return undefined;
    }
  }

  #hide(sessionId: string): void {
    this.#cards.get(sessionId)?.root.remove();
    this.#cards.delete(sessionId);
  }
}
