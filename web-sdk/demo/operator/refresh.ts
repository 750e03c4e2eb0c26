/** Does something now and again, except while nobody sees the page. */
export class Refresh {
  readonly #task: () => Promise<void>;
  readonly #pause: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isRunning = false;
  #isAskedAgain = false;
  #isOn = false;

  /** @param task must not throw @param pause in ms, from its end to the next */
  constructor(task: () => Promise<void>, pause = 3_000) {
    this.#task = task;
    this.#pause = pause;
    document.addEventListener('visibilitychange', () => void this.now());
  }

  start(): void {
    this.#isOn = true;
    void this.now();
  }

  stop(): void {
    this.#isOn = false;
    clearTimeout(this.#timer);
  }

  /** At once, or as soon as what runs has ended. */
  async now(): Promise<void> {
    clearTimeout(this.#timer);
    this.#isAskedAgain = this.#isRunning;
    if (this.#isRunning || !this.#isWanted()) return;
    this.#isRunning = true;
    await this.#task();
    this.#isRunning = false;
    if (this.#wasAskedAgain()) await this.now();
    else if (this.#isWanted()) this.#timer = setTimeout(() => void this.now(), this.#pause);
  }

  #wasAskedAgain(): boolean {
    return this.#isAskedAgain;
  }

  #isWanted(): boolean {
    return this.#isOn && !document.hidden;
  }
}
