type Figures<K extends string> = Partial<Record<K, number>>;

interface Seen {
  generation: number;
  last: Record<string, number>;
  before: Record<string, number>;
}

/**
 * Makes counters of several connections one: browsers count from the start of each. What came between the last look at a connection and its
 * end is not counted.
 */
export class Counters {
  readonly #seen = new Map<string, Seen>();

  has(key: string): boolean {
    return this.#seen.has(key);
  }

  /** The figures with those `fields` counted on from the generations before. */
  countOn<K extends string, T extends Figures<K>>(
    key: string,
    generation: number,
    figures: T,
    fields: readonly K[],
  ): T {
    const seen = this.#seen.get(key) ?? { generation, last: {}, before: {} };
    const summed: Record<string, number> = {};
    for (const field of fields) {
      const now = figures[field];
      if (now === undefined) continue;
      if (seen.generation !== generation) seen.before[field] = (seen.before[field] ?? 0) + (seen.last[field] ?? 0);
      seen.last[field] = now;
      summed[field] = now + (seen.before[field] ?? 0);
    }
    seen.generation = generation;
    this.#seen.set(key, seen);
    return { ...figures, ...summed };
  }
}
