import { ApiError } from '../api/http';
import type { SessionApi } from '../api/session-api';
import type { CallType, SessionEvent } from '../api/wire';
import { pause } from './backoff';
import type { CallStore } from './call-store';
import type { OwnMedia } from './own-media';

export interface VideoSwitchOptions {
  api: SessionApi;
  store: CallStore;
  own: OwnMedia;
  /** The audio call is a video call now. Both are participants, null when unknown or when nobody had to ask or to agree. */
  onSwitched: (initiator: string | null, responder: string | null) => void;
  report: (thrown: unknown) => void;
}

/** From an audio call to a video call: somebody asks, another agrees by asking for the same. */
export class VideoSwitch {
  readonly #options: VideoSwitchOptions;
  readonly #closing = new AbortController();
  /** Of the session; this page alone may have joined a video call for its sound only. */
  #type: CallType;
  /** This page's person wants it. */
  #wanted = false;

  constructor(type: CallType, options: VideoSwitchOptions) {
    this.#type = type;
    this.#options = options;
  }

  /** Asks the others, or agrees with whoever asked. */
  async ask(): Promise<void> {
    if (!this.#options.store.model.audioOnly) return;
    this.#wanted = true;
    if (this.#type === 'video') {
      await this.#turnOn();
      return;
    }
    try {
      await this.#options.api.switchToVideo();
    } catch (thrown) {
      // It has happened already: the event is on its way.
      if (thrown instanceof ApiError && thrown.errorCode === 'ERR_CALL_NOT_AUDIO') return;
      this.#wanted = false;
      throw thrown;
    }
  }

  /** Takes the question away in this page. */
  decline(): void {
    this.#options.store.update({ videoAsk: undefined });
  }

  /** @param event undefined when it is known from a snapshot */
  onState(type: CallType, event: SessionEvent | undefined): void {
    if (event?.type === 'VideoRequested')
      this.#asked(event.initiator, Date.parse(event.expiresAt) - Date.parse(event.at));
    if (type === this.#type) return;
    this.#type = type;
    if (type !== 'video') return;
    const by = event?.type === 'SwitchedToVideo' ? event : undefined;
    this.#turnOn().catch(this.#options.report);
    this.#options.onSwitched(by?.initiator ?? null, by?.responder ?? null);
  }

  close(): void {
    this.#closing.abort();
  }

  /** The difference of the server's two times is given, so that this page's clock may be wrong. */
  #asked(initiator: string, lapsesInMs: number): void {
    const { store } = this.#options;
    const videoAsk = { initiator };
    store.update({ videoAsk });
    void pause(lapsesInMs, this.#closing.signal).then(() => {
      if (this.#closing.signal.aborted || store.model.videoAsk !== videoAsk) return;
      this.#wanted = false;
      store.update({ videoAsk: undefined });
    });
  }

  /** Nobody's camera goes on but of those who wanted it. */
  async #turnOn(): Promise<void> {
    const { store, own } = this.#options;
    store.update({ audioOnly: false, videoAsk: undefined });
    if (this.#wanted) await own.setPaused(false);
  }
}
