import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { passwordAcr } from '../../../../src/identity/accounts/passkeys/assurance.ts';
import { actBudgetOf } from '../../../../src/engine/policy/decision/enter.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { askAsEmployee } from '../../../helpers/asking/ask-as.ts';
import { contactLinkIn, letContactsStand, secondCodeIn, takeMails } from '../../../helpers/identity/claims.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { openTestAccounts, storeAccount, type TestAccounts } from '../../../helpers/identity/open-test-accounts.ts';

// The attacker is a clerk who becomes residents who are not present: with a code that the counter issues, and a private account.
const purpose = 'SERVICE_PROVISION';
const claims = actBudgetOf(policyInForce, 'CUSTOMER_SERVICE', purpose, 'CLAIM_CODE');
const unserved = actBudgetOf(policyInForce, 'CUSTOMER_SERVICE', purpose, 'UNSERVED_ENCOUNTER');
const start = 'mutation ($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id } } }';
const issueCode = 'mutation ($input: IssueClaimCodeInput!) { issueClaimCode(input: $input) { claimCode { code validUntil } } }';
const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id } } }';

const confirm = 'mutation ($input: ConfirmClaimInput!) { confirmClaim(input: $input) { isMailed } }';

let gateway: TestGateway;
let accounts: TestAccounts;
let people: readonly { readonly id: string; readonly email: string; readonly phone: string }[];
beforeAll(async () => {
  gateway = await openGateway();
  accounts = openTestAccounts(gateway.database);
  await letContactsStand(gateway.database);
  people = await gateway.database.asOwner(
    `select id, email, phone from recreation.resident where id::text not like '10000000-%' and phone is not null and email is not null
       and not address_protected and not lives_protected order by id limit 90`,
  );
});
afterAll(async () => {
  await accounts.stop();
  await gateway.close();
});
beforeEach(async () => {
  await gateway.database.asOwner('delete from recreation.encounter where employee_id in ($1, $2)', [cast.clerk, cast.otherClerk]);
  await gateway.database.asOwner('update recreation.employee set invited_by = null, invited_at = null, accepted_at = null');
  await gateway.database.asOwner('delete from access_log.budget_act');
  for (const table of ['claim_code', 'claim', 'mail', 'link', 'account', 'attempt'])
    await gateway.database.asOwner(`delete from identity.${table}`);
});

const from = { address: '203.0.113.9' };
const ask = (query: string, input: object, encounter?: string): Promise<Answered> =>
  gateway.ask('customer-service', query, { purpose, variables: { input }, ...(encounter !== undefined && { case: encounter }) });
const begin = (residentId: string): Promise<Answered> => ask(start, { residentId, identifiedBy: 'PHOTO_CARD' });
const idOf = ({ data }: Answered): string => data.startEncounter.encounter.id;

/** The code that the clerk gets for a person. */
async function codeOf(residentId: string): Promise<string> {
  const { data } = await ask(issueCode, { residentId }, idOf(await begin(residentId)));
  return data.issueClaimCode.claimCode.code;
}
/** A colleague confirms a code, in an encounter of their own. @returns the answer, and the code that the colleague is mailed */
async function confirmedBy(
  employeeId: string,
  residentId: string,
  role: 'CUSTOMER_SERVICE' | 'PRIVACY_OFFICER' = 'CUSTOMER_SERVICE',
  caseId?: string,
): Promise<{ readonly answer: Answered; readonly second: string | undefined }> {
  const as = { id: employeeId, role, purpose: role === 'CUSTOMER_SERVICE' ? purpose : 'RIGHTS_FULFILMENT' } as const;
  const encounter =
    caseId ?? idOf(await askAsEmployee(gateway, as, start, { variables: { input: { residentId, identifiedBy: 'PHOTO_CARD' } } }));
  const answer = await askAsEmployee(gateway, as, confirm, { case: encounter, variables: { input: { residentId, sawIdentity: true } } });
  const mails = await takeMails(accounts.pool);
  return { answer, second: secondCodeIn(mails.find(({ to }) => to === `${employeeId}@town.example`)) };
}
const employeeAccount = (employeeId: string): Promise<string> =>
  storeAccount(gateway.database, { email: `${employeeId}@town.example`, employeeId, password: null });
/** The attacker's private account. */
const privateAccount = (): Promise<string> => storeAccount(gateway.database, { email: 'private@mail.example', password: null });
const claim = (accountId: string, code: string, second = ''): Promise<unknown> => accounts.claimRecord(accountId, { code, second }, from);
const actsAs = async (accountId: string): Promise<string | undefined> => (await accounts.capacities(accountId))[0]?.principalId;

describe('a clerk without a customer present', () => {
  test('gets no code with a password alone, or with a passkey that was used a while ago', async () => {
    const { id: residentId } = people[0]!;
    const encounter = idOf(await begin(residentId));
    for (const assurance of [
      { acr: passwordAcr, provenAt: testNow },
      { acr: 'phr', provenAt: new Date(testNow.getTime() - 600_000) },
    ]) {
      const asked = await gateway.ask('customer-service', issueCode, {
        purpose,
        case: encounter,
        variables: { input: { residentId } },
        assurance,
      });
      expect([asked.codes, asked.data]).toEqual([['STEP_UP_NEEDED'], undefined]);
    }
    expect((await ask(issueCode, { residentId }, encounter)).codes).toEqual([]);
  });

  test('gets no more codes than the budget of the policy, and each encounter for one counts as unserved', async () => {
    const codes: string[] = [];
    for (const [at, { id: residentId }] of people.slice(0, unserved.perHour).entries()) {
      const issued = await ask(issueCode, { residentId }, idOf(await begin(residentId)));
      codes.push(...issued.codes);
      if (at === claims.perHour - 1)
        expect(issued.privacy.actBudget).toEqual({ act: 'CLAIM_CODE', window: 'HOUR', limit: claims.perHour, used: claims.perHour });
      if (at === claims.perHour) expect(issued.headers.get('retry-after')).toBe('3600');
    }
    expect(codes).toEqual(Array.from({ length: unserved.perHour - claims.perHour }, () => 'ACT_BUDGET_SPENT'));
    expect(await gateway.database.asOwner('select from identity.claim_code')).toHaveLength(claims.perHour);
    expect((await begin(people[unserved.perHour]!.id)).codes).toEqual(['ACT_BUDGET_SPENT']);
  });

  test('does not refill the encounter budget by writing what is on record again', async () => {
    for (const { id: residentId, phone } of people.slice(0, unserved.perHour))
      expect((await ask(update, { residentId, phone }, idOf(await begin(residentId)))).codes).toEqual([]);
    expect((await begin(people[unserved.perHour]!.id)).codes).toEqual(['ACT_BUDGET_SPENT']);
  });
});

describe('a record', () => {
  test('is the person’s with the code of the counter and the one that is mailed to the address that has been there', async () => {
    const { id, email } = people[0]!;
    const code = await codeOf(id);
    const [mail, ...more] = await takeMails(accounts.pool);
    expect([mail!.to, more]).toEqual([email.toLowerCase(), []]);
    const accountId = await privateAccount();
    expect(await claim(accountId, code, secondCodeIn(mail))).toEqual({ kind: 'claimed', residentId: id });
    expect(await actsAs(accountId)).toBe(id);
  });

  test('is not the clerk’s with the code of the counter alone', async () => {
    for (const id of [people[1]!.id, cast.protectedPerson]) {
      const code = await codeOf(id);
      const accountId = await privateAccount();
      for (const second of ['', code, '0000-0000-0000-0000']) expect(await claim(accountId, code, second)).toEqual({ kind: 'refused' });
      expect(await actsAs(accountId)).toBe(accountId);
      await gateway.database.asOwner('delete from identity.account where id = $1', [accountId]);
    }
  });

  test.each([
    ['of a resident whose address the clerk has changed', 'change'],
    ['of a resident whose address the clerk has removed, to give another', 'remove'],
    ['of a resident whom the clerk has registered', 'register'],
  ])('%s is never the clerk’s with a mailbox of the clerk’s own', async (_whose, how) => {
    const own = `clerk.${how}@mail.example`;
    const register = 'mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { resident { id } } }';
    const person = { givenName: 'Ada', familyName: 'Notthere', birthDate: '1980-01-01', email: own };
    const id = how === 'register' ? (await ask(register, person)).data.registerResident.resident.id : people[how === 'change' ? 2 : 40]!.id;
    const encounter = idOf(await begin(id));
    const given = how === 'change' ? [own] : how === 'remove' ? [null, own] : [];
    for (const email of given) expect((await ask(update, { residentId: id, email }, encounter)).errors).toEqual([]);
    const link = contactLinkIn((await takeMails(accounts.pool)).find((mail) => contactLinkIn(mail)));
    expect(await accounts.proveContact(link!)).toBe(true);
    const stands = `update recreation.resident set email_stands_since = now() - interval '31 days' where id = $1`;
    const codesMailed = async (): Promise<unknown> => {
      const mails = (await takeMails(accounts.pool)).filter(({ to }) => to === own);
      return mails.map((mail) => secondCodeIn(mail)?.length);
    };
    for (const isOld of [false, true]) {
      if (isOld) await gateway.database.asOwner(stands, [id]);
      expect((await ask(issueCode, { residentId: id }, encounter)).codes).toEqual([]);
      expect(await codesMailed()).toEqual([undefined]);
    }
    // A colleague who serves the person at the counter is the second employee.
    const as = { id: cast.otherClerk, role: 'CUSTOMER_SERVICE', purpose } as const;
    const variables = { input: { residentId: id, identifiedBy: 'PHOTO_CARD' } };
    const served = idOf(await askAsEmployee(gateway, as, start, { variables }));
    expect((await askAsEmployee(gateway, as, issueCode, { case: served, variables: { input: { residentId: id } } })).codes).toEqual([]);
    expect(await codesMailed()).toEqual([19]);
    await gateway.database.asOwner('update recreation.resident set address_protected = true where id = $1', [id]);
    expect((await askAsEmployee(gateway, as, issueCode, { case: served, variables: { input: { residentId: id } } })).codes).toEqual([]);
    expect(await codesMailed()).toEqual([undefined]);
    await gateway.database.asOwner('update recreation.resident set address_protected = false where id = $1', [id]);
  });

  test('is the person’s with the code of a second employee, who saw the identity and is not connected with the first', async () => {
    const { id } = people[3]!;
    await employeeAccount(cast.otherClerk);
    const code = await codeOf(id);
    const { answer, second } = await confirmedBy(cast.otherClerk, id);
    expect([answer.codes, answer.data]).toEqual([[], { confirmClaim: { isMailed: true } }]);
    expect(await claim(await privateAccount(), code, second)).toEqual({ kind: 'claimed', residentId: id });
  });

  test('has no second code from the clerk who issued the first, or from a colleague who is connected with that clerk', async () => {
    const { id } = people[4]!;
    await employeeAccount(cast.clerk);
    await employeeAccount(cast.otherClerk);
    const code = await codeOf(id);
    const reasonOf = ({ errors }: Answered): unknown => (errors[0]?.extensions as { reason?: string } | undefined)?.reason;
    expect(reasonOf((await confirmedBy(cast.clerk, id)).answer)).toBe('OWN_CODE');
    const invite = (who: string, by: string, days: number): Promise<unknown> =>
      gateway.database.asOwner(
        `update recreation.employee set invited_by = $2, invited_at = $3::timestamptz - make_interval(days => $4), accepted_at = now() where id = $1`,
        [who, by, testNow, days],
      );
    await invite(cast.otherClerk, cast.clerk, 80);
    expect(reasonOf((await confirmedBy(cast.otherClerk, id)).answer)).toBe('CONFIRMER_CONNECTED');
    await invite(cast.clerk, cast.staffAdministrator, 1_000);
    await invite(cast.otherClerk, cast.staffAdministrator, 80);
    expect(reasonOf((await confirmedBy(cast.otherClerk, id)).answer)).toBe('CONFIRMER_CONNECTED');
    await invite(cast.otherClerk, cast.staffAdministrator, 100);
    const { answer, second } = await confirmedBy(cast.otherClerk, id);
    expect(answer.codes).toEqual([]);
    expect(await claim(await privateAccount(), code, second)).toMatchObject({ kind: 'claimed' });
  });

  test('of an address-protected person needs a privacy officer, and no answer to a clerk tells so', async () => {
    await employeeAccount(cast.otherClerk);
    await employeeAccount(cast.privacyOfficer);
    const code = await codeOf(cast.protectedPerson);
    const byColleague = await confirmedBy(cast.otherClerk, cast.protectedPerson);
    expect([byColleague.answer.codes, byColleague.answer.data]).toEqual([[], { confirmClaim: { isMailed: true } }]);
    const accountId = await privateAccount();
    expect(await claim(accountId, code, byColleague.second)).toEqual({ kind: 'refused' });
    const { answer, second } = await confirmedBy(cast.privacyOfficer, cast.protectedPerson, 'PRIVACY_OFFICER', matters.protectedRequest);
    expect(answer.codes).toEqual([]);
    expect(await claim(accountId, code, second)).toEqual({ kind: 'claimed', residentId: cast.protectedPerson });
  });

  test('of a person with an account stays theirs: one employee alone gives the account no other address', async () => {
    const { id } = people[5]!;
    await storeAccount(gateway.database, { email: 'owner@mail.example', residentId: id });
    const code = await codeOf(id);
    expect((await takeMails(accounts.pool)).map(({ to }) => to).toSorted()).toEqual(
      [people[5]!.email.toLowerCase(), 'owner@mail.example'].toSorted(),
    );
    expect(await claim(await privateAccount(), code, code)).toEqual({ kind: 'refused' });
  });
});
