import type { Peers } from '../media/peers';
import { type CallStats, StatsReader } from '../media/stats';
import type { CallModel } from './call-model';

/** What is measured in one call. Times are those of `performance.now()`. */
export class Figures {
  readonly #reader = new StatsReader();
  readonly #joinStartedAt = performance.now();
  #joinedAt: number | undefined;
  #ownPictureAt: number | undefined;
  #firstRemoteFrameAt: number | undefined;

  noteJoined(): void {
    this.#joinedAt = performance.now();
  }

  /** The view showed a picture. @param own this page's own, else somebody else's */
  noteFrame(own: boolean): void {
    if (own) this.#ownPictureAt ??= performance.now();
    else this.#firstRemoteFrameAt ??= performance.now();
  }

  /** @param peers undefined before the join */
  async read(sessionId: string, model: CallModel, peers: Peers | undefined): Promise<CallStats> {
    const reports = (await peers?.reports()) ?? [];
    return {
      sessionId,
      participantId: model.self?.participantId,
      connectionState: peers?.main?.state ?? 'none',
      joinStartedAt: this.#joinStartedAt,
      joinedAt: this.#joinedAt,
      ownPictureAt: this.#ownPictureAt,
      firstRemoteFrameAt: this.#firstRemoteFrameAt,
      ...this.#reader.read(reports, model.others),
    };
  }
}
