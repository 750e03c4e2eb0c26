/**
 * Runs asynchronous tasks one after the other. Turning a camera off and on again quickly must not let the second step overtake
 * the first.
 */
export class Serial {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    // The caller gets the failure; the chain goes on without it.
    this.#last = result.catch(() => undefined);
    return result;
  }
}
