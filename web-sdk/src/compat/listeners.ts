import { invalidArgument } from '../core/errors';
import type { CallCallbacks, CallListener } from './listener';

/** The listeners that the page added by name, for every call. */
export class NamedListeners {
  readonly #named = new Map<string | symbol, CallListener>();

  add(name: string, listener: CallListener): void {
    if (typeof name !== 'string' || name === '') throw invalidArgument('Give the listener a name.');
    if (typeof listener !== 'object' || (listener as unknown) === null)
      throw invalidArgument('Pass a listener object.');
    this.#named.set(name, listener);
  }

  /** Adds one callback. @returns takes it away again */
  addFunction<K extends keyof CallCallbacks>(event: K, listener: NonNullable<CallCallbacks[K]>): () => void {
    const key = Symbol(event);
    this.#named.set(key, { [event]: listener });
    return () => void this.#named.delete(key);
  }

  remove(name: string): void {
    this.#named.delete(name);
  }

  all(): CallListener[] {
    return [...this.#named.values()];
  }
}

/** Who hears of one call: the listener of its settings, and the named ones of the page. */
export class Listeners {
  readonly #named: NamedListeners;
  readonly #ofCall: CallListener | undefined;

  constructor(named: NamedListeners, ofCall: CallListener | undefined) {
    this.#named = named;
    this.#ofCall = ofCall;
  }

  /** True when somebody hears of errors. */
  get hearsErrors(): boolean {
    return this.#all().some((one) => typeof one.onError === 'function');
  }

  /** See {@link callEach}. */
  tell<K extends keyof CallCallbacks>(callback: K, ...args: Parameters<NonNullable<CallCallbacks[K]>>): void {
    callEach(this.#all(), callback, args);
  }

  #all(): CallListener[] {
    const named = this.#named.all();
    return this.#ofCall === undefined ? named : [this.#ofCall, ...named];
  }
}

/**
 * Calls one callback of every listener that has it. One that throws is reported as the page's own error, and the others are called.
 *
 * @returns whether any listener has it
 */
export function callEach<T extends object>(listeners: readonly T[], callback: keyof T, args: unknown[]): boolean {
  let heard = false;
  for (const listener of listeners) {
    const call = listener[callback];
    if (typeof call !== 'function') continue;
    heard = true;
    try {
      call.apply(listener, args);
    } catch (thrown) {
      reportError(thrown);
    }
  }
  return heard;
}
