import { pause } from '../core/backoff';

/** `disconnected` often heals by itself within seconds; after this many ms it rarely does. */
const DISCONNECTED_PATIENCE_MS = 6_000;

/** After a change of network it does not heal: the addresses that it ran on are gone. */
const CHANGED_NETWORK_PATIENCE_MS = 500;

/** A connection that breaks within this many ms after a change of network broke because of it: browsers notice it late. */
const CHANGE_COUNTS_FOR_MS = 15_000;

/** How long an accepted restart may take before it is asked for again, in ms. */
const RESTART_PATIENCE_MS = 20_000;

/** What is known of one interruption. */
interface Interruption {
  readonly ended: AbortController;
  /** Cuts the patience short. */
  readonly hurried: AbortController;
  /** It must be asked for whatever happens meanwhile. */
  owed: boolean;
}

/**
 * Decides when a fresh endpoint is asked for. An interruption lasts from the first sign of trouble until {@link healed}; whatever
 * else goes wrong meanwhile, it is asked for once, and again only when nothing came of it.
 */
export class Recovery {
  readonly #ask: (signal: AbortSignal) => Promise<void>;
  #interruption: Interruption | undefined;
  #networkChangedAt = -Infinity;

  /** @param ask resolves when the server accepted, or refused for good */
  constructor(ask: (signal: AbortSignal) => Promise<void>) {
    this.#ask = ask;
  }

  /** Nothing arrives for the moment. */
  disconnected(): void {
    const changed = performance.now() - this.#networkChangedAt < CHANGE_COUNTS_FOR_MS;
    this.#begin(changed ? CHANGED_NETWORK_PATIENCE_MS : DISCONNECTED_PATIENCE_MS);
  }

  /** The connection is beyond repair. @param waitMs before asking */
  failed(waitMs: number): void {
    if (this.#interruption === undefined) this.#begin(waitMs);
    else this.#interruption.hurried.abort();
  }

  /** What the server offered is lost: only a fresh offer helps, whatever was asked for before. */
  lost(): void {
    this.close();
    this.#begin(0, true);
  }

  /** The browser says that it is on another network. No reason to ask as long as the connection holds. */
  networkChanged(): void {
    this.#networkChangedAt = performance.now();
    this.#interruption?.hurried.abort();
  }

  /** The connection is up again, or the server answered with a fresh offer. */
  healed(): void {
    if (this.#interruption?.owed !== true) this.close();
  }

  close(): void {
    this.#interruption?.ended.abort();
    this.#interruption = undefined;
  }

  #begin(patienceMs: number, owed = false): void {
    if (this.#interruption !== undefined) return;
    this.#interruption = { ended: new AbortController(), hurried: new AbortController(), owed };
    void this.#askUntilHealed(patienceMs, this.#interruption);
  }

  async #askUntilHealed(patienceMs: number, interruption: Interruption): Promise<void> {
    const { signal } = interruption.ended;
    await pause(patienceMs, AbortSignal.any([signal, interruption.hurried.signal]));
    while (!signal.aborted) {
      await this.#ask(signal);
      interruption.owed = false;
      await pause(RESTART_PATIENCE_MS, signal);
    }
  }
}
