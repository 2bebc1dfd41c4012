import type { Deadline } from '../../platform/time/deadline.ts';
import type { Pace } from '../../engine/execution/pace.ts';
import { LRUCache } from 'lru-cache';

/**
 * Schedules the event loop between principals. A principal that uses much of it is throttled: it goes on in time slices, in turn with
 * others that are; while others ask, it has a tenth of the time.
 */
export interface TimeShares {
  /**
   * Begins a request of a principal. If the principal is throttled and others ask, the request waits.
   * @param deadline of the request; it ends waits in the middle of its work
   */
  begin(key: string, deadline: Pick<Deadline, 'check'>): TimeShare | Promise<TimeShare>;
  /** Counts what a refused request used, and waits as the next request of its sender would. @param used milliseconds */
  chargeRefusal(key: string, used: number): Promise<void>;
}

/** One request's share. */
export interface TimeShare extends Pace {
  /** Counts work that could not be divided, as `count` does. After much of it the principal cools down, even if no other asks. */
  countBlocking(): void;
  /** Counts time that the request used elsewhere. @param used milliseconds */
  charge(used: number): void;
  /** From now on the request goes on in the next turn of the event loop: a transaction holds locks, and must not wait for others. */
  prioritize(): void;
  /** Whether the request must yield before it asks for anything more. */
  readonly isThrottled: boolean;
  /** Ends the request. */
  end(): void;
}

interface Waiting {
  readonly account: TimeAccount;
  /** When it goes on, whatever its principal uses. */
  readonly until: number;
  readonly goOn: () => void;
}

/** Milliseconds of one time slice. */
const slice = 1;
/** The most milliseconds of one wait: what its principal uses meanwhile cannot hold a request for ever. */
const longestWait = 5_000;
/** Milliseconds after which waiting requests are checked again. */
const pause = 1;

/** Makes the shares of one instance. @param clock milliseconds */
export function createTimeShares(clock: () => number = () => performance.now()): TimeShares {
  const accounts = new TimeAccounts();
  const queue: Waiting[] = [];
  let isScheduled = false;

  /** Resumes the first waiting request that may go on, one in each turn of the event loop. */
  const dispatch = (): void => {
    isScheduled = false;
    const now = clock();
    const index = queue.findIndex(({ account, until }) => now >= until || accounts.mayGoOn(account, now));
    const [next] = index >= 0 ? queue.splice(index, 1) : [];
    next?.goOn();
    schedule(next !== undefined);
  };
  const schedule = (soon: boolean): void => {
    if (isScheduled || queue.length === 0) return;
    isScheduled = true;
    if (soon) setImmediate(dispatch);
    else setTimeout(dispatch, pause);
  };
  const wait = (account: TimeAccount, goOn: () => void): void => {
    queue.push({ account, until: clock() + longestWait, goOn });
    schedule(true);
  };

  const shareOf = (account: TimeAccount, deadline: Pick<Deadline, 'check'>): TimeShare => {
    // Parts of the request that wait, such as its lists. One of them goes on in each turn.
    const parts: (() => void)[] = [];
    let hasTurn = true;
    let isPrioritized = false;
    let usedOfSlice = 0;
    let mark = clock();
    const count = (isBlocking: boolean): void => {
      const now = clock();
      usedOfSlice += now - mark;
      accounts.charge(account, now - mark, now, isBlocking);
      mark = now;
    };
    const waitForTurn = (): void => {
      if (isPrioritized) setImmediate(takeTurn);
      else wait(account, takeTurn);
    };
    const takeTurn = (): void => {
      hasTurn = true;
      usedOfSlice = 0;
      parts.shift()!();
      if (parts.length > 0) waitForTurn();
    };
    return {
      begin: () => void (mark = clock()),
      count: () => count(false),
      countBlocking: () => count(true),
      charge: (used) => accounts.charge(account, used, clock()),
      prioritize: () => void (isPrioritized = true),
      get isThrottled() {
        return !hasTurn || account.isThrottled;
      },
      get mustYield() {
        return !hasTurn || (usedOfSlice >= slice && account.isThrottled);
      },
      async yield() {
        hasTurn = false;
        await new Promise<void>((goOn) => {
          parts.push(goOn);
          if (parts.length === 1) waitForTurn();
        });
        deadline.check();
      },
      end: () => accounts.end(account, clock()),
    };
  };

  const begin: TimeShares['begin'] = (key, deadline) => {
    const now = clock();
    const account = accounts.of(key, now);
    const isFree = accounts.mayGoOn(account, now);
    accounts.begin(account);
    if (isFree) return shareOf(account, deadline);
    return new Promise((resolve) => wait(account, () => resolve(shareOf(account, deadline))));
  };

  return {
    begin,
    async chargeRefusal(key, used) {
      const share = await begin(key, { check: () => undefined });
      share.charge(used);
      share.end();
    },
  };
}

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
class TimeAccounts {
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
