import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { rememberBrowser, hashLimits } from '../../../../src/identity/accounts/sign-in/sign-in.ts';
import { openPasswords, type Passwords } from '../../../../src/identity/accounts/passwords/passwords.ts';
import { FairSemaphore } from '../../../../src/platform/fairness/bounds.ts';
import { copyDatabase, testNow, type TestDatabase } from '../../../helpers/database/cluster.ts';
import {
  cheap,
  goodPassword as password,
  openTestAccounts,
  storeAccount,
  type TestAccounts,
} from '../../../helpers/identity/open-test-accounts.ts';

// Each sign-in costs a processor a tenth of a second, also one with the right password.
const [email, other] = ['attacker@mail.example', 'owner@mail.example'];
const wrong = 'staple battery horse';
const ownBrowser = 'B'.repeat(43);
let database: TestDatabase;
beforeAll(async () => {
  database = await copyDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  for (const table of ['attempt', 'account']) await database.asOwner(`delete from identity.${table}`);
  await storeAccount(database, { email, residentId: cast.neighbour });
});

async function withAccounts<Result>(passwords: Passwords, use: (accounts: TestAccounts) => Promise<Result>): Promise<Result> {
  const accounts = openTestAccounts(database, undefined, passwords);
  try {
    const accountId = await storeAccount(database, { email: other, residentId: cast.resident });
    await rememberBrowser(accounts.pool, accountId, ownBrowser, testNow);
    return await use(accounts);
  } finally {
    await accounts.stop();
  }
}
const kindOf = async (result: Promise<{ readonly kind: string }>): Promise<string> => (await result).kind;

describe('sign-ins with the right password', () => {
  test.each([
    ['an address', hashLimits.address.points, () => '198.51.100.7', '198.51.100.8'],
    ['a site with IPv6', hashLimits.address.site, (at: number) => `2001:db8:7:${at.toString(16)}`, '2001:db8:8:1'],
  ] as const)('from %s are bounded, and nothing gives them back', async (_what, points, addressOf, elsewhere) => {
    let hashed = 0;
    const verify = async (): Promise<boolean> => {
      hashed += 1;
      return true;
    };
    await withAccounts({ ...openPasswords(cheap), verify }, async (accounts) => {
      let signedIn = 0;
      const worker = async (first: number): Promise<void> => {
        for (let at = first; at < points + 40; at += 8)
          if ((await kindOf(accounts.signIn(email, password, { address: addressOf(at) }))) === 'signed-in') signedIn += 1;
      };
      await Promise.all(Array.from({ length: 8 }, (_none, first) => worker(first)));
      expect([signedIn, hashed]).toEqual([points, points]);
      // Others sign in. So does a person at the same address in a known browser, which has its own limit.
      expect(await kindOf(accounts.signIn(other, password, { address: elsewhere }))).toBe('signed-in');
      const own = { address: addressOf(1), browser: ownBrowser };
      for (let at = 0; at < hashLimits.browser.points; at += 1)
        expect(await kindOf(accounts.signIn(other, password, own))).toBe('signed-in');
      expect(await kindOf(accounts.signIn(other, password, own))).toBe('throttled');
    });
  });
});

describe('while one site floods the queue', () => {
  /** Hashing that takes a while: it notes in which order it is done, and how much was done when the right password began to wait. */
  function noting(): { readonly passwords: Passwords; readonly done: readonly (string | undefined)[]; doneBefore(): number } {
    const semaphore = new FairSemaphore({ slots: 2, waiting: 32, waitingPerKey: 8 });
    const done: (string | undefined)[] = [];
    let before = 0;
    const verify: Passwords['verify'] = async (given, _hash, holder) => {
      if (given === password) before = done.length;
      if ((await semaphore.acquire(holder, 20_000)) !== 'ACQUIRED') return 'OVERDUE';
      await new Promise((end) => setTimeout(end, 40));
      semaphore.release();
      done.push(given);
      return given === password;
    };
    return { passwords: { ...openPasswords(cheap), verify }, done, doneBefore: () => before };
  }

  test.each([
    ['another site', { address: '203.0.113.7' }],
    ['a known browser at the same site', { address: '2001:db8:7:1', browser: ownBrowser }],
  ])('%s signs in as fast as ever', async (_who, from) => {
    const { passwords, done, doneBefore } = noting();
    await withAccounts(passwords, async (accounts) => {
      const flood = Array.from({ length: 40 }, (_none, at) =>
        kindOf(accounts.signIn(`resident${at}@mail.example`, wrong, { address: `2001:db8:7:${at.toString(16)}` })),
      );
      // The queue of the site is full as soon as one is refused.
      await Promise.race(flood.map(async (one) => ((await one) === 'throttled' ? undefined : new Promise(() => undefined))));
      expect(await kindOf(accounts.signIn(other, password, from))).toBe('signed-in');
      // Two were under way, and one of the site had the turn before.
      expect(done.indexOf(password) - doneBefore()).toBeLessThanOrEqual(5);
      const kinds = await Promise.all(flood);
      expect(kinds.filter((kind) => kind === 'throttled').length).toBeGreaterThan(0);
      expect(kinds.filter((kind) => kind === 'signed-in')).toEqual([]);
    });
  });
});
