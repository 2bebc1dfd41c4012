import { addressSite } from '../../platform/network/address-group.ts';

/** What one holder has of a bound. */
export interface Share {
  readonly holder: string;
  /** Ends what the share stands for. Called at most once, when the share has ended already. */
  readonly onLost: () => void;
  amount: number;
}

/** All shares of one holder. */
interface Holding {
  readonly shares: Set<Share>;
  amount: number;
}

/** All holders at one site. */
interface Site {
  readonly holdings: Map<string, Holding>;
  amount: number;
}

/**
 * A bound that many hold shares of. When it is exceeded, the site that has the most loses, and of its holders the one that has the most its
 * largest share, the latest of equal ones, until the bound is kept. So a holder of little is kept out only while as many other sites hold as
 * much or less.
 */
export class FairBound {
  readonly #most: number;
  readonly #sites = new Map<string, Site>();
  #total = 0;

  /** @param most the largest total of all shares, of holders that are groups of addresses, or stand for themselves */
  constructor(most: number) {
    this.#most = most;
  }

  get total(): number {
    return this.#total;
  }

  /** Begins a share. It may be lost at once. */
  take(holder: string, amount: number, onLost: () => void): Share {
    const share: Share = { holder, onLost, amount: 0 };
    const name = addressSite(holder);
    const site = this.#sites.get(name) ?? { holdings: new Map<string, Holding>(), amount: 0 };
    this.#sites.set(name, site);
    const holding = site.holdings.get(holder);
    if (holding) holding.shares.add(share);
    else site.holdings.set(holder, { shares: new Set([share]), amount: 0 });
    this.grow(share, amount);
    return share;
  }

  /** Adds to a share. It may be lost by that. Does nothing if it has ended. */
  grow(share: Share, by: number): void {
    const site = this.#sites.get(addressSite(share.holder));
    const holding = site?.holdings.get(share.holder);
    if (!site || !holding?.shares.has(share)) return;
    share.amount += by;
    holding.amount += by;
    site.amount += by;
    this.#total += by;
    while (this.#total > this.#most) {
      const { holdings } = mostOf(this.#sites, addressSite(share.holder));
      const lost = largest(mostOf(holdings, share.holder).shares);
      this.end(lost);
      lost.onLost();
    }
  }

  /** Ends a share. Does nothing if it has ended. */
  end(share: Share): void {
    const name = addressSite(share.holder);
    const site = this.#sites.get(name);
    const holding = site?.holdings.get(share.holder);
    if (!site || !holding?.shares.delete(share)) return;
    holding.amount -= share.amount;
    site.amount -= share.amount;
    this.#total -= share.amount;
    if (holding.shares.size === 0) site.holdings.delete(share.holder);
    if (site.holdings.size === 0) this.#sites.delete(name);
  }
}

/** Which has the most. @param asking of equal ones, that of the one who asks for more */
function mostOf<Part extends { readonly amount: number }>(parts: ReadonlyMap<string, Part>, asking: string): Part {
  let found = parts.get(asking);
  for (const part of parts.values()) if (!found || part.amount > found.amount) found = part;
  return found!;
}

function largest(shares: Iterable<Share>): Share {
  let found: Share | undefined;
  for (const share of shares) if (!found || share.amount >= found.amount) found = share;
  return found!;
}
