import { element } from './dom';

/**
 * Shows a video track. When another track takes its place, the picture of the one before stays until the other one's first frame:
 * nothing is ever black in between.
 */
export class Picture {
  readonly #parent: Element;
  readonly #onFrame: () => void;
  #shown: HTMLVideoElement | undefined;
  #track: MediaStreamTrack | null = null;
  /** Still without a frame. */
  #next: HTMLVideoElement | undefined;

  /** @param onFrame the first frame of a track is there */
  constructor(parent: Element, onFrame: () => void) {
    this.#parent = parent;
    this.#onFrame = onFrame;
  }

  show(track: MediaStreamTrack | null): void {
    drop(this.#next);
    this.#next = undefined;
    // Chromium paints a track black when it ends.
    if (track === null || this.#track?.readyState === 'ended') {
      drop(this.#shown);
      this.#shown = undefined;
    }
    this.#track = track;
    if (track !== null) this.#open(track);
  }

  #open(track: MediaStreamTrack): void {
    const video = element('video', { class: 'video', autoplay: true, playsinline: true, hidden: true });
    this.#next = video;
    // Sound comes from audio elements; a silent video may always play without a click.
    video.muted = true;
    video.addEventListener('loadeddata', () => this.#take(video), { once: true });
    // A phone held upright: cropping it to a wide tile would cut the head off.
    video.addEventListener('resize', () => video.classList.toggle('upright', video.videoHeight > video.videoWidth));
    video.srcObject = new MediaStream([track]);
    // In front of the avatar, behind the label.
    this.#parent.firstElementChild?.after(video);
    // Rejected when the track is taken away before it plays.
    video.play().catch(() => undefined);
  }

  #take(video: HTMLVideoElement): void {
    if (video !== this.#next) return;
    video.hidden = false;
    drop(this.#shown);
    this.#shown = video;
    this.#next = undefined;
    this.#onFrame();
  }
}

function drop(video: HTMLVideoElement | undefined): void {
  if (video === undefined) return;
  video.srcObject = null;
  video.remove();
}
