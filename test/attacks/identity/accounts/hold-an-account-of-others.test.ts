import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { askAsEmployee, askAsResident } from '../../../helpers/asking/ask-as.ts';
import { contestIn } from '../../../helpers/identity/claims.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { openContacts, type Contacts } from '../../../helpers/identity/contacts.ts';
import type { Answered } from '../../../helpers/gateway/gateway.ts';
import { storeAccount } from '../../../helpers/identity/open-test-accounts.ts';

// The attacker wants another person's account held or disconnected, or wants to learn of their visits to a counter: a former guardian, a
// clerk, an officer.
const own = 'attacker@mail.example';
const victim = cast.neighbour;
const clerk = { id: cast.clerk, role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION' } as const;
const officer = { id: cast.privacyOfficer, role: 'PRIVACY_OFFICER', purpose: 'RIGHTS_FULFILMENT' } as const;
const contest = 'mutation ($input: ContestClaimInput!) { contestClaim(input: $input) { isHeld } }';
const assign = 'mutation ($input: AssignRequestInput!) { assignRequest(input: $input) { request { id } } }';
const undo = 'mutation ($input: UndoClaimInput!) { undoClaim(input: $input) { isUndone } }';

let contacts: Contacts;
let { gateway, accounts, mails, give, linkTo, serve, handOut } = {} as Contacts;
beforeAll(async () => {
  contacts = await openContacts();
  ({ gateway, accounts, mails, give, linkTo, serve, handOut } = contacts);
});
afterAll(() => contacts.close());
beforeEach(() => contacts.begin());

const asOwner = (text: string, values: unknown[] = []): Promise<any[]> => gateway.database.asOwner(text, values);
const reasonOf = ({ errors }: Answered): unknown => (errors[0]?.extensions as { reason?: string } | undefined)?.reason;
const told = async (): Promise<readonly string[]> => (await mails()).filter(contestIn).map(({ to }) => to);
const requestsOf = (id: string): Promise<readonly unknown[]> =>
  asOwner(`select id from recreation.request where resident_id = $1 and body like 'An account was connected%'`, [id]);
/** Connects an account with a record. @returns the account */
async function connect(residentId: string): Promise<string> {
  const accountId = await storeAccount(gateway.database, { email: 'owner@mail.example', residentId });
  const claimed = `insert into identity.claim (resident_id, account_id, claimed_at, issued_by, way) values ($1, $2, $3, $4, 'CONTACT')`;
  await asOwner(claimed, [residentId, accountId, testNow, cast.clerk]);
  return accountId;
}
const actsAs = async (accountId: string): Promise<string | undefined> => (await accounts.capacities(accountId))[0]?.principalId;

describe('a notice with a link that contests', () => {
  const child = cast.protectedChild;
  const isGivenBy = (by: string, isProven: boolean): Promise<unknown> =>
    asOwner(
      `update recreation.resident set email = $2, email_set_by = $3, email_given_by = $4, email_set_at = $5,
         email_proven_at = case when $6 then $5::timestamptz end where id = $1`,
      [child, own, by, by === 'EMPLOYEE' ? cast.otherClerk : null, testNow, isProven],
    );

  test('goes to the address on record that its person or a counter has proven, and to the account', async () => {
    await connect(child);
    for (const by of ['SELF', 'EMPLOYEE']) {
      await isGivenBy(by, true);
      await mails();
      await handOut(child);
      expect((await told()).toSorted()).toEqual([own, 'owner@mail.example']);
    }
  });

  test('goes to no address that a guardian gave: the account alone is told, and a guardian holds it no more', async () => {
    const accountId = await connect(child);
    await give(cast.estrangedParent, child, own);
    expect(await accounts.proveContact(await linkTo(own))).toBe(true);
    await mails();
    await handOut(child);
    expect(await told()).toEqual(['owner@mail.example']);
    expect(await actsAs(accountId)).toBe(child);
  });

  test('goes to no unproven address from the counter', async () => {
    await connect(child);
    await isGivenBy('EMPLOYEE', false);
    await mails();
    await handOut(child);
    expect(await told()).toEqual(['owner@mail.example']);
  });

  test('goes to no one if there is neither another address nor an account; the history shows the code', async () => {
    await asOwner(`update recreation.resident set email_set_by = 'GUARDIAN', email_set_at = $2, email_proven_at = $2 where id = $1`, [
      victim,
      testNow,
    ]);
    await handOut(victim);
    expect(await told()).toEqual([]);
    await gateway.sequence();
    const { data } = await askAsResident(gateway, victim, '{ me { accessHistory(first: 5) { edges { node { why } } } } }');
    expect(JSON.stringify(data)).toContain('Customer service handed out a code');
  });
});

describe('a clerk without a customer present', () => {
  const contestAs = async (encounter: string): Promise<unknown> => {
    const answer = await askAsEmployee(gateway, clerk, contest, { case: encounter, variables: { input: { residentId: victim } } });
    return reasonOf(answer) ?? answer.data.contestClaim.isHeld;
  };

  test('contests no claim where there is neither a claim nor a code, and files nothing', async () => {
    const before = await requestsOf(victim);
    expect(await contestAs(await serve(victim))).toBe('CLAIM_MISSING');
    expect(await requestsOf(victim)).toEqual(before);
  });

  test('files one request for a code, and one for a claim', async () => {
    const before = (await requestsOf(victim)).length;
    await handOut(victim);
    const encounter = await serve(victim);
    expect([await contestAs(encounter), await contestAs(encounter)]).toEqual([true, 'CLAIM_MISSING']);
    expect(await requestsOf(victim)).toHaveLength(before + 1);
    await connect(victim);
    expect([await contestAs(encounter), await contestAs(encounter)]).toEqual([true, 'CLAIM_CONTESTED']);
    expect(await requestsOf(victim)).toHaveLength(before + 2);
  });

  test('does not keep the person from contesting a code that is over, by one link of the mails about it', async () => {
    await storeAccount(gateway.database, { email: 'owner@mail.example', residentId: victim });
    const before = (await requestsOf(victim)).length;
    await handOut(victim);
    const [one, other] = (await mails()).map((mail) => contestIn(mail)!);
    await asOwner('delete from identity.claim_code');
    expect([await accounts.contestClaim(one!, 'en'), await accounts.contestClaim(other!, 'en')]).toEqual([true, false]);
    expect(await requestsOf(victim)).toHaveLength(before + 1);
  });
});

describe('an officer alone', () => {
  async function undoUnder(requestId: string): Promise<unknown> {
    await askAsEmployee(gateway, officer, assign, { variables: { input: { requestId } } });
    const answer = await askAsEmployee(gateway, officer, undo, { case: requestId, variables: { input: { residentId: victim } } });
    return reasonOf(answer) ?? answer.data.undoClaim.isUndone;
  }

  test('disconnects no account with an uncontested claim', async () => {
    const accountId = await connect(victim);
    expect(await undoUnder(matters.unassignedRequest)).toBe('CLAIM_UNCONTESTED');
    expect(await actsAs(accountId)).toBe(victim);
  });

  test('disconnects it under the request that contests the claim, and under no other one of the person', async () => {
    const accountId = await connect(victim);
    await askAsEmployee(gateway, clerk, contest, { case: await serve(victim), variables: { input: { residentId: victim } } });
    expect(await undoUnder(matters.unassignedRequest)).toBe('CLAIM_UNCONTESTED');
    const [{ id }] = await asOwner('select request_id as id from identity.claim');
    expect(await undoUnder(id)).toBe(true);
    expect(await actsAs(accountId)).toBe(accountId);
  });

  test('disconnects none by the request of an earlier contest that was answered, whatever the gateway says', async () => {
    const accountId = await connect(victim);
    await asOwner('update identity.claim set request_id = $1', [matters.unassignedRequest]);
    await asOwner('update recreation.request set answered_at = $2 where id = $1', [matters.unassignedRequest, testNow]);
    const undone = 'select identity.undo_claim($1, $2, $3, $4) as refused';
    expect(await asOwner(undone, [victim, matters.unassignedRequest, cast.privacyOfficer, testNow])).toEqual([
      { refused: 'CLAIM_UNCONTESTED' },
    ]);
    expect(await actsAs(accountId)).toBe(victim);
    await asOwner('update recreation.request set answered_at = null where id = $1', [matters.unassignedRequest]);
  });
});
