import { LRUCache } from 'lru-cache';
import type { Deadline } from '../../platform/time/deadline.ts';
import type { Pace } from '../../engine/execution/pace.ts';

/**
 * Divides the time of the event loop between principals. A principal that uses much of it goes on in small parts, in turn with
 * others that do; while others ask for little, it uses at most `rate` of the time.
 */
export interface TimeShares {
  /**
   * Begins a request of a principal. If the principal has used much and others ask for little, the request waits for its share.
   * @param deadline of the request; it ends waits in the middle of its work
   */
  begin(key: string, deadline: Pick<Deadline, 'check'>): TimeShare | Promise<TimeShare>;
  /** Counts what a refused request used, and waits as the next request of its sender would. @param used milliseconds */
  pay(key: string, used: number): Promise<void>;
}

/** One request's share. */
export interface TimeShare extends Pace {
  /** Counts as well, work that cannot be divided. After much of it the principal rests, even if nobody else asks. */
  countWhole(): void;
  /** Counts time that the request used elsewhere. @param used milliseconds */
  charge(used: number): void;
  /** From now on the request goes on in the next turn of the event loop: a transaction must not wait for others. */
  hurry(): void;
  /** Whether others must have their turn before the request asks for anything more. */
  readonly isSpent: boolean;
  /** Ends the request. */
  end(): void;
}

/** What one principal has used. */
interface Account {
  /** Milliseconds of the event loop, less what was allowed since. */
  used: number;
  /** When `used` was computed. */
  at: number;
  /** Requests that have begun and not ended. */
  running: number;
  /** Whether it used more than `burst`, and has not rested for long enough since. */
  isHeavy: boolean;
  /** Until when it rests after work that could not be divided, even if nobody else asks. */
  restsUntil: number;
}

/** A request that ended, of a principal that is not heavy. */
interface Ended {
  readonly account: Account | undefined;
  readonly at: number;
}

interface Waiting {
  readonly account: Account;
  /** When it goes on, whatever its principal uses. */
  readonly until: number;
  readonly begin: () => void;
}

/** Milliseconds that a principal may use at once before its requests are divided into parts. */
const burst = 5;
/** The share of the time that a principal may use while others ask for little. */
const rate = 0.1;
/** The most milliseconds of use that are remembered: while others ask, a principal waits at most (most - burst) / rate. */
const most = 50;
/** Milliseconds of one part. */
const part = 1;
/** Milliseconds of work without a pause after which its principal rests, and for how many times as long; at most so many in all. */
const rest = { from: 3, times: 4, most: 50 };
/** Milliseconds for which someone who asked counts as still asking: the next request of a page or an app comes within it. */
const lingering = 50;
/** The most milliseconds of one wait: what its principal uses meanwhile cannot hold a request for ever. */
const longestWait = 5_000;
/** Milliseconds after which waiting requests are looked at again. */
const pause = 1;
/** The most principals whose use is remembered. */
const mostAccounts = 10_000;

/** Makes the shares of one instance. @param clock milliseconds */
export function createTimeShares(clock: () => number = () => performance.now()): TimeShares {
  const accounts = new LRUCache<string, Account>({ max: mostAccounts });
  const waiting: Waiting[] = [];
  /** Requests of principals that are not heavy; the last that ended, and the last of another principal. */
  let light = 0;
  let last: Ended = { account: undefined, at: Number.NEGATIVE_INFINITY };
  let lastOfAnother = last;
  let isLooking = false;

  const accountOf = (key: string, now: number): Account => {
    let account = accounts.get(key);
    if (!account) accounts.set(key, (account = { used: 0, at: now, running: 0, isHeavy: false, restsUntil: now }));
    return account;
  };
  /** Takes off what was allowed since the last time, adds a use, and notes whether the principal is heavy. */
  const charge = (account: Account, used: number, now: number): void => {
    account.used = Math.min(most, Math.max(0, account.used - (now - account.at) * rate) + used);
    account.at = now;
    const isHeavy = account.used > (account.isHeavy ? burst / 2 : burst);
    if (isHeavy === account.isHeavy) return;
    account.isHeavy = isHeavy;
    light += isHeavy ? -account.running : account.running;
  };
  const mayGo = (account: Account, now: number): boolean => {
    charge(account, 0, now);
    if (!account.isHeavy) return true;
    // Its own requests are none of others.
    const beside = last.account === account ? lastOfAnother : last;
    return light === 0 && now >= account.restsUntil && now - beside.at >= lingering;
  };
  /** Lets one request go on, in the order in which they wait, in one turn of the event loop. */
  const look = (): void => {
    isLooking = false;
    const now = clock();
    const index = waiting.findIndex(({ account, until }) => now >= until || mayGo(account, now));
    const [next] = index >= 0 ? waiting.splice(index, 1) : [];
    next?.begin();
    lookAgain(next !== undefined);
  };
  const lookAgain = (soon: boolean): void => {
    if (isLooking || waiting.length === 0) return;
    isLooking = true;
    if (soon) setImmediate(look);
    else setTimeout(look, pause);
  };
  const wait = (account: Account, begin: () => void): void => {
    waiting.push({ account, until: clock() + longestWait, begin });
    lookAgain(true);
  };

  const begin: TimeShares['begin'] = (key, deadline) => {
    const begun = clock();
    const account = accountOf(key, begun);
    const isFree = mayGo(account, begun);
    account.running += 1;
    if (!account.isHeavy) light += 1;
    if (isFree) return shareOf(account, deadline);
    return new Promise((goOn) => wait(account, () => goOn(shareOf(account, deadline))));
  };

  const shareOf = (account: Account, deadline: Pick<Deadline, 'check'>): TimeShare => {
    // Parts of the request that wait, such as its lists. One of them goes on in each turn.
    const parts: (() => void)[] = [];
    let hasTurn = true;
    let hurries = false;
    let inPart = 0;
    let mark = clock();
    const count = (): number => {
      const now = clock();
      const used = now - mark;
      inPart += used;
      charge(account, used, now);
      mark = now;
      return used;
    };
    const waitForTurn = (): void => {
      if (hurries) setImmediate(takeTurn);
      else wait(account, takeTurn);
    };
    const takeTurn = (): void => {
      hasTurn = true;
      inPart = 0;
      parts.shift()!();
      if (parts.length > 0) waitForTurn();
    };
    return {
      begin: () => void (mark = clock()),
      count,
      countWhole() {
        const used = count();
        if (used > rest.from) account.restsUntil = mark + Math.min(rest.most, used * rest.times);
      },
      charge: (used) => charge(account, used, clock()),
      hurry: () => void (hurries = true),
      get isSpent() {
        return !hasTurn || account.isHeavy;
      },
      get mustYield() {
        return !hasTurn || (inPart >= part && account.isHeavy);
      },
      async yield() {
        hasTurn = false;
        await new Promise<void>((goOn) => {
          parts.push(goOn);
          if (parts.length === 1) waitForTurn();
        });
        deadline.check();
      },
      end() {
        account.running -= 1;
        if (account.isHeavy) return;
        light -= 1;
        if (last.account !== account) lastOfAnother = last;
        last = { account, at: clock() };
      },
    };
  };

  return {
    begin,
    async pay(key, used) {
      const share = await begin(key, { check: () => undefined });
      share.charge(used);
      share.end();
    },
  };
}
