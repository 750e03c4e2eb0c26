import type { CallType } from '../api/wire';
import { showAvatar } from './avatar';
import { element } from './dom';
import { icon } from './icons';
import { filled, TEXTS } from './texts';
import { hueOf, initialsOf } from './tiles';

/** Somebody who calls. */
export interface Ringing {
  uid: string;
  name: string;
  avatar: string | undefined;
  type: CallType;
}

/**
 * Says who calls, and asks whether to take the call. It is read out and takes no focus: who is typing must not take a call by pressing
 * a key.
 */
export class IncomingCall {
  readonly #take = element('button', { type: 'button', class: 'take' });
  readonly #decline = element('button', { type: 'button', class: 'decline' }, icon('leave'), TEXTS.decline);
  readonly #what = element('p', { class: 'what' });
  readonly root: HTMLElement;

  constructor(ringing: Ringing, onTake: () => void, onDecline: () => void) {
    const { uid, name, avatar, type } = ringing;
    const portrait = element('div', { class: 'avatar', 'aria-hidden': 'true' });
    portrait.style.setProperty('--hue', String(hueOf(uid)));
    showAvatar(portrait, initialsOf(name), avatar);
    this.#what.textContent = type === 'video' ? TEXTS.incomingVideo : TEXTS.incomingAudio;
    this.#take.append(icon(type === 'video' ? 'camera' : 'microphone'), TEXTS.accept);
    this.root = element(
      'section',
      { class: 'incoming', role: 'alert', 'aria-label': filled(TEXTS.callFrom, { name }) },
      portrait,
      element('div', { class: 'who' }, element('p', { class: 'name' }, name), this.#what),
      element('div', { class: 'answers' }, this.#decline, this.#take),
    );
    this.#take.addEventListener('click', onTake);
    this.#decline.addEventListener('click', onDecline);
  }

  /** The answer is on its way. */
  wait(waits: boolean): void {
    this.#take.disabled = waits;
    this.#decline.disabled = waits;
  }

  /** The answer did not arrive, and the call still rings. */
  fail(): void {
    this.wait(false);
    this.#what.textContent = TEXTS.answerFailed;
  }
}
