/** Pauses between the attempts, in ms. */
const PAUSES = [500, 1_000, 2_000, 4_000];

export interface Reading<T> {
  read: () => Promise<T>;
  /** Whether what was read is the last word. */
  isComplete: (value: T) => boolean;
  /** Shows what is there so far. */
  show: (value: T) => void;
  /** Ends the reading when somebody has gone on to another page. */
  signal: AbortSignal;
}

/** The history needs a moment after a leave: reads it until it is complete, a few times at most. Throws when the last attempt failed. */
export async function readHistory<T>({ read, isComplete, show, signal }: Reading<T>, pauses = PAUSES): Promise<void> {
  const hasGone = () => signal.aborted;
  for (let attempt = 0; !hasGone(); attempt++) {
    const isLast = attempt === pauses.length;
    try {
      const value = await read();
      if (hasGone()) return;
      show(value);
      if (isLast || isComplete(value)) return;
    } catch (thrown) {
      if (isLast) throw thrown;
    }
    await new Promise((resolve) => setTimeout(resolve, pauses[attempt]));
  }
}
