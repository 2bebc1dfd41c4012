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

/**
 * A bound that many hold shares of. When it is exceeded, the holder that has the most loses its largest share, the latest of equal
 * ones, until the bound is kept. So a holder of little is kept out only while as many others hold as much or less.
 */
export class FairBound {
  readonly #most: number;
  readonly #holdings = new Map<string, Holding>();
  #total = 0;

  /** @param most the largest total of all shares */
  constructor(most: number) {
    this.#most = most;
  }

  get total(): number {
    return this.#total;
  }

  /** Begins a share. It may be lost at once. */
  take(holder: string, amount: number, onLost: () => void): Share {
    const share: Share = { holder, onLost, amount: 0 };
    const holding = this.#holdings.get(holder);
    if (holding) holding.shares.add(share);
    else this.#holdings.set(holder, { shares: new Set([share]), amount: 0 });
    this.grow(share, amount);
    return share;
  }

  /** Adds to a share. It may be lost by that. Does nothing if it has ended. */
  grow(share: Share, by: number): void {
    const holding = this.#holdings.get(share.holder);
    if (!holding?.shares.has(share)) return;
    share.amount += by;
    holding.amount += by;
    this.#total += by;
    while (this.#total > this.#most) {
      const lost = largest(this.#largestHolding(share.holder).shares);
      this.end(lost);
      lost.onLost();
    }
  }

  /** Ends a share. Does nothing if it has ended. */
  end(share: Share): void {
    const holding = this.#holdings.get(share.holder);
    if (!holding?.shares.delete(share)) return;
    holding.amount -= share.amount;
    this.#total -= share.amount;
    if (holding.shares.size === 0) this.#holdings.delete(share.holder);
  }

  /** Of equal ones, that of the holder who asks for more. */
  #largestHolding(asking: string): Holding {
    let found = this.#holdings.get(asking);
    for (const holding of this.#holdings.values()) if (!found || holding.amount > found.amount) found = holding;
    return found!;
  }
}

function largest(shares: Iterable<Share>): Share {
  let found: Share | undefined;
  for (const share of shares) if (!found || share.amount >= found.amount) found = share;
  return found!;
}
