import { type CallModel, phaseOf, trackKey } from '../core/call-model';
import { type ControlActions, Controls, type ControlSettings } from './controls';
import { element, setText } from './dom';
import { tileSize } from './grid';
import { icon } from './icons';
import { IdlePrompt } from './idle-prompt';
import { Sound } from './sound';
import { CSS } from './styles';
import { statusText, TEXTS } from './texts';
import { Tile } from './tile';
import { type TileModel, tilesOf } from './tiles';

export interface ViewActions extends ControlActions {
  onRemoteFrame: () => void;
  stay: () => void;
}

/** Between tiles, in px; the style sheet has the same. */
const GAP = 8;

/** The call as a person sees and hears it, in a shadow root inside the given element: no style leaks in or out. */
export class CallView {
  readonly #host = element('div', { class: 'direct-call' });
  readonly #root = element('section', { class: 'call', 'aria-label': TEXTS.call });
  readonly #stage = element('div', { class: 'stage' });
  readonly #screens = element('div', { class: 'screens' });
  readonly #people = element('div', { class: 'people', role: 'group', 'aria-label': TEXTS.participants });
  readonly #status = element('div', { class: 'status', role: 'status' });
  readonly #unblock = element(
    'button',
    { type: 'button', class: 'unblock', hidden: true },
    icon('speaker'),
    TEXTS.unblock,
  );
  readonly #idle: IdlePrompt;
  readonly #controls: Controls;
  readonly #sound: Sound;
  readonly #tiles = new Map<string, Tile>();
  readonly #resizes: ResizeObserver;
  readonly #onRemoteFrame: () => void;

  constructor(parent: HTMLElement, settings: ControlSettings, actions: ViewActions) {
    this.#onRemoteFrame = actions.onRemoteFrame;
    this.#controls = new Controls(settings, actions);
    this.#idle = new IdlePrompt(actions.stay);
    this.#sound = new Sound((blocked) => (this.#unblock.hidden = !blocked));
    this.#unblock.addEventListener('click', () => this.#sound.unblock());
    this.#resizes = new ResizeObserver(() => this.#layOut());
    const shadow = this.#host.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [styleSheet()];
    this.#stage.append(this.#screens, this.#people);
    this.#root.append(this.#stage, this.#status, this.#unblock, this.#controls.root, this.#idle.root, this.#sound.root);
    shadow.append(this.#root);
    parent.append(this.#host);
    this.#resizes.observe(this.#people);
  }

  show(model: CallModel): void {
    const tiles = tilesOf(model);
    this.#showTiles(tiles);
    this.#root.classList.toggle('empty', tiles.length === 0);
    this.#sound.show(soundsOf(model));
    this.#controls.show(model);
    this.#idle.show(model.idleEndsAt);
    setText(this.#status, statusText(phaseOf(model)));
    this.#stage.classList.toggle(
      'with-screen',
      tiles.some((one) => one.kind === 'screen'),
    );
    this.#layOut();
  }

  remove(): void {
    this.#resizes.disconnect();
    for (const tile of this.#tiles.values()) tile.remove();
    this.#idle.remove();
    this.#sound.remove();
    this.#host.remove();
  }

  #showTiles(models: TileModel[]): void {
    const wanted = new Set(models.map((one) => one.id));
    for (const [id, tile] of this.#tiles) {
      if (wanted.has(id)) continue;
      tile.remove();
      this.#tiles.delete(id);
    }
    for (const model of models) this.#tileOf(model).show(model);
    this.#keepOrder(
      this.#screens,
      models.filter((one) => one.kind === 'screen'),
    );
    this.#keepOrder(
      this.#people,
      models.filter((one) => one.kind === 'camera'),
    );
  }

  #tileOf(model: TileModel): Tile {
    const tile = this.#tiles.get(model.id) ?? new Tile(this.#onRemoteFrame);
    this.#tiles.set(model.id, tile);
    return tile;
  }

  /** Moves only what is out of place: a video that is moved in the page stops for a moment. */
  #keepOrder(parent: HTMLElement, models: TileModel[]): void {
    models.forEach((model, index) => {
      const { root } = this.#tileOf(model);
      if (parent.children[index] !== root) parent.insertBefore(root, parent.children[index] ?? null);
    });
  }

  #layOut(): void {
    const area = { width: this.#people.clientWidth, height: this.#people.clientHeight };
    const { width, height } = tileSize(Math.max(1, this.#people.childElementCount), area, GAP);
    this.#people.style.setProperty('--tile-width', `${width}px`);
    this.#people.style.setProperty('--tile-height', `${height}px`);
  }
}

function soundsOf(model: CallModel): Map<string, MediaStreamTrack> {
  return new Map(
    model.others.flatMap((one) => {
      const track = model.tracks.get(trackKey(one.participantId, 'audio'));
      return track === undefined ? [] : [[one.participantId, track] as const];
    }),
  );
}

/** A constructed sheet needs no inline style, which a page's content security policy may forbid. */
function styleSheet(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(CSS);
  return sheet;
}
