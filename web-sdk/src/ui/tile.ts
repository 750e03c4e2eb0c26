import { showAvatar } from './avatar';
import { element, setText } from './dom';
import { icon } from './icons';
import type { Rect } from './layout';
import { LABEL_COLOR, type MainLook, POSITION, type Position } from './main-look';
import { Picture } from './picture';
import { qualityText } from './texts';
import type { TileModel } from './tiles';

/** The element of one tile. */
export class Tile {
  readonly root = element('div', { class: 'tile', role: 'group' });
  readonly #avatar = element('div', { class: 'avatar', 'aria-hidden': 'true' });
  readonly #name = element('span', { class: 'name' });
  readonly #badge = element('span', { class: 'badge' }, icon('microphoneOff'));
  readonly #label = element('div', { class: 'label', 'aria-hidden': 'true' }, this.#badge, this.#name);
  readonly #hand = element('div', { class: 'hand', 'aria-hidden': 'true' }, icon('hand'));
  readonly #networkText = element('span', { class: 'name' });
  readonly #network = element('div', { class: 'label network', 'aria-hidden': 'true' }, icon('network'));
  readonly #corners = corners();
  readonly #picture: Picture;
  #shown: TileModel | undefined;
  #main: MainLook | undefined;

  /** @param onFrame the tile shows the first picture of a track; of this page's own or of somebody else */
  constructor(onFrame: (own: boolean) => void) {
    this.#network.append(this.#networkText);
    this.#corners['top-left'].append(this.#hand);
    this.root.append(
      this.#avatar,
      element('div', { class: 'edge top' }, this.#corners['top-left'], this.#corners['top-right']),
      element('div', { class: 'edge bottom' }, this.#corners['bottom-left'], this.#corners['bottom-right']),
    );
    this.#arrange();
    // The avatar stays in front until the first frame is there, so that nobody is a black box.
    this.#picture = new Picture(this.root, () => {
      if (this.#shown !== undefined) onFrame(this.#shown.own);
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
    this.#hand.hidden = !model.handRaised;
    setText(this.#name, model.label);
    this.#showNetwork();
    if (before?.avatar !== model.avatar || before?.initials !== model.initials)
      showAvatar(this.#avatar, model.initials, model.avatar);
    if (before?.video !== model.video) this.#picture.show(model.video);
  }

  /** @param rect undefined for a tile that is not shown */
  place(rect: Rect | undefined): void {
    this.root.hidden = rect === undefined;
    if (rect === undefined) return;
    for (const side of ['left', 'top', 'width', 'height'] as const) this.root.style[side] = `${rect[side]}px`;
  }

  /** @param look of the main tile; undefined for the others */
  setMain(look: MainLook | undefined): void {
    if (look === this.#main) return;
    this.#main = look;
    this.#arrange();
    this.#showNetwork();
  }

  /** Puts a button on the tile. */
  take(button: HTMLElement, position: Position): void {
    const corner = this.#corners[position];
    if (button.parentElement !== corner) corner.append(button);
  }

  remove(): void {
    this.#picture.show(null);
    this.root.remove();
  }

  #arrange(): void {
    const { classList, dataset } = this.root;
    classList.toggle('main', this.#main !== undefined);
    dataset['fit'] = this.#main?.aspectRatio ?? 'default';
    this.#corners[this.#main?.nameLabel.position ?? POSITION.BOTTOM_LEFT].prepend(this.#label);
    this.#corners[this.#main?.networkLabel.position ?? POSITION.TOP_RIGHT].prepend(this.#network);
    this.#label.hidden = this.#main?.nameLabel.visible === false;
    this.#label.style.backgroundColor = this.#main?.nameLabel.color ?? LABEL_COLOR;
  }

  /** Small tiles have room for bad news only, and no words for it. */
  #showNetwork(): void {
    const quality = this.#shown?.quality;
    const wanted = this.#main === undefined ? quality !== 'good' : this.#main.networkLabel.visible;
    this.#network.hidden = quality === undefined || !wanted;
    this.#network.dataset['quality'] = quality ?? '';
    setText(this.#networkText, quality === undefined || this.#main === undefined ? '' : qualityText(quality));
  }
}

function corners(): Record<Position, HTMLElement> {
  const corner = () => element('div', { class: 'corner' });
  return { 'top-left': corner(), 'top-right': corner(), 'bottom-left': corner(), 'bottom-right': corner() };
}
