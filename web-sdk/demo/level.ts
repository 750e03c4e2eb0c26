/** In decibels, 0 is the loudest that there is: the noise of a quiet room, and speech close to the microphone. */
const QUIET = -60;
const LOUD = -10;

/** How loud some samples are: 0 for a quiet room to 1 for loud speech. Ears go by decibels, and so does this. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, one) => sum + one * one, 0) / samples.length;
  const decibels = 10 * Math.log10(power);
  return Math.min(1, Math.max(0, (decibels - QUIET) / (LOUD - QUIET)));
}

/** Shows how loud a microphone is. Browsers draw `<meter>` each in its own way, so it is another element with that role. */
export class LevelMeter {
  readonly #meter: HTMLElement;
  #shown = 0;
  #track: MediaStreamTrack | undefined;
  #end: (() => void) | undefined;

  constructor(meter: HTMLElement) {
    this.#meter = meter;
  }

  /** @param track undefined for none */
  listen(track: MediaStreamTrack | undefined): void {
    if (track === this.#track) return;
    this.#track = track;
    this.#end?.();
    this.#show(0);
    this.#end = track === undefined ? undefined : this.#follow(track);
  }

  #show(level: number): void {
    this.#shown = level;
    this.#meter.style.setProperty('--level', level.toFixed(3));
    this.#meter.ariaValueNow = level.toFixed(2);
  }

  /** @returns ends it */
  #follow(track: MediaStreamTrack): () => void {
    const context = new AudioContext();
    const analyser = new AnalyserNode(context, { fftSize: 2_048 });
    const samples = new Float32Array(analyser.fftSize);
    context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
    const timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      // It falls slower than it rises, or it would flicker between two words.
      this.#show(Math.max(levelOf(samples), this.#shown * 0.8));
    }, pace());
    // Browsers may let no sound through before the person has done something on the page.
    const gestures = new AbortController();
    for (const gesture of ['pointerdown', 'keydown'])
      document.addEventListener(gesture, () => void context.resume(), { signal: gestures.signal });
    return () => {
      clearInterval(timer);
      gestures.abort();
      void context.close();
    };
  }
}

function pace(): number {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 500 : 60;
}
