import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { claimLimits, openClaimRecord, type ClaimRecord } from '../../../src/identity/accounts/joining/claim-record.ts';
import type { ClaimCodes } from '../../../src/identity/accounts/joining/take-claim-code.ts';
import { passwordAcr } from '../../../src/identity/accounts/passkeys/assurance.ts';
import { hasOpenedLink, type AccountSession } from '../../../src/identity/accounts/mails/opened-links.ts';
import { sql } from '../../../src/platform/sql/sql.ts';
import { testJournal } from '../../helpers/identity/journal.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { openTestAccounts, storeAccount, type TestAccounts } from '../../helpers/identity/open-test-accounts.ts';
import { letContactsStand, secondCodeIn, takeMails } from '../../helpers/identity/claims.ts';
import { storeSession } from '../../helpers/identity/store-passkey.ts';
import { waitsForLock } from '../../helpers/database/waits-for-lock.ts';

const from = { address: '203.0.113.7' };
let gateway: TestGateway;
let accounts: TestAccounts;
let claim: ClaimRecord;
let time: Date;

beforeAll(async () => {
  gateway = await openGateway({ clock: () => time });
  await letContactsStand(gateway.database);
  accounts = openTestAccounts(gateway.database, () => time);
  claim = openClaimRecord(
    accounts.pool,
    testJournal,
    (kind, text) => `${kind} ${text}`,
    () => time,
  );
});
beforeEach(async () => {
  time = testNow;
  for (const table of [
    'identity.attempt',
    'identity.account',
    'identity.claim_code',
    'access_log.budget_act',
    'identity.claim',
    'identity.mail',
    'access_log.staged',
  ])
    await gateway.database.asOwner(`delete from ${table}`);
});
afterAll(async () => {
  await accounts.stop();
  await gateway.close();
});

const issue = (residentId: string, asked: { purpose?: string; case?: string } = {}, persona = 'customer-service'): Promise<Answered> =>
  gateway.ask(persona, 'mutation ($input: IssueClaimCodeInput!) { issueClaimCode(input: $input) { claimCode { code validUntil } } }', {
    purpose: 'SERVICE_PROVISION',
    case: matters.encounter,
    variables: { input: { residentId } },
    ...asked,
  });
/** The code of the counter, and the one that is mailed to the address on record. */
async function codesFor(residentId: string): Promise<ClaimCodes> {
  const { code } = (await issue(residentId)).data.issueClaimCode.claimCode;
  const mails = await takeMails(accounts.pool, () => time);
  return { code, second: mails.map(secondCodeIn).find((second) => second !== undefined)! };
}
const wrong: ClaimCodes = { code: '0000-0000-0000-0000-0000-0000-0000', second: '0000-0000-0000-0000' };

/** The entries of some work: their data subjects, outcomes and acts. */
async function entriesOf(work: () => Promise<unknown>): Promise<readonly { subjects: string[]; outcome: string; act: string }[]> {
  await gateway.sequence();
  const [{ count }] = (await gateway.database.asOwner<{ count: string }>(
    'select coalesce(max(seq) + 1, 0) as count from access_log.entry',
  )) as [{ count: string }];
  await work();
  await gateway.sequence();
  return gateway.database.asOwner(
    `select array(select subject_id from access_log.segment where segment.seq = entry.seq and ordinal > 1 order by ordinal) as subjects,
       content ->> 'outcome' as outcome, content -> 'rootFields' ->> 0 as act
     from access_log.entry join access_log.template on template.id = template_id where entry.seq >= $1 order by act`,
    [count],
  );
}

test('the counter gets a code for the resident of the encounter, and the entry names the resident', async () => {
  let issued: Answered | undefined;
  const entries = await entriesOf(async () => (issued = await issue(cast.resident)));
  const { data, errors } = issued!;
  expect(errors).toEqual([]);
  expect(data.issueClaimCode.claimCode).toEqual({
    code: expect.stringMatching(/^([\dA-HJKMNP-TV-Z]{4}-){6}[\dA-HJKMNP-TV-Z]{4}$/),
    validUntil: '2026-06-16T18:00:00.000Z',
  });
  expect(entries).toEqual([{ subjects: [cast.resident], outcome: 'ANSWERED', act: 'Mutation.issueClaimCode' }]);
  expect(JSON.stringify(await gateway.database.asOwner('select * from identity.claim_code'))).not.toContain(
    data.issueClaimCode.claimCode.code,
  );
});

test.each([
  ['an adult of the home', () => issue(cast.guardian), 'NOT_FOUND'],
  ['somebody else', () => issue(cast.neighbour), 'NOT_FOUND'],
  ['nobody', () => issue('00000000-0000-4000-8000-000000000000'), 'NOT_FOUND'],
  ['an encounter that is not declared', () => issue(cast.resident, { case: undefined as never }), 'NOT_FOUND'],
  ['another purpose', () => issue(cast.resident, { purpose: 'PAYMENT' }), 'CASE_UNKNOWN'],
  ['another role', () => issue(cast.resident, { purpose: 'SELF_SERVICE', case: undefined as never }, 'resident'), 'FIELD_NOT_PERMITTED'],
])('there is no code for %s', async (_whom, ask, code) => {
  expect((await issue(cast.resident)).errors).toEqual([]);
  const { codes, data } = await ask();
  expect([codes[0], data?.issueClaimCode ?? null]).toEqual([code, null]);
});

test('the encounter of a parent shows the minor of the home, and gives no code for the minor', async () => {
  const serve = (residentId: string): Promise<unknown> =>
    gateway.database.asOwner('update recreation.encounter set resident_id = $2 where id = $1', [matters.encounter, residentId]);
  await serve(cast.guardian);
  try {
    const { data } = await gateway.ask('customer-service', '{ currentCase { ... on Encounter { people { givenName } } } }', {
      purpose: 'SERVICE_PROVISION',
      case: matters.encounter,
    });
    expect(data.currentCase.people).toEqual([{ givenName: 'Rosalind' }, { givenName: 'Peregrine' }]);
    expect((await issue(cast.guardian)).errors).toEqual([]);
    expect((await issue(cast.resident)).codes).toEqual(['NOT_FOUND']);
  } finally {
    await serve(cast.resident);
  }
});

test('the code of a resident who has an account connects no other one, and stands in for a lost mailbox once, in one session', async () => {
  const [own, other] = [
    await storeAccount(gateway.database, { email: 'resident@example.org', residentId: cast.resident }),
    await storeAccount(gateway.database, { email: 'other@example.org' }),
  ];
  const codes = await codesFor(cast.resident);
  expect(await claim(other, codes, from)).toEqual({ kind: 'refused' });
  const [session, second, theirs] = [
    await storeSession(gateway.database, own, passwordAcr),
    await storeSession(gateway.database, own, passwordAcr),
    await storeSession(gateway.database, other, passwordAcr),
  ];
  const prove = (at: AccountSession, typed = codes) => accounts.proveByCode(at, typed, from);
  const proven = () => Promise.all([session, second, theirs].map((at) => hasOpenedLink(accounts.pool, 'OLD_EMAIL', at, time)));
  const entries = await entriesOf(async () => {
    expect(await prove(theirs)).toEqual({ kind: 'refused' });
    expect(await prove({ ...session, id: theirs.id })).toEqual({ kind: 'refused' });
    expect(await prove(session, wrong)).toEqual({ kind: 'refused' });
    time = new Date(testNow.getTime() + 24 * 3_600_000);
    expect(await prove(session)).toEqual({ kind: 'refused' });
    time = testNow;
    expect(await prove(session)).toEqual({ kind: 'proven' });
    expect(await prove(second)).toEqual({ kind: 'refused' });
    expect(await proven()).toEqual([true, false, false]);
  });
  expect(entries.map(({ act }) => act)).toEqual([...Array.from({ length: 5 }, () => 'refuse-claim'), 'step-up']);
  for (let tries = 0; tries < claimLimits.account.points; tries += 1) await prove(second);
  expect(await prove(second)).toEqual({ kind: 'throttled', seconds: expect.any(Number) });
});

test('a code is not used up where an invitation was quicker', async () => {
  const codes = await codesFor(cast.resident);
  const accountId = await storeAccount(gateway.database, { email: 'resident@example.org' });
  let claimed: Promise<unknown> | undefined;
  await accounts.pool.transaction(async (transaction) => {
    await sql`update identity.account set employee_id = ${cast.clerk}::uuid where id = ${accountId}::uuid`.execute(transaction);
    claimed = claim(accountId, codes, from);
    await waitsForLock(gateway.database);
  });
  expect(await claimed).toEqual({ kind: 'refused' });
  expect(await gateway.database.asOwner('select resident_id from identity.account')).toEqual([{ resident_id: null }]);
  const other = await storeAccount(gateway.database, { email: 'other@example.org' });
  expect(await claim(other, codes, from)).toMatchObject({ kind: 'claimed' });
});

test('a code connects an account with the record once, however it is typed', async () => {
  const codes = await codesFor(cast.resident);
  const accountId = await storeAccount(gateway.database, { email: 'resident@example.org' });
  const other = await storeAccount(gateway.database, { email: 'other@example.org' });
  expect(await accounts.capacities(accountId)).toMatchObject([{ role: 'RESIDENT', principalId: accountId }]);
  expect(
    await claim(accountId, { code: ` ${codes.code.toLowerCase().replaceAll('-', ' ')}`, second: codes.second.toLowerCase() }, from),
  ).toEqual({
    kind: 'claimed',
    residentId: cast.resident,
  });
  expect(await accounts.capacities(accountId)).toMatchObject([{ role: 'RESIDENT', principalId: cast.resident }]);
  expect(await claim(other, codes, from)).toEqual({ kind: 'refused' });
  expect(await claim(accountId, codes, from)).toEqual({ kind: 'refused' });
});

test('of two who use a code at the same time, one gets the record', async () => {
  const codes = await codesFor(cast.resident);
  const ids = [
    await storeAccount(gateway.database, { email: 'a@example.org' }),
    await storeAccount(gateway.database, { email: 'b@example.org' }),
  ];
  const kinds = (await Promise.all(ids.map((id) => claim(id, codes, from)))).map(({ kind }) => kind);
  expect(kinds.toSorted((a, b) => a.localeCompare(b))).toEqual(['claimed', 'refused']);
});

test('a code is too old after a day, and a new one replaces it', async () => {
  const accountId = await storeAccount(gateway.database, { email: 'resident@example.org' });
  const first = await codesFor(cast.resident);
  const second = await codesFor(cast.resident);
  expect(await claim(accountId, first, from)).toEqual({ kind: 'refused' });
  time = new Date(testNow.getTime() + 24 * 60 * 60_000);
  expect(await claim(accountId, second, from)).toEqual({ kind: 'refused' });
  time = new Date(time.getTime() - 1);
  expect(await claim(accountId, second, from)).toMatchObject({ kind: 'claimed' });
});

test('guesses are bounded for an account and for a network address', async () => {
  const codes = await codesFor(cast.resident);
  const accountId = await storeAccount(gateway.database, { email: 'resident@example.org' });
  for (let tries = 0; tries < claimLimits.account.points; tries += 1) {
    expect(await claim(accountId, wrong, from)).toEqual({ kind: 'refused' });
  }
  expect(await claim(accountId, codes, from)).toEqual({ kind: 'throttled', seconds: expect.any(Number) });
  for (let tries = 0; tries <= claimLimits.address.points; tries += 1) {
    await claim(
      await storeAccount(gateway.database, { email: `r${tries}@example.org`, password: null }),
      { ...codes, code: codes.code.replace(/^./, 'U') },
      from,
    );
  }
  const fresh = await storeAccount(gateway.database, { email: 'fresh@example.org' });
  expect(await claim(fresh, codes, from)).toMatchObject({ kind: 'throttled' });
  expect(await claim(fresh, codes, { address: '203.0.113.8' })).toMatchObject({ kind: 'claimed' });
});

test('a refused claim has an entry, which names the owner of the account and no record', async () => {
  const codes = await codesFor(cast.resident);
  const accountId = await storeAccount(gateway.database, {
    email: 'clerk@example.org',
    employeeId: cast.clerk,
    residentId: cast.neighbour,
  });
  const entries = await entriesOf(async () => {
    expect(await claim(accountId, codes, from)).toEqual({ kind: 'refused' });
    expect(await accounts.acceptInvitation(accountId, 'no-code', 'none')).toBe(false);
  });
  const refused = { subjects: [cast.neighbour, cast.clerk], outcome: 'REFUSED' };
  expect(entries).toEqual([
    { ...refused, act: 'refuse-claim' },
    { ...refused, act: 'refuse-invitation' },
  ]);
  await gateway.database.asOwner('revoke insert on access_log.staged from ntk_identity');
  await expect(claim(accountId, codes, from)).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
  await gateway.database.asOwner('grant insert on access_log.staged to ntk_identity');
});
