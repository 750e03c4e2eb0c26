/** Pages move elements, and frameworks take them out for a moment: gone is what was missing three times in a row. */
const LOOK_EVERY_MS = 1_000;
const MISSING_LOOKS = 3;

/** Notices that an element was taken out of the page for good. One that was never in the page is not missed. */
export class Presence {
  readonly #element: Element;
  readonly #onGone: () => void;
  readonly #timer: ReturnType<typeof setInterval>;
  #wasThere = false;
  #missing = 0;

  constructor(element: Element, onGone: () => void) {
    this.#element = element;
    this.#onGone = onGone;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  remove(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    this.#missing = this.#element.isConnected ? 0 : this.#missing + 1;
    this.#wasThere ||= this.#missing === 0;
    if (!this.#wasThere || this.#missing < MISSING_LOOKS) return;
    this.remove();
    this.#onGone();
  }
}
