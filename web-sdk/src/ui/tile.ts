import { element, setText } from './dom';
import { icon } from './icons';
import type { TileModel } from './tiles';

/** The element of one tile. */
export class Tile {
  readonly root = element('div', { class: 'tile', role: 'group' });
  readonly #avatar = element('div', { class: 'avatar', 'aria-hidden': 'true' });
  readonly #video = element('video', { class: 'video', autoplay: true, playsinline: true, hidden: true });
  readonly #label = element('div', { class: 'label', 'aria-hidden': 'true' });
  readonly #name = element('span', { class: 'name' });
  readonly #badge = element('span', { class: 'badge' }, icon('microphoneOff'));
  #shown: TileModel | undefined;

  /** @param onFirstFrame the tile shows a picture for the first time */
  constructor(onFirstFrame: () => void) {
    // Sound comes from audio elements; a silent video may always play without a click.
    this.#video.muted = true;
    this.#video.addEventListener('loadeddata', () => {
      this.#video.hidden = this.#shown?.video === null;
      if (this.#shown?.own === false) onFirstFrame();
    });
    this.#label.append(this.#badge, this.#name);
    // A phone held upright: cropping it to a wide tile would cut the head off.
    this.#video.addEventListener('resize', () =>
      this.#video.classList.toggle('upright', this.#video.videoHeight > this.#video.videoWidth),
    );
    this.root.append(this.#avatar, this.#video, this.#label);
  }

  show(model: TileModel): void {
    const before = this.#shown;
    this.#shown = model;
    const { classList } = this.root;
    classList.toggle('screen', model.kind === 'screen');
    classList.toggle('speaking', model.speaking);
    classList.toggle('mirrored', model.mirrored);
    this.root.setAttribute('aria-label', model.description);
    this.root.style.setProperty('--hue', String(model.hue));
    this.#badge.hidden = !model.muted;
    setText(this.#name, model.label);
    if (before?.avatar !== model.avatar || before?.initials !== model.initials) this.#showAvatar(model);
    if (before?.video !== model.video) this.#showVideo(model.video);
  }

  remove(): void {
    this.#video.srcObject = null;
    this.root.remove();
  }

  #showAvatar(model: TileModel): void {
    this.#avatar.replaceChildren(model.initials);
    if (model.avatar === undefined) return;
    const picture = element('img', { src: model.avatar, alt: '', referrerpolicy: 'no-referrer' });
    picture.addEventListener('error', () => this.#avatar.replaceChildren(model.initials));
    this.#avatar.replaceChildren(picture);
  }

  /** The avatar stays in front until the first frame is there, so that nobody is a black box. */
  #showVideo(track: MediaStreamTrack | null): void {
    this.#video.hidden = true;
    this.#video.srcObject = track === null ? null : new MediaStream([track]);
    // Rejected when the source changes before it plays; autoplay then starts the new one.
    if (track !== null) this.#video.play().catch(() => undefined);
  }
}
