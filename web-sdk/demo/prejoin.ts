import type { Choices } from './choices';
import { showDevices } from './device-select';
import { deviceProblems, type Kind } from './device-words';
import type { Wish } from './home';
import { linkTo } from './invitation';
import { LevelMeter } from './level';
import { copyOnClick, find, showPage } from './page';
import { Preview } from './preview';

const KINDS: readonly Kind[] = ['camera', 'microphone'];
const SELECTS = { camera: 'videoinput', microphone: 'audioinput', speaker: 'audiooutput' } as const;

/** The page before a call: how one looks and sounds, and with which devices. */
export class PreJoin {
  readonly #picture = find('picture', HTMLVideoElement);
  readonly #noPicture = find('no-picture', HTMLElement);
  readonly #meter = new LevelMeter(find('level', HTMLElement));
  readonly #speaker = find('speaker', HTMLSelectElement);
  readonly #onJoin: (wish: Wish, choices: Choices) => void;
  #wish: Wish | undefined;
  #preview = new Preview(() => undefined);
  #shown: MediaStreamTrack | undefined;
  #speakerPicked = false;

  constructor(onJoin: (wish: Wish, choices: Choices) => void, onBack: () => void) {
    this.#onJoin = onJoin;
    for (const kind of KINDS) {
      toggle(kind).addEventListener('change', () => void this.#toggled(kind));
      const select = find(kind, HTMLSelectElement);
      select.addEventListener('change', () => void this.#preview.choose(kind, select.value));
    }
    this.#speaker.addEventListener('change', () => (this.#speakerPicked = true));
    find('retry', HTMLButtonElement).addEventListener('click', () => void this.#retry());
    find('back', HTMLButtonElement).addEventListener('click', () => {
      this.#close();
      onBack();
    });
    find('ready', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      this.#join();
    });
    copyOnClick(find('copy-link', HTMLButtonElement), () => find('link', HTMLInputElement).value);
    addEventListener('pagehide', () => this.#close());
    // Back by the browser's own button the page may be as it was, but for its devices.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted && this.#wish !== undefined && !find('prejoin', HTMLElement).hidden) this.show(this.#wish);
    });
    // Missing on pages that are not a secure context.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    devices?.addEventListener('devicechange', () => void this.#listDevices());
  }

  show(wish: Wish): void {
    this.#wish = wish;
    find('joining', HTMLElement).textContent = `${wish.name} joins ${wish.session}`;
    find('link', HTMLInputElement).value = linkTo(wish);
    find('camera-part', HTMLElement).hidden = wish.audioOnly;
    showPage('prejoin');
    this.#preview = new Preview(() => this.#render());
    this.#render();
    void this.#preview.open(...this.#kinds().filter((kind) => toggle(kind).checked));
  }

  #kinds(): Kind[] {
    return KINDS.filter((kind) => kind === 'microphone' || !this.#wish?.audioOnly);
  }

  #toggled(kind: Kind): Promise<void> {
    return toggle(kind).checked ? this.#preview.open(kind) : this.#preview.stop(kind);
  }

  #retry(): Promise<void> {
    return this.#preview.open(...this.#preview.errors.keys());
  }

  #render(): void {
    this.#showPicture(this.#preview.track('camera'));
    this.#noPicture.textContent = this.#wordsForNoPicture();
    this.#meter.listen(this.#preview.track('microphone'));
    find('trouble', HTMLElement).hidden = this.#preview.errors.size === 0;
    find('trouble-text', HTMLElement).textContent = deviceProblems(this.#preview.errors);
    void this.#listDevices();
  }

  #showPicture(camera: MediaStreamTrack | undefined): void {
    if (camera === this.#shown) return;
    this.#shown = camera;
    this.#picture.srcObject = camera === undefined ? null : new MediaStream([camera]);
    this.#noPicture.hidden = camera !== undefined;
  }

  #wordsForNoPicture(): string {
    if (this.#wish?.audioOnly) return 'Audio only';
    if (!toggle('camera').checked) return 'Your camera is off';
    return this.#preview.errors.has('camera') ? 'No picture of you' : 'Waiting for the camera…';
  }

  async #listDevices(): Promise<void> {
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    const all = (await devices?.enumerateDevices().catch(() => [])) ?? [];
    const of = (kind: MediaDeviceKind) => all.filter((one) => one.kind === kind);
    for (const kind of KINDS) {
      const current = this.#preview.track(kind)?.getSettings().deviceId ?? this.#preview.chosen(kind);
      showDevices(find(kind, HTMLSelectElement), of(SELECTS[kind]), current);
    }
    const canChoose = 'setSinkId' in HTMLMediaElement.prototype;
    showDevices(this.#speaker, canChoose ? of(SELECTS.speaker) : [], undefined);
    find('speaker-part', HTMLElement).hidden = this.#speaker.hidden;
  }

  /** What does not work here begins as off. */
  #join(): void {
    const isOff = (kind: Kind) => !toggle(kind).checked || this.#preview.errors.has(kind);
    const choices: Choices = {
      muted: isOff('microphone'),
      paused: isOff('camera'),
      microphone: this.#preview.chosen('microphone'),
      camera: this.#wish?.audioOnly ? undefined : this.#preview.chosen('camera'),
      speaker: this.#speakerPicked ? this.#speaker.value : undefined,
    };
    this.#close();
    if (this.#wish !== undefined) this.#onJoin(this.#wish, choices);
  }

  #close(): void {
    this.#preview.close();
    this.#meter.listen(undefined);
    this.#showPicture(undefined);
  }
}

function toggle(kind: Kind): HTMLInputElement {
  return find(`${kind}-on`, HTMLInputElement);
}
