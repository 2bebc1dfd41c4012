import { LRUCache } from 'lru-cache';

/** One principal's use of the event loop: a leaky bucket. */
export interface TimeAccount {
  /** Milliseconds that it used, less what leaked since. */
  used: number;
  /** When `used` was computed. */
  at: number;
  /** Requests that have begun and not ended. */
  running: number;
  /** Whether it used more than `burst`, and has not leaked enough since. */
  isThrottled: boolean;
  /** Until when it cools down after work that blocked the event loop, even if no other principal asks. */
  coolsUntil: number;
}

/** The end of a request of a principal that was not throttled. */
interface Ended {
  readonly account: TimeAccount | undefined;
  readonly at: number;
}

/** Milliseconds that a principal may use at once before it is throttled. */
const burst = 5;
/** The share of the time that a throttled principal has while others ask: how fast its bucket leaks. */
const rate = 0.1;
/** The most milliseconds that a bucket holds: while others ask, a throttled principal waits at most (bucket - burst) / rate. */
const bucket = 50;
/** Milliseconds of blocking work after which a principal cools down, and for how many times as long; at most so many in all. */
const cooldown = { from: 3, times: 4, most: 50 };
/** Milliseconds for which a principal counts as active after a request: the next request of a page or an app comes within it. */
const lingering = 50;
/** The most principals whose use is remembered. */
const mostAccounts = 10_000;

/** Accounts for the time of the event loop, and decides which principals must wait. Times are milliseconds of one clock. */
export class TimeAccounts {
  readonly #accounts = new LRUCache<string, TimeAccount>({ max: mostAccounts });
  /** Requests that run, of principals that are not throttled. */
  #unthrottled = 0;
  #last: Ended = { account: undefined, at: Number.NEGATIVE_INFINITY };
  /** The last one of another principal than that of `#last`. */
  #lastOfAnother = this.#last;

  of(key: string, now: number): TimeAccount {
    let account = this.#accounts.get(key);
    if (!account) this.#accounts.set(key, (account = { used: 0, at: now, running: 0, isThrottled: false, coolsUntil: now }));
    return account;
  }

  /** Adds a use. Work that blocked the event loop may be followed by a cooldown. */
  charge(account: TimeAccount, used: number, now: number, isBlocking = false): void {
    account.used = Math.min(bucket, Math.max(0, account.used - (now - account.at) * rate) + used);
    account.at = now;
    if (isBlocking && used > cooldown.from) account.coolsUntil = now + Math.min(cooldown.most, used * cooldown.times);
    // Half of the burst must leak, so that it is not throttled and released in turn.
    const isThrottled = account.used > (account.isThrottled ? burst / 2 : burst);
    if (isThrottled === account.isThrottled) return;
    account.isThrottled = isThrottled;
    this.#unthrottled += isThrottled ? -account.running : account.running;
  }

  /** Whether a request of a principal may go on: it is not throttled, or no other principal asks. */
  mayGoOn(account: TimeAccount, now: number): boolean {
    this.charge(account, 0, now);
    if (!account.isThrottled) return true;
    const lastOther = this.#last.account === account ? this.#lastOfAnother : this.#last;
    return this.#unthrottled === 0 && now >= account.coolsUntil && now - lastOther.at >= lingering;
  }

  /** Counts a request that begins, or waits to. */
  begin(account: TimeAccount): void {
    account.running += 1;
    if (!account.isThrottled) this.#unthrottled += 1;
  }

  end(account: TimeAccount, now: number): void {
    account.running -= 1;
    if (account.isThrottled) return;
    this.#unthrottled -= 1;
    if (this.#last.account !== account) this.#lastOfAnother = this.#last;
    this.#last = { account, at: now };
  }
}
