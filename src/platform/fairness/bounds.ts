import { addressSite, addressGroup, networksPerSite } from '../network/network-address.ts';
import type { Deadline } from '../time/deadline.ts';

/** A part of a bound, reserved for one thing such as a connection. */
export interface Reservation {
  readonly holder: Holder;
  /** Ends what it was reserved for. Called at most once, after it was released. */
  readonly onEvicted: () => void;
  amount: number;
}

interface Holder {
  readonly name: string;
  readonly site: Site;
  readonly reservations: Set<Reservation>;
  amount: number;
}

interface Site {
  readonly name: string;
  readonly holders: Map<string, Holder>;
  amount: number;
}

/**
 * A bound on a total that many holders share (as in longest queue drop). Beyond it, the site that has the most is evicted from: of its
 * holders, the one that has the most loses its largest reservation, the latest of equal ones, until the bound is kept. So a holder of
 * little is kept out only while as many other sites hold as much or less.
 */
export class FairBound {
  readonly #most: number;
  readonly #sites = new Map<string, Site>();
  #total = 0;

  /** @param most the largest total of all reservations */
  constructor(most: number) {
    this.#most = most;
  }

  get total(): number {
    return this.#total;
  }

  /**
   * Reserves an amount. It may be evicted at once.
   * @param name the holder: a network as `addressGroup` returns it, or a name that is a site of its own
   */
  reserve(name: string, amount: number, onEvicted: () => void): Reservation {
    const siteName = addressSite(name);
    let site = this.#sites.get(siteName);
    if (!site) this.#sites.set(siteName, (site = { name: siteName, holders: new Map(), amount: 0 }));
    let holder = site.holders.get(name);
    if (!holder) site.holders.set(name, (holder = { name, site, reservations: new Set(), amount: 0 }));
    const reservation: Reservation = { holder, onEvicted, amount: 0 };
    holder.reservations.add(reservation);
    this.grow(reservation, amount);
    return reservation;
  }

  /** Adds to a reservation, which may be evicted by that. Does nothing if it has been released. */
  grow(reservation: Reservation, by: number): void {
    const { holder } = reservation;
    if (!holder.reservations.has(reservation)) return;
    this.#add(reservation, by);
    while (this.#total > this.#most) {
      const { holders } = mostOf(this.#sites, holder.site.name);
      const evicted = largest(mostOf(holders, holder.name).reservations);
      this.release(evicted);
      evicted.onEvicted();
    }
  }

  /** Does nothing if it has been released. */
  release(reservation: Reservation): void {
    const { holder } = reservation;
    if (!holder.reservations.delete(reservation)) return;
    this.#add(reservation, -reservation.amount);
    if (holder.reservations.size === 0) holder.site.holders.delete(holder.name);
    if (holder.site.holders.size === 0) this.#sites.delete(holder.site.name);
  }

  #add(reservation: Reservation, by: number): void {
    reservation.amount += by;
    reservation.holder.amount += by;
    reservation.holder.site.amount += by;
    this.#total += by;
  }
}

/** Which has the most. @param asking of equal ones, the one that asks for more */
function mostOf<Part extends Site | Holder>(parts: ReadonlyMap<string, Part>, asking: string): Part {
  let found = parts.get(asking);
  for (const part of parts.values()) if (!found || part.amount > found.amount) found = part;
  return found!;
}

function largest(reservations: Iterable<Reservation>): Reservation {
  let found: Reservation | undefined;
  for (const reservation of reservations) if (!found || reservation.amount >= found.amount) found = reservation;
  return found!;
}

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
