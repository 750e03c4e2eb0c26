import type { TrackKind } from '../api/wire';
import type { CallModel } from '../core/call-model';
import { type ButtonLook, ControlButton } from './control-button';
import { element } from './dom';
import { type DeviceActions, deviceGroups } from './device-menu';
import { CALL_MODE, type CallMode } from './layout';
import { Menu } from './menu';
import { modeGroup } from './mode-menu';
import { TEXTS } from './texts';

/** Which buttons the call's settings allow. */
export interface ControlSettings {
  bar: boolean;
  audio: boolean;
  video: boolean;
  screen: boolean;
  /** In audio calls. */
  switchToVideo: boolean;
  /** To change the layout. */
  mode: boolean;
  /** To choose microphone, speaker and camera. */
  devices: boolean;
  leave: boolean;
}

export interface ControlActions extends DeviceActions {
  setMuted: (muted: boolean) => void;
  setPaused: (paused: boolean) => void;
  setSharing: (sharing: boolean) => void;
  switchToVideo: () => void;
  setMode: (mode: CallMode) => void;
  leave: () => void;
}

/** The bar with the buttons. */
export class Controls {
  readonly root = element('div', { class: 'controls', role: 'toolbar', 'aria-label': TEXTS.controls });
  readonly #settings: ControlSettings;
  readonly #audio: ControlButton;
  readonly #video: ControlButton;
  readonly #screen: ControlButton;
  readonly #switch: ControlButton;
  readonly #actions: ControlActions;
  readonly #mode = new Menu('layout', TEXTS.changeLayout);
  readonly #devices = new Menu('settings', TEXTS.chooseDevices);
  readonly #leave: ControlButton;
  #model: CallModel | undefined;
  #current: CallMode = CALL_MODE.DEFAULT;

  constructor(settings: ControlSettings, actions: ControlActions) {
    this.#settings = settings;
    this.#actions = actions;
    this.#audio = new ControlButton(() => actions.setMuted(!this.#model?.own.audioMuted));
    this.#video = new ControlButton(() => actions.setPaused(!this.#model?.own.videoPaused));
    this.#screen = new ControlButton(() => actions.setSharing(this.#model?.own.screen === null));
    this.#switch = new ControlButton(() => actions.switchToVideo());
    this.#leave = new ControlButton(() => actions.leave());
    this.#leave.root.classList.add('leave');
    this.root.append(...this.#buttons.map((one) => one.root));
  }

  get #buttons(): (ControlButton | Menu)[] {
    return [this.#audio, this.#video, this.#switch, this.#screen, this.#devices, this.#mode, this.#leave];
  }

  setMode(mode: CallMode): void {
    this.#current = mode;
    if (this.#model !== undefined) this.#showMode(this.#model);
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
    this.#showMode(model);
    this.#showDevices(model);
    this.#leave.show(leave, { icon: 'leave', label: TEXTS.leave, off: false });
    this.root.hidden = !bar || this.#buttons.every((one) => one.root.hidden);
  }

  #showMode(model: CallModel): void {
    const visible = this.#settings.mode && model.self !== undefined;
    this.#mode.show(visible, [modeGroup(this.#current, this.#actions.setMode)]);
  }

  #showDevices(model: CallModel): void {
    const groups = deviceGroups(model.devices, this.#actions);
    this.#devices.show(this.#settings.devices && model.self !== undefined && groups.length > 0, groups);
  }
}

function microphoneLook(muted: boolean): ButtonLook {
  return muted
    ? { icon: 'microphoneOff', label: TEXTS.unmute, off: true }
    : { icon: 'microphone', label: TEXTS.mute, off: false };
}

function cameraLook(paused: boolean): ButtonLook {
  return paused
    ? { icon: 'cameraOff', label: TEXTS.resumeVideo, off: true }
    : { icon: 'camera', label: TEXTS.pauseVideo, off: false };
}

function screenLook(sharing: boolean): ButtonLook {
  return sharing
    ? { icon: 'screenOff', label: TEXTS.stopSharing, off: true }
    : { icon: 'screen', label: TEXTS.shareScreen, off: false };
}

function switchLook(asked: boolean): ButtonLook {
  const label = asked ? TEXTS.askedForVideo : TEXTS.switchToVideo;
  return { icon: 'camera', label, off: false, disabled: asked };
}

/** Phones have no screen to share. */
function canShare(): boolean {
  return 'mediaDevices' in navigator && 'getDisplayMedia' in navigator.mediaDevices;
}
