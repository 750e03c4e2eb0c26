import { pause } from '../core/backoff';

/** How long a list counts as new, in ms: far less than the 5 minutes for which credentials are good at least. */
const NEW_MS = 60_000;

/** How long to wait for a new list, in ms: without one the media may come back all the same. */
const PATIENCE_MS = 2_000;

/** STUN and TURN servers for the next peer connection. A join tells them; their credentials expire while a call goes on. */
export class IceServers {
  readonly #ask: (signal: AbortSignal) => Promise<RTCIceServer[]>;
  #newest: RTCIceServer[];
  // Not performance.now(): that may stand still while a laptop sleeps.
  #since = Date.now();

  /** @param ask the server for new ones */
  constructor(joined: RTCIceServer[], ask: (signal: AbortSignal) => Promise<RTCIceServer[]>) {
    this.#newest = joined;
    this.#ask = ask;
  }

  get newest(): RTCIceServer[] {
    return this.#newest;
  }

  /** To be called before a peer connection is made. Never rejects: when the server does not answer those that are there must do. */
  async refresh(signal: AbortSignal): Promise<void> {
    const expire = this.#newest.some((one) => one.credential !== undefined);
    if (!expire || Math.abs(Date.now() - this.#since) < NEW_MS) return;
    const asked = this.#ask(signal).catch(() => undefined);
    const told = await Promise.race([asked, pause(PATIENCE_MS, signal)]);
    if (told === undefined) return;
    this.#newest = told;
    this.#since = Date.now();
  }
}
