import { ControlButton } from './control-button';
import { element } from './dom';
import { CALL_MODE, type CallMode } from './layout';
import { TEXTS } from './texts';

const MODES = [
  [CALL_MODE.DEFAULT, 'layoutDefault'],
  [CALL_MODE.SPOTLIGHT, 'layoutSpotlight'],
  [CALL_MODE.TILE, 'layoutTile'],
] as const;

/** The button that changes the layout, and its menu: arrows move, Escape closes. */
export class ModeMenu {
  readonly #button = new ControlButton(() => (this.#menu.hidden ? this.#open() : this.#close()));
  readonly #menu = element('div', { class: 'menu', role: 'menu', 'aria-label': TEXTS.changeLayout, hidden: true });
  readonly root = element('div', { class: 'mode' }, this.#button.root, this.#menu);
  readonly #items: HTMLElement[];

  constructor(onMode: (mode: CallMode) => void) {
    this.#items = MODES.map(([mode, text]) => {
      const item = element('button', { type: 'button', role: 'menuitemradio', tabindex: '-1' }, TEXTS[text]);
      item.addEventListener('click', () => {
        onMode(mode);
        this.#close();
        this.#button.root.focus();
      });
      return item;
    });
    this.#menu.append(...this.#items);
    this.#button.root.setAttribute('aria-haspopup', 'menu');
    this.#button.root.setAttribute('aria-expanded', 'false');
    this.root.addEventListener('keydown', (event) => this.#onKey(event));
    this.root.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.root.contains(relatedTarget))) this.#close();
    });
  }

  show(visible: boolean): void {
    this.root.hidden = !visible;
    this.#button.show(visible, { icon: 'layout', label: TEXTS.changeLayout, off: false });
  }

  setMode(mode: CallMode): void {
    for (const [index, item] of this.#items.entries())
      item.setAttribute('aria-checked', String(MODES[index]?.[0] === mode));
  }

  #open(): void {
    this.#menu.hidden = false;
    this.#button.root.setAttribute('aria-expanded', 'true');
    this.#items.find((one) => one.ariaChecked === 'true')?.focus();
  }

  #close(): void {
    this.#menu.hidden = true;
    this.#button.root.setAttribute('aria-expanded', 'false');
  }

  #onKey(event: KeyboardEvent): void {
    if (this.#menu.hidden) return;
    if (event.key === 'Escape') {
      this.#close();
      this.#button.root.focus();
    }
    const next = this.#target(event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  #target(key: string): HTMLElement | undefined {
    const count = this.#items.length;
    const at = this.#items.findIndex((one) => one.matches(':focus'));
    switch (key) {
      case 'ArrowDown':
        return this.#items[(at + 1) % count];
      case 'ArrowUp':
        return this.#items[(Math.max(at, 0) + count - 1) % count];
      case 'Home':
        return this.#items[0];
      case 'End':
        return this.#items[count - 1];
      default:
        return undefined;
    }
  }
}
