import { ControlButton } from './control-button';
import { element } from './dom';
import type { IconName } from './icons';

/** Things of which one is chosen. */
export interface MenuGroup {
  /** Above the group, when the menu has several. */
  heading?: string;
  items: readonly { text: string; checked: boolean; choose: () => void }[];
}

/** A button that opens a menu of choices: arrows move, Escape closes. */
export class Menu {
  readonly #button = new ControlButton(() => (this.#menu.hidden ? this.#open() : this.#close()));
  readonly #menu = element('div', { class: 'menu', role: 'menu', hidden: true });
  readonly root = element('div', { class: 'choice' }, this.#button.root, this.#menu);
  readonly #icon: IconName;
  readonly #label: string;
  #shown = '';
  #items: HTMLElement[] = [];

  constructor(icon: IconName, label: string) {
    this.#icon = icon;
    this.#label = label;
    this.#menu.setAttribute('aria-label', label);
    this.#button.root.setAttribute('aria-haspopup', 'menu');
    this.#button.root.setAttribute('aria-expanded', 'false');
    this.root.addEventListener('keydown', (event) => this.#onKey(event));
    this.root.addEventListener('focusout', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.root.contains(relatedTarget))) this.#close();
    });
  }

  show(visible: boolean, groups: readonly MenuGroup[]): void {
    this.root.hidden = !visible;
    this.#button.show(visible, { icon: this.#icon, label: this.#label, off: false });
    // Drawing anew takes the focus away, so it is done only for something new.
    const wanted = JSON.stringify(groups);
    if (wanted === this.#shown) return;
    this.#shown = wanted;
    const hadFocus = this.#items.some((one) => one.matches(':focus'));
    this.#items = [];
    this.#menu.replaceChildren(...groups.map((group) => this.#draw(group)));
    if (hadFocus) this.#focusChecked();
  }

  #draw({ heading, items }: MenuGroup): HTMLElement {
    const group = element('div', { role: 'group' });
    if (heading !== undefined) {
      group.setAttribute('aria-label', heading);
      group.append(element('p', { class: 'heading', 'aria-hidden': 'true' }, heading));
    }
    for (const { text, checked, choose } of items) {
      const item = element(
        'button',
        { type: 'button', role: 'menuitemradio', tabindex: '-1', 'aria-checked': String(checked) },
        text,
      );
      item.addEventListener('click', () => {
        choose();
        this.#close();
        this.#button.root.focus();
      });
      this.#items.push(item);
      group.append(item);
    }
    return group;
  }

  #open(): void {
    this.#menu.hidden = false;
    this.#button.root.setAttribute('aria-expanded', 'true');
    this.#focusChecked();
  }

  #focusChecked(): void {
    (this.#items.find((one) => one.ariaChecked === 'true') ?? this.#items[0])?.focus();
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
