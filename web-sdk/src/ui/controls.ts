import type { TrackKind } from '../api/wire';
import type { CallModel } from '../core/call-model';
import { element } from './dom';
import { icon, type IconName } from './icons';
import { TEXTS } from './texts';

/** Which buttons the call's settings allow. */
export interface ControlSettings {
  bar: boolean;
  audio: boolean;
  video: boolean;
  screen: boolean;
  /** In audio calls. */
  switchToVideo: boolean;
  leave: boolean;
}

export interface ControlActions {
  setMuted: (muted: boolean) => void;
  setPaused: (paused: boolean) => void;
  setSharing: (sharing: boolean) => void;
  switchToVideo: () => void;
  leave: () => void;
}

interface Look {
  icon: IconName;
  label: string;
  /** Drawn as switched off. */
  off: boolean;
  disabled?: boolean;
}

/** The bar with the buttons. */
export class Controls {
  readonly root = element('div', { class: 'controls', role: 'toolbar', 'aria-label': TEXTS.controls });
  readonly #settings: ControlSettings;
  readonly #audio: ControlButton;
  readonly #video: ControlButton;
  readonly #screen: ControlButton;
  readonly #switch: ControlButton;
  readonly #leave: ControlButton;
  #model: CallModel | undefined;

  constructor(settings: ControlSettings, actions: ControlActions) {
    this.#settings = settings;
    this.#audio = new ControlButton(() => actions.setMuted(!this.#model?.own.audioMuted));
    this.#video = new ControlButton(() => actions.setPaused(!this.#model?.own.videoPaused));
    this.#screen = new ControlButton(() => actions.setSharing(this.#model?.own.screen === null));
    this.#switch = new ControlButton(() => actions.switchToVideo());
    this.#leave = new ControlButton(() => actions.leave());
    this.#leave.root.classList.add('leave');
    this.root.append(...[this.#audio, this.#video, this.#switch, this.#screen, this.#leave].map((one) => one.root));
  }

  show(model: CallModel): void {
    this.#model = model;
    const { bar, audio, video, screen, switchToVideo, leave } = this.#settings;
    const { audioMuted, videoPaused, screen: sharing } = model.own;
    const may = (kind: TrackKind) => model.publishes.has(kind) && model.self !== undefined;
    const asked = model.videoAsk !== undefined && model.videoAsk.initiator === model.self?.participantId;
    this.#audio.show(audio && may('audio'), microphoneLook(audioMuted));
    this.#video.show(video && may('camera') && !model.audioOnly, cameraLook(videoPaused));
    this.#screen.show(screen && may('screen') && !model.audioOnly && canShare(), screenLook(sharing !== null));
    this.#switch.show(switchToVideo && may('camera') && model.audioOnly, switchLook(asked));
    this.#leave.show(leave, { icon: 'leave', label: TEXTS.leave, off: false });
    this.root.hidden = !bar || [...this.root.children].every((one) => (one as HTMLElement).hidden);
  }
}

function microphoneLook(muted: boolean): Look {
  return muted
    ? { icon: 'microphoneOff', label: TEXTS.unmute, off: true }
    : { icon: 'microphone', label: TEXTS.mute, off: false };
}

function cameraLook(paused: boolean): Look {
  return paused
    ? { icon: 'cameraOff', label: TEXTS.resumeVideo, off: true }
    : { icon: 'camera', label: TEXTS.pauseVideo, off: false };
}

function screenLook(sharing: boolean): Look {
  return sharing
    ? { icon: 'screenOff', label: TEXTS.stopSharing, off: true }
    : { icon: 'screen', label: TEXTS.shareScreen, off: false };
}

function switchLook(asked: boolean): Look {
  const label = asked ? TEXTS.askedForVideo : TEXTS.switchToVideo;
  return { icon: 'camera', label, off: false, disabled: asked };
}

/** Phones have no screen to share. */
function canShare(): boolean {
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;
}

class ControlButton {
  readonly root = element('button', { type: 'button', class: 'button' });
  #look: Look | undefined;

  constructor(onClick: () => void) {
    this.root.addEventListener('click', onClick);
  }

  show(visible: boolean, look: Look): void {
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
