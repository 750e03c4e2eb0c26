import { element, setText } from './dom';
import { filled, TEXTS } from './texts';

/** Asks whether to go on with video, as somebody else wishes. */
export class VideoPrompt {
  readonly #text = element('p', {});
  readonly #accept = element('button', { type: 'button', class: 'stay' }, TEXTS.accept);
  readonly #decline = element('button', { type: 'button', class: 'stay later' }, TEXTS.notNow);
  readonly root = element(
    'div',
    { class: 'ask', role: 'alertdialog', 'aria-label': TEXTS.switchToVideo, hidden: true },
    element('h2', {}, TEXTS.switchToVideo),
    this.#text,
    this.#accept,
    this.#decline,
  );

  constructor(onAccept: () => void, onDecline: () => void) {
    this.#accept.addEventListener('click', onAccept);
    this.#decline.addEventListener('click', onDecline);
  }

  /** @param name of the person who asks; undefined when nobody does */
  show(name: string | undefined): void {
    const wasHidden = this.root.hidden;
    this.root.hidden = name === undefined;
    if (name === undefined) return;
    setText(this.#text, filled(TEXTS.wantsVideo, { name }));
    if (wasHidden) this.#accept.focus();
  }
}
