import type { View } from '../api/wire';
import { type CallModel, mainPerson, phaseOf, trackKey } from '../core/call-model';
import type { CallException } from '../core/errors';
import { LiveRegion } from './live-region';
import { type ControlActions, Controls, type ControlSettings } from './controls';
import { element, setText } from './dom';
import { FullScreen } from './full-screen';
import { icon } from './icons';
import { IdlePrompt } from './idle-prompt';
import { type CallMode, layOut, type Rect } from './layout';
import type { MainLook } from './main-look';
import { Notice } from './notice';
import { Presence } from './presence';
import { viewOf } from './shown-view';
import { shadowOf } from './shadow';
import { Sound } from './sound';
import { CSS } from './styles';
import { LANGUAGE, statusText, TEXTS } from './texts';
import { Tile } from './tile';
import { type TileModel, tilesOf } from './tiles';
import { VideoPrompt } from './video-prompt';
import { Visibility } from './visibility';

/** What the call's settings say of the view. */
export interface ViewSettings {
  buttons: ControlSettings;
  mode: CallMode;
  mainVideo: MainLook;
}

export interface ViewActions extends Omit<ControlActions, 'setMode'> {
  /** The first picture of a track is shown; of this page's own or of somebody else. */
  onFrame: (own: boolean) => void;
  stay: () => void;
  declineVideo: () => void;
  /** The browser does not play on the chosen output. */
  onOutputRefused: (thrown: unknown) => void;
  /** What is shown of the others may have changed. */
  onView: (view: View) => void;
  /** The layout was changed, by the menu or by the page. */
  onMode: (mode: CallMode) => void;
  /** The page took the view out. */
  onGone: () => void;
}

/** The call as a person sees and hears it, in a shadow root inside the given element: no style leaks in or out. */
export class CallView {
  readonly #host = element('div', { class: 'direct-call' });
  readonly #root = element('section', { class: 'call', lang: LANGUAGE, 'aria-label': TEXTS.call });
  readonly #stage = element('div', { class: 'stage', role: 'group', 'aria-label': TEXTS.participants });
  readonly #status = element('div', { class: 'status', role: 'status' });
  readonly #unblock = element(
    'button',
    { type: 'button', class: 'unblock', hidden: true },
    icon('speaker'),
    TEXTS.unblock,
  );
  readonly #announcer = new LiveRegion();
  readonly #notice = new Notice();
  readonly #fullScreen = new FullScreen(this.#host);
  readonly #mainLook: MainLook;
  readonly #idle: IdlePrompt;
  readonly #video: VideoPrompt;
  readonly #controls: Controls;
  readonly #sound: Sound;
  readonly #tiles = new Map<string, Tile>();
  readonly #resizes: ResizeObserver;
  readonly #visibility = new Visibility(() => this.#tellView());
  readonly #presence = new Presence(this.#host, () => this.#actions.onGone());
  readonly #actions: ViewActions;
  #mode: CallMode;
  #model: CallModel | undefined;
  #shown: TileModel[] = [];
  #rects = new Map<string, Rect>();
  #main: string | undefined;

  constructor(parent: HTMLElement, { buttons, mode, mainVideo }: ViewSettings, actions: ViewActions) {
    this.#actions = actions;
    this.#mode = mode;
    this.#mainLook = mainVideo;
    this.#controls = new Controls(buttons, { ...actions, setMode: (chosen) => this.setMode(chosen) });
    this.#controls.setMode(mode);
    this.#idle = new IdlePrompt(actions.stay);
    this.#video = new VideoPrompt(actions.switchToVideo, actions.declineVideo);
    this.#sound = new Sound((blocked) => (this.#unblock.hidden = !blocked), actions.onOutputRefused);
    this.#unblock.addEventListener('click', () => this.#sound.unblock());
    this.#resizes = new ResizeObserver(() => this.#layOut());
    const shadow = shadowOf(this.#host, CSS);
    this.#root.append(
      this.#stage,
      this.#status,
      this.#unblock,
      this.#notice.root,
      this.#controls.root,
      this.#idle.root,
      this.#video.root,
      this.#sound.root,
      this.#announcer.root,
    );
    shadow.append(this.#root);
    parent.append(this.#host);
    this.#resizes.observe(this.#stage);
  }

  show(model: CallModel): void {
    this.#model = model;
    this.#main = mainPerson(model, this.#main);
    this.#shown = tilesOf(model);
    this.#showTiles();
    this.#root.classList.toggle('empty', this.#shown.length === 0);
    this.#sound.useOutput(model.devices.audioOutput);
    this.#sound.show(soundsOf(model));
    this.#controls.show(model);
    this.#notice.show(model.own);
    this.#announcer.show(model);
    this.#idle.show(model.idleEndsAt);
    this.#video.show(askerOf(model));
    setText(this.#status, statusText(phaseOf(model)));
    this.#layOut();
  }

  setMode(mode: CallMode): void {
    this.#mode = mode;
    this.#controls.setMode(mode);
    this.#layOut();
    this.#actions.onMode(mode);
  }

  /** Something went wrong that the person may be able to mend. */
  tell(error: CallException): void {
    this.#notice.tell(error);
  }

  remove(): void {
    this.#resizes.disconnect();
    this.#visibility.remove();
    this.#presence.remove();
    for (const tile of this.#tiles.values()) tile.remove();
    this.#idle.remove();
    this.#fullScreen.remove();
    this.#sound.remove();
    this.#host.remove();
  }

  #showTiles(): void {
    const wanted = new Set(this.#shown.map((one) => one.id));
    for (const [id, tile] of this.#tiles) {
      if (wanted.has(id)) continue;
      this.#visibility.forget(tile.root);
      tile.remove();
      this.#tiles.delete(id);
    }
    for (const model of this.#shown) (this.#tiles.get(model.id) ?? this.#addTile(model.id)).show(model);
  }

  /** Tiles never move in the page's tree, only on the screen: a video that is moved in the tree stops for a moment. */
  #addTile(id: string): Tile {
    const tile = new Tile(this.#actions.onFrame);
    this.#tiles.set(id, tile);
    this.#stage.append(tile.root);
    this.#visibility.watch(tile.root);
    return tile;
  }

  #layOut(): void {
    const area = { width: this.#stage.clientWidth, height: this.#stage.clientHeight };
    this.#rects = layOut(this.#shown, this.#mode, this.#main, area);
    for (const [id, tile] of this.#tiles) tile.place(this.#rects.get(id));
    this.#showMain();
    this.#tellView();
  }

  /** The first that is placed, where one is larger than the others. */
  #showMain(): void {
    const main = this.#mode === 'TILE' ? undefined : [...this.#rects.keys()][0];
    for (const [id, tile] of this.#tiles) tile.setMain(id === main ? this.#mainLook : undefined);
    const tile = main === undefined ? undefined : this.#tiles.get(main);
    const { position, visible } = this.#mainLook.fullScreenButton;
    this.#fullScreen.show(visible && tile !== undefined);
    tile?.take(this.#fullScreen.root, position);
  }

  #tellView(): void {
    if (this.#model === undefined) return;
    const view = viewOf(this.#shown, {
      rects: this.#rects,
      mode: this.#mode,
      main: this.#main,
      audioOnly: this.#model.audioOnly,
      pageVisible: this.#visibility.ofPage,
      isVisible: (id) => this.#isVisible(id),
      pixelRatio: window.devicePixelRatio,
    });
    this.#actions.onView(view);
  }

  #isVisible(id: string): boolean {
    const tile = this.#tiles.get(id);
    return tile !== undefined && this.#visibility.of(tile.root);
  }
}

/** The name of somebody else who wants to go on with video. */
function askerOf({ audioOnly, publishes, videoAsk, others }: CallModel): string | undefined {
  if (!audioOnly || publishes.size === 0) return undefined;
  return others.find((one) => one.participantId === videoAsk?.initiator)?.name;
}

function soundsOf(model: CallModel): Map<string, MediaStreamTrack> {
  return new Map(
    model.others.flatMap((one) => {
      const track = model.tracks.get(trackKey(one.participantId, 'audio'));
      return track === undefined ? [] : [[one.participantId, track] as const];
    }),
  );
}
