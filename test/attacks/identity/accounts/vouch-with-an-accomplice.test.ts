import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { askAsEmployee } from '../../../helpers/asking/ask-as.ts';
import { letContactsStand, secondCodeIn } from '../../../helpers/identity/claims.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { openContacts, type Contacts } from '../../../helpers/identity/contacts.ts';
import { storeAccount } from '../../../helpers/identity/open-test-accounts.ts';

// Two clerks work together while no customer is present. One gives a record a mailbox of their own, the other hands out the code. Or one of
// them has left.
const own = 'accomplice@mail.example';
const victim = cast.neighbour;
const [issuer, accomplice] = [cast.clerk, cast.otherClerk];
const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id } } }';
const confirm = 'mutation ($input: ConfirmClaimInput!) { confirmClaim(input: $input) { isMailed } }';
const as = (id: string) => ({ id, role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION' }) as const;

let contacts: Contacts;
let { gateway, accounts, mails, linkTo, serve, handOut } = {} as Contacts;
beforeAll(async () => {
  contacts = await openContacts();
  ({ gateway, accounts, mails, linkTo, serve, handOut } = contacts);
});
afterAll(() => contacts.close());
beforeEach(async () => {
  await contacts.begin();
  await asOwner('delete from recreation.encounter where employee_id = $1', [accomplice]);
  await asOwner(
    `update recreation.employee set invited_by = null, invited_at = null, accepted_at = null, access_ended_at = null, resident_id = null
     where id in ($1, $2)`,
    [issuer, accomplice],
  );
});

const asOwner = (text: string, values: unknown[] = []): Promise<any[]> => gateway.database.asOwner(text, values);
const claim = async (code: string, second: string | undefined): Promise<unknown> => {
  const account = await storeAccount(gateway.database, { email: 'private@mail.example', password: null });
  return accounts.claimRecord(account, { code, second: second ?? '' }, { address: '203.0.113.9' });
};

describe('an address that one clerk gave, and the code that another hands out,', () => {
  /** @returns what becomes of the claim with both codes */
  async function claimTogether(): Promise<unknown> {
    const asked = { case: await serve(victim, accomplice), variables: { input: { residentId: victim, email: own } } };
    expect((await askAsEmployee(gateway, as(accomplice), update, asked)).codes).toEqual([]);
    expect(await accounts.proveContact(await linkTo(own))).toBe(true);
    await letContactsStand(gateway.database);
    await mails();
    const code = await handOut(victim, issuer);
    const told = (await mails()).filter(({ to }) => to === own);
    expect(told).toHaveLength(1);
    return claim(code, secondCodeIn(told[0]));
  }
  const invite = (days: number): Promise<unknown> =>
    asOwner(
      `update recreation.employee set invited_by = $1, invited_at = $2::timestamptz - make_interval(days => $3), accepted_at = now()
       where id in ($4, $5)`,
      [cast.staffAdministrator, testNow, days, issuer, accomplice],
    );

  test('connect an account if the clerks are independent', async () => {
    expect(await claimTogether()).toEqual({ kind: 'claimed', residentId: victim });
  });

  test('connect none if the same administrator brought both in, until the days of the policy are over', async () => {
    await invite(80);
    expect(await claimTogether()).toEqual({ kind: 'refused' });
    await contacts.begin();
    await invite(100);
    expect(await claimTogether()).toMatchObject({ kind: 'claimed' });
  });

  test('connect none if the clerks share a home', async () => {
    const [home] = await asOwner(
      `select array_agg(resident_id order by resident_id) as ids from recreation.household_member group by household_id
       having count(*) > 1 and not bool_or(resident_id = $1) order by household_id limit 1`,
      [victim],
    );
    for (const [at, id] of [issuer, accomplice].entries())
      await asOwner('update recreation.employee set resident_id = $2 where id = $1', [id, home.ids[at]]);
    expect(await claimTogether()).toEqual({ kind: 'refused' });
  });
});

describe('a code', () => {
  const leave = (id: string): Promise<unknown> => asOwner('update recreation.employee set access_ended_at = now() where id = $1', [id]);
  const confirmAs = async (id: string): Promise<unknown> => {
    const asked = { case: await serve(victim, id), variables: { input: { residentId: victim, sawIdentity: true } } };
    const { errors } = await askAsEmployee(gateway, as(id), confirm, asked);
    return (errors[0]?.extensions as { reason?: string } | undefined)?.reason;
  };

  test.each([
    ['stays good for the person', undefined, { kind: 'claimed', residentId: victim }],
    ['is of no use once the access of the clerk who handed it out has ended', issuer, { kind: 'refused' }],
  ])('%s', async (_what, left, result) => {
    const code = await handOut(victim, issuer);
    const second = (await mails()).map(secondCodeIn).find(Boolean);
    expect(second).toBeDefined();
    if (left !== undefined) await leave(left);
    expect(await claim(code, second)).toEqual(result);
  });

  test('that a colleague confirmed is of no use once the access of the colleague has ended', async () => {
    await storeAccount(gateway.database, { email: 'colleague@town.example', employeeId: accomplice, password: null });
    const code = await handOut(victim, issuer);
    await mails();
    expect(await confirmAs(accomplice)).toBeUndefined();
    const second = (await mails()).map(secondCodeIn).find(Boolean);
    expect(second).toBeDefined();
    await leave(accomplice);
    expect(await claim(code, second)).toEqual({ kind: 'refused' });
  });

  test('of a clerk who has left is none that a colleague confirms', async () => {
    await storeAccount(gateway.database, { email: 'colleague@town.example', employeeId: accomplice, password: null });
    await handOut(victim, issuer);
    await leave(issuer);
    expect(await confirmAs(accomplice)).toBe('CLAIM_CODE_MISSING');
  });
});
