import type { OwnModel } from '../core/call-model';
import type { CallException } from '../core/errors';
import { ControlButton } from './control-button';
import { element, setText } from './dom';
import { TEXTS } from './texts';

type Device = 'camera' | 'microphone';

/** Says that a device is missing or blocked and what to do, until it works or the person closes it. */
export class Notice {
  readonly #text = element('p', {});
  readonly root = element('div', { class: 'notice', hidden: true });
  readonly #missing = new Map<Device, string>();
  #wasMuted = false;

  constructor() {
    const close = new ControlButton(() => {
      this.#missing.clear();
      this.#update();
    });
    close.show(true, { icon: 'close', label: TEXTS.close, off: false });
    close.root.classList.add('small');
    // Only the words are the live region: a button in it would be read out with them.
    this.#text.setAttribute('role', 'alert');
    this.root.append(this.#text, close.root);
  }

  /** Errors that are not about a device are for the application. */
  tell(error: CallException): void {
    if (error.code === 'ERROR_CAMERA') this.#missing.set('camera', textOf('camera', error));
    else if (error.code === 'ERROR_MICROPHONE') this.#missing.set('microphone', textOf('microphone', error));
    this.#update();
  }

  show(own: OwnModel): void {
    if (own.camera !== null) this.#missing.delete('camera');
    // Before the browser has answered, the microphone counts as on.
    if (this.#wasMuted && !own.audioMuted) this.#missing.delete('microphone');
    this.#wasMuted = own.audioMuted;
    this.#update();
  }

  #update(): void {
    const texts = new Set(this.#missing.values());
    const bothBlocked = texts.has(TEXTS.cameraBlocked) && texts.has(TEXTS.microphoneBlocked);
    setText(this.#text, bothBlocked ? TEXTS.bothBlocked : [...texts].join(' '));
    this.root.hidden = texts.size === 0;
  }
}

function textOf(device: Device, { cause }: CallException): string {
  const name = cause instanceof Error ? cause.name : '';
  const isCamera = device === 'camera';
  if (name === 'NotAllowedError') return isCamera ? TEXTS.cameraBlocked : TEXTS.microphoneBlocked;
  if (name === 'NotFoundError') return isCamera ? TEXTS.noCamera : TEXTS.noMicrophone;
  return isCamera ? TEXTS.cameraFails : TEXTS.microphoneFails;
}
