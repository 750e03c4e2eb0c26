import type { CallModel } from './call-model';

/** Holds the model of a call and tells one listener of each change. */
export class CallStore {
  #model: CallModel;
  readonly #onModel: (model: CallModel) => void;

  constructor(first: CallModel, onModel: (model: CallModel) => void) {
    this.#model = first;
    this.#onModel = onModel;
  }

  get model(): CallModel {
    return this.#model;
  }

  update(change: Partial<CallModel>): void {
    this.#model = { ...this.#model, ...change };
    this.#onModel(this.#model);
  }
}
