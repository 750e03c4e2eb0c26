import { ControlButton } from './control-button';
import { TEXTS } from './texts';

/** The button that lets the call fill the screen, and back. */
export class FullScreen {
  readonly #button: ControlButton;
  readonly #host: HTMLElement;
  readonly #onChange = () => this.show(!this.root.hidden);

  /** @param host what is to fill the screen */
  constructor(host: HTMLElement) {
    this.#host = host;
    this.#button = new ControlButton(() => this.#toggle());
    this.root.classList.add('small');
    document.addEventListener('fullscreenchange', this.#onChange);
  }

  get root(): HTMLButtonElement {
    return this.#button.root;
  }

  /** Shown only where the browser allows it: a phone of Apple's does not, nor does a frame without the permission. */
  show(visible: boolean): void {
    const look = this.#isOn
      ? ({ icon: 'shrink', label: TEXTS.leaveFullScreen, off: false } as const)
      : ({ icon: 'expand', label: TEXTS.fullScreen, off: false } as const);
    this.#button.show(visible && document.fullscreenEnabled, look);
  }

  remove(): void {
    document.removeEventListener('fullscreenchange', this.#onChange);
    if (this.#isOn) this.#leave();
  }

  get #isOn(): boolean {
    // An application that has a shadow root itself sees the element there, not in the document.
    return (this.#host.getRootNode() as Document | ShadowRoot).fullscreenElement === this.#host;
  }

  #toggle(): void {
    if (this.#isOn) this.#leave();
    // Refused without a click, and when the person's settings forbid it: the call just stays as large as it was.
    else this.#host.requestFullscreen().catch(() => undefined);
  }

  #leave(): void {
    document.exitFullscreen().catch(() => undefined);
  }
}
