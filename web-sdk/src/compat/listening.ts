import { invalidArgument } from '../core/errors';
import type { CallCallbacks, CallListener } from './listener';
import { checkText, page } from './page';

/** Who hears of calls, of this one and all later ones. */
export const listening = {
  /** Adds a listener; one of the same name is replaced. */
  addCallEventListener(name: string, listener: CallListener): void {
    page.named.add(name, listener);
  },

  removeCallEventListener(name: string): void {
    checkText(name, 'Pass the name of the listener.');
    page.named.remove(name);
  },

  /**
   * Calls `listener` at each `event`, such as `onParticipantJoined`.
   *
   * @returns ends it; so does the `signal`
   */
  addEventListener<K extends keyof CallCallbacks>(
    event: K,
    listener: NonNullable<CallCallbacks[K]>,
    { signal }: { signal?: AbortSignal } = {},
  ): () => void {
    checkText(event, 'Pass the name of the event.');
    if (typeof listener !== 'function') throw invalidArgument('Pass a function that hears the event.');
    if (signal !== undefined && !(signal instanceof AbortSignal))
      throw invalidArgument('The signal is an AbortSignal.');
    if (signal?.aborted === true) return () => undefined;
    const remove = page.named.addFunction(event, listener);
    signal?.addEventListener('abort', remove, { once: true });
    return remove;
  },
} as const;
