import type { OfferReady } from '../api/wire';

/**
 * Hands over offers one at a time. An offer is complete in itself, so of those that arrive while one is being answered only the
 * newest counts; and one that is not newer than what was seen is a repeat.
 */
export class OfferQueue {
  readonly #handle: (offer: OfferReady) => Promise<void>;
  #newestRevision = -1;
  #waiting: OfferReady | undefined;
  #working = false;
  #closed = false;

  /** @param handle must not reject */
  constructor(handle: (offer: OfferReady) => Promise<void>) {
    this.#handle = handle;
  }

  push(offer: OfferReady): void {
    if (this.#closed || offer.revision <= this.#newestRevision) return;
    this.#newestRevision = offer.revision;
    this.#waiting = offer;
    if (!this.#working) void this.#work();
  }

  /** True when a newer offer has arrived: an answer to `offer` is worth nothing any more. */
  isStale(offer: OfferReady): boolean {
    return this.#closed || offer.revision < this.#newestRevision;
  }

  close(): void {
    this.#closed = true;
    this.#waiting = undefined;
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let offer = this.#take(); offer !== undefined; offer = this.#take()) await this.#handle(offer);
    this.#working = false;
  }

  #take(): OfferReady | undefined {
    const offer = this.#waiting;
    this.#waiting = undefined;
    return offer;
  }
}
