import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { addressSite } from '../../address-group.ts';
import { countOnce, limitersIn, type Limit } from '../../limiters.ts';
import type { Database } from '../../sql.ts';
import type { Origin } from './accounts.ts';
import { isKnownBrowser } from './known-browsers.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How often passwords may be tried without success. */
export const signInLimits = {
  /** From one network address, which a town hall or a family may share. */
  address: { name: 'address', points: 50, duration: 15 * minute },
  /** From all networks of one site with IPv6, which one customer may have. */
  site: { name: 'site', points: 500, duration: 15 * minute },
  /** With one account's address from one network address. */
  pair: { name: 'pair', points: 10, duration: 15 * minute },
  /** With one account's address from all network addresses. */
  account: { name: 'account', points: 30, duration: hour },
  /** The most that NIST SP 800-63B-4 §3.2.2 allows in a row. Then only a reset by mail, or a passkey, signs in before the time is over. */
  row: { name: 'row', points: 100, duration: 30 * day },
  /** With one account's address from one browser in which the account has signed in before: what strangers try counts elsewhere. */
  browser: { name: 'browser', points: 10, duration: 15 * minute },
  browserRow: { name: 'browser-row', points: 100, duration: 30 * day },
} as const satisfies Record<string, Limit>;

/**
 * Bounds how often passwords are tried. It counts for addresses that no account has as for others. A browser in which the account has
 * signed in before is counted by itself: so strangers, who use up what all others have, shut no owner out, and a sign-in there gives them
 * nothing back.
 */
export interface SignInThrottle {
  /** Counts a try before it is made, so that tries at the same time count too. @returns undefined: go on; or the seconds to wait */
  count(email: string, from: Origin): Promise<number | undefined>;
  /** Takes back what tries of an account counted, after a success. */
  forgive(email: string, from: Origin): Promise<void>;
  /** Lets an account be tried again from everywhere, after its password was reset. */
  reset(email: string): Promise<void>;
}

type Key = readonly [limiter: RateLimiterPostgres, key: string];

/**
 * @param disguise makes a keyed digest, so that no address is stored
 * @param email as it is normalised, or as it was given
 */
export function openSignInThrottle(database: Database, disguise: (kind: string, text: string) => string): SignInThrottle {
  const limiterOf = limitersIn(database, ['identity', 'attempt']);
  const limiters = {
    address: limiterOf(signInLimits.address),
    site: limiterOf(signInLimits.site),
    pair: limiterOf(signInLimits.pair),
    account: limiterOf(signInLimits.account),
    row: limiterOf(signInLimits.row),
    browser: limiterOf(signInLimits.browser),
    browserRow: limiterOf(signInLimits.browserRow),
  };
  const keysOfBrowser = async (email: string, { browser }: Origin): Promise<readonly Key[] | undefined> => {
    if (browser === undefined || !(await isKnownBrowser(database, email, browser))) return undefined;
    const key = disguise('browser', `${browser} ${email}`);
    return [
      [limiters.browser, key],
      [limiters.browserRow, key],
    ];
  };
  const keysOfOrigin = ({ address }: Origin): readonly Key[] => {
    const site = addressSite(address);
    return [
      [limiters.address, disguise('address', address)],
      ...(site === undefined ? [] : ([[limiters.site, disguise('site', site)]] as const)),
    ];
  };
  const keysOfAccount = (email: string, { address }: Origin): readonly Key[] => [
    [limiters.pair, disguise('pair', `${address} ${email}`)],
    [limiters.account, disguise('email', email)],
    [limiters.row, disguise('email', email)],
  ];
  return {
    async count(email, from) {
      // The origin first: what it may not try counts for no account.
      for (const [limiter, key] of (await keysOfBrowser(email, from)) ?? [...keysOfOrigin(from), ...keysOfAccount(email, from)]) {
        const seconds = await countOnce(limiter, key);
        if (seconds !== undefined) return seconds;
      }
      return undefined;
    },
    async forgive(email, from) {
      const ofBrowser = await keysOfBrowser(email, from);
      for (const [limiter, key] of ofBrowser ?? []) await limiter.delete(key);
      if (ofBrowser) return;
      for (const [limiter, key] of keysOfOrigin(from)) await limiter.reward(key);
      for (const [limiter, key] of keysOfAccount(email, from)) await limiter.delete(key);
    },
    async reset(email) {
      for (const limiter of [limiters.account, limiters.row]) await limiter.delete(disguise('email', email));
    },
  };
}
