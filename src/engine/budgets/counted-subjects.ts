import type { Spent } from './spent.ts';

/** The remembered data subjects that one principal was shown for one purpose in one hour. */
export interface Counted {
  readonly hour: string;
  readonly subjects: Set<string>;
  /** The last count. Another instance may have counted more since. */
  spent: Spent;
}

/**
 * The data subjects that this instance has counted already, so that counting them again needs no statement. Its size is bounded.
 * It discards past hours when a new hour begins.
 */
export class CountedSubjects {
  readonly #most: number;
  readonly #counted = new Map<string, Counted>();
  #size = 0;

  constructor(most = 100_000) {
    this.#most = most;
  }

  /** The number of remembered data subjects. */
  get size(): number {
    return this.#size;
  }

  /** Returns the remembered data subjects of a principal and purpose in an hour. */
  at(key: string, hour: string): Counted | undefined {
    const known = this.#counted.get(key);
    return known?.hour === hour ? known : undefined;
  }

  add(key: string, hour: string, subjects: readonly string[], spent: Spent): void {
    let known = this.at(key, hour);
    if (!known) {
      for (const [old, counted] of this.#counted) if (counted.hour !== hour) this.#forget(old, counted);
      this.#counted.set(key, (known = { hour, subjects: new Set(), spent }));
    }
    const before = known.subjects.size;
    for (const id of subjects) known.subjects.add(id);
    this.#size += known.subjects.size - before;
    // Concurrent counts can return in another order.
    if (spent.day.used > known.spent.day.used) known.spent = spent;
    for (const [oldest, counted] of this.#counted) {
      if (this.#size <= this.#most) break;
      this.#forget(oldest, counted);
    }
  }

  #forget(key: string, counted: Counted): void {
    this.#counted.delete(key);
    this.#size -= counted.subjects.size;
  }
}
