import { FairBound, type Reservation } from './fair-bound.ts';

/** How a wait for a slot ended. FULL: too many wait, or another key evicted the wait. OVERDUE: no slot came in time. */
export type Acquired = 'ACQUIRED' | 'FULL' | 'OVERDUE';

export interface SemaphoreBounds {
  /** How many hold a slot at once. */
  readonly slots: number;
  /** How many of one key wait; default: none. */
  readonly waitingPerKey?: number | undefined;
  /** How many wait in all; default: no bound besides that of each key. Beyond it, the key that has the most waiting loses the latest. */
  readonly waiting?: number | undefined;
}

type EndWait = (how: Acquired) => void;

/** A semaphore whose slots go to the waiting keys in turn (round robin), however much each of them asks for. Every wait has a deadline. */
export class FairSemaphore {
  readonly #slots: number;
  readonly #waitingPerKey: number;
  readonly #waiting: FairBound | undefined;
  /** By key, in the order of their next turns. */
  readonly #queues = new Map<string, Set<EndWait>>();
  #taken = 0;

  constructor({ slots, waitingPerKey = 0, waiting }: SemaphoreBounds) {
    this.#slots = slots;
    this.#waitingPerKey = waitingPerKey;
    this.#waiting = waiting === undefined ? undefined : new FairBound(waiting);
  }

  get taken(): number {
    return this.#taken;
  }

  /** Takes a slot if one is free. */
  tryAcquire(): boolean {
    if (this.#taken >= this.#slots) return false;
    this.#taken += 1;
    return true;
  }

  /**
   * Takes a slot, or waits for one. A free slot costs no promise.
   * @param key whose turn it is: the waits of one key end in their order
   * @param within milliseconds; 0: it does not wait
   */
  acquire(key: string, within: number): Acquired | Promise<Acquired> {
    if (this.tryAcquire()) return 'ACQUIRED';
    const queue = this.#queues.get(key) ?? new Set();
    if (within <= 0 || queue.size >= this.#waitingPerKey) return 'FULL';
    return new Promise((resolve) => {
      let place: Reservation | undefined;
      const end: EndWait = (how) => {
        clearTimeout(timer);
        if (place) this.#waiting!.release(place);
        queue.delete(end);
        if (queue.size === 0) this.#queues.delete(key);
        resolve(how);
      };
      const timer = setTimeout(end, within, 'OVERDUE' satisfies Acquired).unref();
      this.#queues.set(key, queue.add(end));
      place = this.#waiting?.reserve(key, 1, () => end('FULL'));
    });
  }

  /** Returns a slot, which goes to the next key that waits. */
  release(): void {
    const [next] = this.#queues;
    if (!next) {
      this.#taken -= 1;
      return;
    }
    const [key, queue] = next;
    const [end] = queue;
    end!('ACQUIRED');
    // If more of this key waits, its next turn comes after those of the others.
    if (this.#queues.delete(key)) this.#queues.set(key, queue);
  }
}
