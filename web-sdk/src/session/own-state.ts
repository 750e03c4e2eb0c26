import { isPassing } from '../api/http';
import type { OwnFlags, Participant } from '../api/wire';
import { Backoff, pauseUntilOnline } from '../core/backoff';

export interface OwnStateOptions {
  /** @param key the same for each attempt to tell the same, so that a late attempt can't undo what was told after it */
  send: (flags: Partial<OwnFlags>, key: string, signal: AbortSignal) => Promise<unknown>;
  onError: (error: unknown) => void;
}

const FLAGS = ['audioMuted', 'videoPaused', 'screenSharing', 'handRaised'] as const;

/** Keeps what the others are told about this participant equal to what it really sends, also through a broken network. */
export class OwnState {
  readonly #options: OwnStateOptions;
  readonly #closing = new AbortController();
  readonly #backoff = new Backoff({ firstMs: 300, maxMs: 10_000 });
  #wanted: OwnFlags;
  #told: OwnFlags;
  #working = false;

  /** @param told what the server knows from the join */
  constructor(told: OwnFlags, options: OwnStateOptions) {
    this.#told = pick(told);
    this.#wanted = pick(told);
    this.#options = options;
  }

  set(flags: Partial<OwnFlags>): void {
    this.#wanted = { ...this.#wanted, ...flags };
    void this.#tell();
  }

  /** Somebody else changed what the server says about us. Being turned off is accepted; anything else is put right. */
  changedByOther(participant: Participant): void {
    // One that is being raised just now is not known to the server yet.
    if (this.#told.handRaised && !participant.handRaised) this.#wanted.handRaised = false;
    this.#told = pick(participant);
    this.#wanted.audioMuted ||= participant.audioMuted;
    this.#wanted.videoPaused ||= participant.videoPaused;
    void this.#tell();
  }

  close(): void {
    this.#closing.abort();
  }

  async #tell(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    const { signal } = this.#closing;
    let key = '';
    let attempted: string | undefined;
    for (let missing = this.#missing(); missing !== undefined && !signal.aborted; missing = this.#missing()) {
      const words = JSON.stringify(missing);
      if (words !== attempted) key = newKey();
      attempted = words;
      try {
        await this.#options.send(missing, key, signal);
        attempted = undefined;
        this.#told = { ...this.#told, ...missing };
        this.#backoff.reset();
      } catch (thrown) {
        if (isPassing(thrown)) {
          await pauseUntilOnline(this.#backoff.next(), signal);
        } else {
          // Refused: asking again changes nothing.
          this.#told = { ...this.#told, ...missing };
          if (!this.#closing.signal.aborted) this.#options.onError(thrown);
        }
      }
    }
    this.#working = false;
  }

  #missing(): Partial<OwnFlags> | undefined {
    const missing = FLAGS.filter((flag) => this.#wanted[flag] !== this.#told[flag]);
    return missing.length === 0 ? undefined : Object.fromEntries(missing.map((flag) => [flag, this.#wanted[flag]]));
  }
}

/** Also in pages without TLS, where `randomUUID` is missing. */
function newKey(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}

function pick({ audioMuted, videoPaused, screenSharing, handRaised }: OwnFlags): OwnFlags {
  return { audioMuted, videoPaused, screenSharing, handRaised };
}
