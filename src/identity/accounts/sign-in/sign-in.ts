import { sql, type Database } from '../../../platform/sql/sql.ts';
import { findAccount, residentIdOf, type Person } from '../account.ts';
import type { AccountDatabase } from '../account-database.ts';
import type { Origin, SignInResult, Capacity } from '../accounts.ts';
import { passwordAcr, type Acr } from '../passkeys/assurance.ts';
import { isPasswordLength, type Passwords } from '../passwords/passwords.ts';
import type { Journal } from '../journal/journal.ts';
import { normalizeEmail } from '../../../platform/mail/normalize-email.ts';
import { isAssured, purposesOf, purposesWithin } from '../../../engine/policy/decision/enter.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { rolesOf } from '../../../engine/policy/declaration/vocabulary.ts';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { addressSite } from '../../../platform/network/network-address.ts';
import { addressLimitersIn, countOnce, limitersIn, type AddressLimit, type Limit } from '../../../platform/sql/limiters.ts';
import { digestOf } from '../mails/secret-token.ts';

/** The dependencies of signing in with a password. */
export interface SignInNeeds {
  readonly database: AccountDatabase;
  readonly throttle: SignInThrottle;
  readonly passwords: Passwords;
  readonly journal: Journal;
  readonly now: () => Date;
}

/** The longest text that is taken for a mail address. */
const longestEmail = 320;

/** Signs in with a password; see `Accounts.signIn`. @throws PrivacyError LOG_UNAVAILABLE: no one is signed in without an entry */
export async function signIn(needs: SignInNeeds, given: string, password: string, from: Origin): Promise<SignInResult> {
  const { database, throttle, passwords, journal, now } = needs;
  // An invalid mail address is treated like one without an account.
  const email = normalizeEmail(given) ?? given.slice(0, longestEmail);
  const counted = await throttle.count(email, from);
  if (counted.kind === 'throttled') return counted;
  const { holder } = counted;
  const account = await findAccount(database, { email });
  const hash = account?.passwordHash ?? passwords.dummy;
  const verified = isPasswordLength(password) ? await passwords.verify(password, hash, holder) : false;
  if (verified === 'OVERDUE') return { kind: 'throttled', seconds: passwords.retryAfter };
  if (!account || account.isDisabled || account.passwordHash === null || !verified) {
    await journal.failed(database, 'sign-in-failed', account, now());
    return { kind: 'refused' };
  }
  await journal.own(database, 'sign-in', account, now());
  await throttle.forgive(email, from);
  if (from.browser !== undefined) await rememberBrowser(database, account.accountId, from.browser, now());
  const renewed = await passwords.renew(password, hash, holder);
  if (renewed !== undefined) {
    await sql`
      update identity.account set password_hash = ${renewed} where id = ${account.accountId}::uuid and password_hash = ${hash}`.execute(
      database,
    );
  }
  return { kind: 'signed-in', accountId: account.accountId, epoch: account.epoch, acr: passwordAcr, amr: ['pwd'] };
}

interface Found extends Person {
  readonly hasEnded: boolean;
  readonly roles: readonly string[];
  readonly reviewsLog: boolean;
  readonly onRecord: boolean;
}

/** In what an account may act now; see `Accounts.capacities`. */
export async function readCapacities(
  database: Database,
  policy: Policy,
  accountId: string,
  acr: Acr = passwordAcr,
  epoch?: number,
): Promise<Capacity[]> {
  const { rows } = await sql<Found>`
    select account.id as "accountId", account.resident_id as "residentId", account.employee_id as "employeeId",
      coalesce(record.has_ended, false) or exists (select from identity.held where held.id = account.id) as "hasEnded", coalesce(employment.roles, '{}') as roles,
      coalesce(employment.reviews_log, false) as "reviewsLog", employment.resident_id is not null as "onRecord"
    from identity.account account
    left join identity.record record on record.id = coalesce(account.resident_id, account.id)
    left join identity.employment employment on employment.id = account.employee_id
    where account.id = ${accountId}::uuid and account.disabled_at is null
      and account.epoch = coalesce(${epoch ?? null}::integer, account.epoch)`.execute(database);
  const [found] = rows;
  const { vocabulary } = policy;
  if (!found) return [];
  const residentId = found.hasEnded ? undefined : residentIdOf(found);
  const capacities = [
    ...(residentId === undefined ? [] : rolesOf(vocabulary, 'DATA_SUBJECT').map((role) => ({ role, principalId: residentId }))),
    ...rolesOf(vocabulary, 'EMPLOYEE').flatMap((role) =>
      found.employeeId !== null && found.roles.includes(role) ? [{ role, principalId: found.employeeId }] : [],
    ),
  ];
  return capacities
    .filter(({ role }) => isAssured(vocabulary, role, acr))
    .map((one) => ({ ...one, purposes: purposesWithin(vocabulary, purposesOf(policy, one.role), found) }));
}

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How often passwords may be tried without success. */
export const signInLimits = {
  /** From one network address, which a town hall or a family may share. */
  address: { name: 'address', points: 50, site: 500, duration: 15 * minute },
  /** With one account's address from one network address. */
  pair: { name: 'pair', points: 10, duration: 15 * minute },
  /** With one account's address from all network addresses. */
  account: { name: 'account', points: 30, duration: hour },
  /** The most that NIST SP 800-63B-4 §3.2.2 allows in a row. Then only a reset by mail, or a passkey, signs in before the time is over. */
  row: { name: 'row', points: 100, duration: 30 * day },
  /** With one account's address from one browser in which the account has signed in before: what strangers try counts elsewhere. */
  browser: { name: 'browser', points: 10, duration: 15 * minute },
  browserRow: { name: 'browser-row', points: 100, duration: 30 * day },
} as const satisfies Record<string, Limit | AddressLimit>;

/** How often passwords may be hashed, with success or without: each costs a processor a tenth of a second. Nothing gives it back. */
export const hashLimits = {
  /** From one network address, for all browsers there that no account knows. */
  address: { name: 'hash', points: 300, site: 1_500, duration: 15 * minute },
  /** From one browser that an account knows. */
  browser: { name: 'hash-browser', points: 30, duration: 15 * minute },
} as const satisfies Record<string, Limit | AddressLimit>;

/** The outcome of a try: it continues in the turns of `holder`, or waits. */
export type Counted = { readonly kind: 'counted'; readonly holder: string } | { readonly kind: 'throttled'; readonly seconds: number };

/**
 * Bounds how often passwords are tried. It counts for addresses that no account has as for others. A browser in which the account has
 * signed in before is counted by itself: so strangers, who use up what all others have, shut no owner out, and a sign-in there gives them
 * nothing back. It also has turns of its own at hashing; all others of a site share theirs.
 */
export interface SignInThrottle {
  /** Counts a try before it is made, so that tries at the same time count too. */
  count(email: string, from: Origin): Promise<Counted>;
  /** Counts a hash of a password that is not tried, such as a new one. */
  countHash(email: string, from: Origin): Promise<Counted>;
  /** Takes back what tries of an account counted, after a success, but not what they cost. */
  forgive(email: string, from: Origin): Promise<void>;
  /** Lets an account be tried again from everywhere, after its password was reset. */
  reset(email: string): Promise<void>;
}

/**
 * @param disguise makes a keyed digest, so that no address is stored
 * @param email as it is normalised, or as it was given
 */
export function openSignInThrottle(database: Database, disguise: (kind: string, text: string) => string): SignInThrottle {
  const limiterOf = limitersIn(database, ['identity', 'attempt']);
  const addressLimiterOf = addressLimitersIn(database, ['identity', 'attempt'], disguise);
  const limiters = {
    pair: limiterOf(signInLimits.pair),
    account: limiterOf(signInLimits.account),
    row: limiterOf(signInLimits.row),
    browser: limiterOf(signInLimits.browser),
    browserRow: limiterOf(signInLimits.browserRow),
    browserHashes: limiterOf(hashLimits.browser),
  };
  const [byAddress, hashes] = [addressLimiterOf(signInLimits.address), addressLimiterOf(hashLimits.address)];
  const throttled = (seconds: number): Counted => ({ kind: 'throttled', seconds });
  /** @returns the key of a browser that the account knows */
  const keyOfBrowser = async (email: string, { browser }: Origin): Promise<string | undefined> =>
    browser !== undefined && (await isKnownBrowser(database, email, browser)) ? disguise('browser', `${browser} ${email}`) : undefined;
  const countAll = async (keys: readonly (readonly [RateLimiterPostgres, string])[]): Promise<number | undefined> => {
    for (const [limiter, key] of keys) {
      const seconds = await countOnce(limiter, key);
      if (seconds !== undefined) return seconds;
    }
    return undefined;
  };
  const keysOfAccount = (email: string, { address }: Origin) =>
    [
      [limiters.pair, disguise('pair', `${address} ${email}`)],
      [limiters.account, disguise('email', email)],
      [limiters.row, disguise('email', email)],
    ] as const;
  const countHashOf = async (known: string | undefined, { address }: Origin): Promise<Counted> => {
    const seconds = known === undefined ? await hashes.count(address) : await countOnce(limiters.browserHashes, known);
    return seconds === undefined ? { kind: 'counted', holder: known ?? addressSite(address) } : throttled(seconds);
  };
  return {
    async count(email, from) {
      const known = await keyOfBrowser(email, from);
      // The origin first: what it may not try counts for no account, and as no hash.
      const ofOrigin = known === undefined ? await byAddress.count(from.address) : undefined;
      if (ofOrigin !== undefined) return throttled(ofOrigin);
      const counted = await countHashOf(known, from);
      if (counted.kind === 'throttled') return counted;
      const ofBrowser = [limiters.browser, limiters.browserRow].map((limiter) => [limiter, known ?? ''] as const);
      const seconds = await countAll(known === undefined ? keysOfAccount(email, from) : ofBrowser);
      return seconds === undefined ? counted : throttled(seconds);
    },
    countHash: async (email, from) => countHashOf(await keyOfBrowser(email, from), from),
    async forgive(email, from) {
      const known = await keyOfBrowser(email, from);
      if (known !== undefined) {
        for (const limiter of [limiters.browser, limiters.browserRow]) await limiter.delete(known);
        return;
      }
      await byAddress.giveBack(from.address);
      for (const [limiter, key] of keysOfAccount(email, from)) await limiter.delete(key);
    },
    async reset(email) {
      for (const limiter of [limiters.account, limiters.row]) await limiter.delete(disguise('email', email));
    },
  };
}

/** Days that a browser stays known after its latest sign-in. */
export const knownBrowserDays = 180;
/** The most browsers that an account knows. */
const mostBrowsers = 20;

/** Whether the account of an address has signed in in a browser. The same statement runs for an address that no account has. */
async function isKnownBrowser(database: Database, email: string, browser: string): Promise<boolean> {
  const { rows } = await sql`
    select from identity.known_browser
    where hash = ${digestOf(browser)} and account_id = (select id from identity.account where email = ${email})`.execute(database);
  return rows.length > 0;
}

/**
 * Notes that an account has signed in in a browser. Beyond the most, the browser goes that became known last, and not the one that was
 * unused for longest: someone with the password must not push the owner's own out.
 * @param browser the secret in its cookie, which is stored as a digest
 */
export async function rememberBrowser(database: Database, accountId: string, browser: string, now: Date): Promise<void> {
  const hash = digestOf(browser);
  await sql`
    insert into identity.known_browser (account_id, hash, made_at, last_used_at) values (${accountId}::uuid, ${hash}, ${now}, ${now})
    on conflict (account_id, hash) do update set last_used_at = excluded.last_used_at`.execute(database);
  await sql`
    delete from identity.known_browser where account_id = ${accountId}::uuid and hash in (
      select hash from identity.known_browser where account_id = ${accountId}::uuid and hash <> ${hash}
      order by made_at, hash offset ${sql.lit(mostBrowsers - 1)})`.execute(database);
}
