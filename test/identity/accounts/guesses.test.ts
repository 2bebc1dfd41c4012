import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { signInLimits } from '../../../src/identity/accounts/sign-in/sign-in.ts';
import { openPasswords } from '../../../src/identity/accounts/passwords/passwords.ts';
import { copyDatabase, type TestDatabase } from '../../helpers/database/cluster.ts';
import { cheap, goodPassword, openTestAccounts, storeAccount, type TestAccounts } from '../../helpers/identity/open-test-accounts.ts';

const email = 'dog.owner@example.org';
const guesses = 10_000;
let database: TestDatabase;
/** Two instances that share the database. */
let instances: TestAccounts[];
/** How many passwords were tried: none is hashed. */
let tried: number;

beforeAll(async () => {
  database = await copyDatabase();
  const passwords = {
    ...openPasswords(cheap),
    verify: (password: string) => {
      tried += 1;
      return Promise.resolve(password === goodPassword);
    },
  };
  instances = [openTestAccounts(database, undefined, passwords), openTestAccounts(database, undefined, passwords)];
  await storeAccount(database, { email });
});
beforeEach(async () => {
  tried = 0;
  await database.asOwner('delete from identity.attempt');
});
afterAll(async () => {
  for (const instance of instances) await instance.stop();
  await database.drop();
});

/** Makes all guesses, several at once, in turns at each instance. */
async function guessAll(guess: (accounts: TestAccounts, number: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < guesses) {
      const number = next;
      next += 1;
      await guess(instances[number % 2]!, number);
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
}

test('of 10,000 guesses from a thousand addresses, an hour lets 30 through', async () => {
  await guessAll((accounts, number) => accounts.signIn(email, `guess number ${number}`, { address: `198.51.100.${number % 1_000}` }));
  expect(tried).toBe(signInLimits.account.points);
});

test('of 10,000 guesses from one address at as many accounts, a quarter of an hour lets 50 through', async () => {
  await guessAll((accounts, number) => accounts.signIn(`resident${number}@example.org`, goodPassword, { address: '198.51.100.7' }));
  expect(tried).toBe(signInLimits.address.points);
});

test('of guesses from as many networks of one IPv6 site at as many accounts, a quarter of an hour lets 500 through', async () => {
  const [accounts] = instances as [TestAccounts];
  const address = (network: number): string => `2001:db8:7:${network.toString(16)}`;
  for (let number = 0; number < signInLimits.address.site + 20; number += 1)
    await accounts.signIn(`resident${number}@example.org`, `guess number ${number}`, { address: address(number) });
  expect(tried).toBe(signInLimits.address.site);
  expect(await accounts.signIn(email, goodPassword, { address: address(1) })).toMatchObject({ kind: 'throttled' });
  expect(await accounts.signIn(email, goodPassword, { address: '2001:db8:8:1' })).toMatchObject({ kind: 'signed-in' });
  // A success takes back what it counted, for the site too.
  const counted = await database.asOwner<{ points: number }>(
    `select points from identity.attempt where key like 'address-site:%2001:db8:8'`,
  );
  expect(counted).toEqual([{ points: 0 }]);
});

test('guesses in a row that take hours end at 100', async () => {
  const [accounts] = instances as [TestAccounts];
  for (let hour = 0; hour < 5; hour += 1) {
    // An hour later, only the count of a row is left.
    await database.asOwner(`delete from identity.attempt where key not like 'row:%'`);
    for (let number = 0; number < signInLimits.account.points; number += 1) {
      await accounts.signIn(email, `guess number ${number}`, { address: `198.51.100.${number}` });
    }
  }
  expect(tried).toBe(signInLimits.row.points);
});
