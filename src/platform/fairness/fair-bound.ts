import { addressSite } from '../network/network-address.ts';

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
