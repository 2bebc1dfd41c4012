import { LRUCache } from 'lru-cache';

/** How many keys offered once are remembered: a hash and a few words of memory each. */
const maxKeys = 5_000;

/** Admission to a cache from the second offer of a key on, so that texts sent once evict nothing. */
export class RepeatFilter {
  readonly #offered = new LRUCache<string, true>({ max: maxKeys });

  /** Whether the key was offered before and is still remembered. The offer after that counts as the first again. */
  isRepeated(key: string): boolean {
    if (this.#offered.delete(key)) return true;
    this.#offered.set(key, true);
    return false;
  }
}
