import { element } from './dom';
import { icon, type IconName } from './icons';

export interface ButtonLook {
  icon: IconName;
  label: string;
  /** Drawn as switched off. */
  off: boolean;
  disabled?: boolean;
}

/** A round button with an icon; its label is read out and shown as a hint. */
export class ControlButton {
  readonly root = element('button', { type: 'button', class: 'button' });
  #look: ButtonLook | undefined;

  constructor(onClick: () => void) {
    this.root.addEventListener('click', onClick);
  }

  show(visible: boolean, look: ButtonLook): void {
    this.root.hidden = !visible;
    this.root.classList.toggle('off', look.off);
    this.root.disabled = look.disabled === true;
    if (this.#look?.icon === look.icon && this.#look.label === look.label) return;
    this.#look = look;
    this.root.setAttribute('aria-label', look.label);
    this.root.title = look.label;
    this.root.replaceChildren(icon(look.icon));
  }
}
