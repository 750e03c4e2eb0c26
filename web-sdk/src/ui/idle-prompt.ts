import { element, setText } from './dom';
import { filled, TEXTS } from './texts';

/** Asks who is alone whether to stay, and counts the seconds until the call ends. */
export class IdlePrompt {
  readonly #text = element('p', {});
  readonly #stay = element('button', { type: 'button', class: 'stay' }, TEXTS.stay);
  readonly root = element(
    'div',
    { class: 'prompt', role: 'alertdialog', 'aria-label': TEXTS.stillThere, hidden: true },
    element('h2', {}, TEXTS.stillThere),
    this.#text,
    this.#stay,
  );
  #endsAt: number | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(onStay: () => void) {
    this.#stay.addEventListener('click', onStay);
  }

  /** @param endsAt by this page's clock, in milliseconds; undefined when there is nothing to ask */
  show(endsAt: number | undefined): void {
    if (endsAt === this.#endsAt) return;
    this.#endsAt = endsAt;
    clearInterval(this.#timer);
    this.root.hidden = endsAt === undefined;
    if (endsAt === undefined) return;
    this.#count(endsAt);
    this.#timer = setInterval(() => this.#count(endsAt), 1_000);
    this.#stay.focus();
  }

  #count(endsAt: number): void {
    const seconds = Math.max(0, Math.round((endsAt - Date.now()) / 1_000));
    setText(this.#text, filled(TEXTS.endsIn, { seconds }));
  }

  remove(): void {
    clearInterval(this.#timer);
  }
}
