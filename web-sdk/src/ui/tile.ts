import { element, setText } from './dom';
import { icon } from './icons';
import type { Rect } from './layout';
import { Picture } from './picture';
import type { TileModel } from './tiles';

/** The element of one tile. */
export class Tile {
  readonly root = element('div', { class: 'tile', role: 'group' });
  readonly #avatar = element('div', { class: 'avatar', 'aria-hidden': 'true' });
  readonly #label = element('div', { class: 'label', 'aria-hidden': 'true' });
  readonly #name = element('span', { class: 'name' });
  readonly #badge = element('span', { class: 'badge' }, icon('microphoneOff'));
  readonly #picture: Picture;
  #shown: TileModel | undefined;

  /** @param onFirstFrame the tile shows a picture for the first time */
  constructor(onFirstFrame: () => void) {
    this.#label.append(this.#badge, this.#name);
    this.root.append(this.#avatar, this.#label);
    // The avatar stays in front until the first frame is there, so that nobody is a black box.
    this.#picture = new Picture(this.root, () => {
      if (this.#shown?.own === false) onFirstFrame();
    });
  }

  show(model: TileModel): void {
    const before = this.#shown;
    this.#shown = model;
    const { classList } = this.root;
    classList.toggle('screen', model.kind === 'screen');
    classList.toggle('speaking', model.speaking);
    classList.toggle('lost', model.lost);
    classList.toggle('mirrored', model.mirrored);
    this.root.setAttribute('aria-label', model.description);
    this.root.style.setProperty('--hue', String(model.hue));
    this.#badge.hidden = !model.muted;
    setText(this.#name, model.label);
    if (before?.avatar !== model.avatar || before?.initials !== model.initials) this.#showAvatar(model);
    if (before?.video !== model.video) this.#picture.show(model.video);
  }

  /** @param rect undefined for a tile that is not shown */
  place(rect: Rect | undefined): void {
    this.root.hidden = rect === undefined;
    if (rect === undefined) return;
    for (const side of ['left', 'top', 'width', 'height'] as const) this.root.style[side] = `${rect[side]}px`;
  }

  remove(): void {
    this.#picture.show(null);
    this.root.remove();
  }

  #showAvatar(model: TileModel): void {
    this.#avatar.replaceChildren(model.initials);
    if (model.avatar === undefined) return;
    const picture = element('img', { src: model.avatar, alt: '', referrerpolicy: 'no-referrer' });
    picture.addEventListener('error', () => this.#avatar.replaceChildren(model.initials));
    this.#avatar.replaceChildren(picture);
  }
}
