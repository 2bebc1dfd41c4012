import { people } from '../../../src/town/staff/people.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { CompiledQuery } from 'kysely';
import { cast } from '../../../demo/personas.ts';
import { openSmallPool, type SmallPool } from '../../../src/platform/postgres/connections/open-small-pool.ts';
import type { AccountDatabase } from '../../../src/identity/accounts/account-database.ts';
import { openAccounts } from '../../../src/identity/accounts/open-accounts.ts';
import { openPasswords } from '../../../src/identity/accounts/passwords/passwords.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { testCalendar } from '../../helpers/time/calendar.ts';
import { copyDatabase, testNow, type TestDatabase } from '../../helpers/database/cluster.ts';
import { cheap, goodPassword, plain, storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { patientDeadlines } from '../../helpers/gateway/patient-deadlines.ts';

// The cost of an answer must not tell whether there is an account. Times are measured by `bench sign-in`; here the work is compared.
const from = { address: '203.0.113.7' };
const [known, unknown] = ['known@mail.example', 'unknown@mail.example'];
let database: TestDatabase;
let pool: SmallPool;
let accounts: ReturnType<typeof openAccounts>;
/** The work that was done, in order. */
let work: string[] = [];

/** A database that notes its statements: the entry of a known account and the count of a stranger are one row each. */
function noting(inner: AccountDatabase): AccountDatabase {
  const on = (one: Pick<AccountDatabase, 'executeQuery'>): Pick<AccountDatabase, 'executeQuery'> => ({
    executeQuery: <Row>(statement: CompiledQuery<Row>) => {
      const text = statement.sql.replaceAll(/\s+/g, ' ').trim();
      work.push(/access_log\.staged|identity\.stranger_failure/.test(text) ? 'one row about a failure' : text);
      return one.executeQuery(statement);
    },
  });
  return {
    ...on(inner),
    transaction: (use) => {
      work.push('begin');
      return inner.transaction((transaction) => use(on(transaction)));
    },
  };
}

beforeAll(async () => {
  database = await copyDatabase();
  pool = openSmallPool(database.roles.identity, patientDeadlines);
  const passwords = openPasswords(cheap);
  const noted = {
    ...passwords,
    verify: (password: string, hash: string, holder: string) => {
      work.push(`argon2id ${hash.split('$')[3]!}`);
      return passwords.verify(password, hash, holder);
    },
    hash: (password: string, holder: string) => {
      work.push('argon2id');
      return passwords.hash(password, holder);
    },
  };
  accounts = openAccounts({
    database: noting(pool),
    calendar: testCalendar,
    policy: policyInForce,
    people,
    disguise: plain,
    workMailDomains: [],
    now: () => testNow,
    passwords: noted,
  });
  await storeAccount(database, { email: known, residentId: cast.resident });
  await storeAccount(database, { email: 'disabled@mail.example', disabled: true });
  await storeAccount(database, { email: 'passkey@mail.example', password: null });
});
beforeEach(() => database.asOwner('delete from identity.attempt'));
afterAll(async () => {
  await pool.stop();
  await database.drop();
});

async function workOf(act: () => Promise<unknown>): Promise<{ readonly work: readonly string[]; readonly answer: unknown }> {
  work = [];
  const answer = await act();
  return { work, answer };
}

test('a sign-in takes the same statements and one hash of the same cost, whatever is wrong', async () => {
  expect(await accounts.signIn(known, goodPassword, from)).toMatchObject({ kind: 'signed-in' });
  const wrong = await workOf(() => accounts.signIn(known, 'wrong horse battery', from));
  expect(wrong.work.filter((step) => step.startsWith('argon2id'))).toEqual(['argon2id m=64,t=1,p=1']);
  expect(wrong.work.at(-1)).toBe('one row about a failure');
  for (const email of [unknown, 'disabled@mail.example', 'passkey@mail.example', 'no address'])
    expect(await workOf(() => accounts.signIn(email, goodPassword, from))).toEqual(wrong);
});

test.each(['REGISTER', 'RESET'] as const)(
  'a link to %s is asked for by the same statements, and one mail waits in any case',
  async (kind) => {
    const asked = await workOf(() => accounts.askForMail(kind, known, 'en', from));
    expect(asked.answer).toEqual({ kind: 'asked' });
    expect(asked.work.filter((step) => step.startsWith('insert into identity.mail'))).toHaveLength(1);
    expect(asked.work.some((step) => step.includes('identity.account'))).toBe(false);
    for (const email of [unknown, 'disabled@mail.example'])
      expect(await workOf(() => accounts.askForMail(kind, email, 'en', from))).toEqual(asked);
  },
);

test('a wrong code of a record or an invitation takes the same statements, whatever is wrong', async () => {
  const id = await storeAccount(database, { email: 'claiming@mail.example' });
  const other = await storeAccount(database, { email: 'other@mail.example', residentId: cast.neighbour });
  const codes = ['AAAA-AAAA-AAAA', 'BBBB-BBBB-BBBB', '', 'x'.repeat(2_000)];
  const claimed = await workOf(() => accounts.claimRecord(id, { code: codes[0]!, second: codes[1]! }, from));
  expect(claimed.answer).toEqual({ kind: 'refused' });
  for (const [at, code] of codes.entries())
    expect(await workOf(() => accounts.claimRecord(id, { code, second: codes.at(-1 - at)! }, from))).toEqual(claimed);
  const refused = await workOf(() => accounts.acceptInvitation(id, codes[0]!, 'none'));
  expect(refused.answer).toBe(false);
  for (const account of [id, other])
    for (const code of codes) expect(await workOf(() => accounts.acceptInvitation(account, code, 'none'))).toEqual(refused);
});
