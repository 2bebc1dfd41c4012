import { addressGroup, addressSite, networksPerSite } from '../network/address-group.ts';
import type { Deadline } from '../time/deadline.ts';
import { FairSemaphore, type Acquired, type SemaphoreBounds } from './fair-semaphore.ts';

/** One of the bounds of a client, such as that of its network and that of its site. */
export interface Level {
  readonly key: string;
  /** How many times the usual bound it has. */
  readonly times: number;
}

/**
 * The levels at which a client is bounded by its network address: its network and, with IPv6, its site.
 * @param kind tells its keys from those of other requests
 */
export function addressLevels(kind: string, address: string): readonly [Level, ...Level[]] {
  const group = addressGroup(address);
  const site = addressSite(group);
  const network = { key: `${kind} ${group}`, times: 1 };
  return site === group ? [network] : [network, { key: `${kind} at ${site}`, times: networksPerSite }];
}

/** A semaphore for each key, which exists while its slots are taken. A client needs a slot at each of its levels. */
export class KeyedSemaphores {
  readonly #slots: number;
  readonly #waiting: number;
  readonly #semaphores = new Map<string, FairSemaphore>();

  /** @param bounds of a key at the first level */
  constructor({ slots, waitingPerKey = 0 }: Omit<SemaphoreBounds, 'waiting'>) {
    this.#slots = slots;
    this.#waiting = waitingPerKey;
  }

  /** Whether a slot is free at each level. */
  isFree(levels: readonly Level[]): boolean {
    return levels.every(({ key, times }) => (this.#semaphores.get(key)?.taken ?? 0) < this.#slots * times);
  }

  /** Takes a slot at each level if they are free. */
  tryAcquire(levels: readonly Level[]): boolean {
    return this.isFree(levels) && this.#acquireFrom(0, levels, { left: 0 }) === 'ACQUIRED';
  }

  /** Takes a slot at each level, in their order. Free slots cost no promise. @param until with nothing left, it does not wait */
  acquire(levels: readonly Level[], until: Pick<Deadline, 'left'>): Acquired | Promise<Acquired> {
    return this.#acquireFrom(0, levels, until);
  }

  release(levels: readonly Level[]): void {
    for (const { key } of levels) {
      const semaphore = this.#semaphores.get(key)!;
      semaphore.release();
      if (semaphore.taken === 0) this.#semaphores.delete(key);
    }
  }

  #acquireFrom(at: number, levels: readonly Level[], until: Pick<Deadline, 'left'>): Acquired | Promise<Acquired> {
    const level = levels[at];
    if (!level) return 'ACQUIRED';
    const goOn = (how: Acquired): Acquired | Promise<Acquired> => {
      if (how === 'ACQUIRED') return this.#acquireFrom(at + 1, levels, until);
      this.release(levels.slice(0, at));
      return how;
    };
    const acquired = this.#semaphoreOf(level).acquire(level.key, until.left);
    return typeof acquired === 'string' ? goOn(acquired) : acquired.then(goOn);
  }

  #semaphoreOf({ key, times }: Level): FairSemaphore {
    let semaphore = this.#semaphores.get(key);
    if (!semaphore) {
      semaphore = new FairSemaphore({ slots: this.#slots * times, waitingPerKey: this.#waiting * times });
      this.#semaphores.set(key, semaphore);
    }
    return semaphore;
  }
}
