import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { openContacts, type Contacts } from '../../../helpers/identity/contacts.ts';
import { storeAccount } from '../../../helpers/identity/open-test-accounts.ts';

// The attacker's account is connected with the record of another person, who has a minor in their care. The office undoes the claim.
const [claimant, minor] = [cast.estrangedParent, cast.protectedChild];
const own = 'attacker@mail.example';

let contacts: Contacts;
beforeAll(async () => {
  contacts = await openContacts();
});
afterAll(() => contacts.close());
beforeEach(async () => {
  await contacts.begin();
  const accountId = await storeAccount(contacts.gateway.database, { email: 'false.owner@mail.example' });
  await contacts.gateway.database.asOwner(
    `insert into identity.claim (resident_id, account_id, claimed_at, issued_by, way, request_id) values ($1, $2, $3, $4, 'OFFICER', $5)`,
    [claimant, accountId, new Date(testNow.getTime() - 1000), cast.clerk, matters.unassignedRequest],
  );
});

const undo = (): Promise<unknown> =>
  contacts.gateway.database.asOwner('select identity.undo_claim($1, $2, $3, $4)', [
    claimant,
    matters.unassignedRequest,
    cast.privacyOfficer,
    testNow,
  ]);
const bothRows = () => Promise.all([claimant, minor].map((id) => contacts.rowOf(id)));

test('an address that the attacker proved is removed, for the minor too, and is told; one that waits is dropped', async () => {
  for (const [id, address] of [
    [claimant, own],
    [minor, 'for.a.minor@mail.example'],
  ] as const) {
    await contacts.give(claimant, id, address);
    expect(await contacts.accounts.proveContact(await contacts.linkTo(address))).toBe(true);
  }
  await contacts.give(claimant, minor, 'waits@mail.example');
  await contacts.mails();
  await undo();
  const removed = { email: null, email_set_by: 'EMPLOYEE', email_given_by: cast.privacyOfficer, waiting_email: null };
  expect(await bothRows()).toEqual([expect.objectContaining(removed), expect.objectContaining(removed)]);
  expect((await contacts.mails()).map(({ to }) => to)).toEqual(expect.arrayContaining([own, 'for.a.minor@mail.example']));
  expect(await contacts.codeMailedTo(claimant)).toEqual([]);
});

test('an address from before the claim stays', async () => {
  const before = await bothRows();
  expect(before[0]).toMatchObject({ email: expect.any(String) });
  await undo();
  expect(await bothRows()).toEqual(before);
});

test('an address that an employee gave since stays', async () => {
  await contacts.gateway.database.asOwner(
    `update recreation.resident set email = 'right@mail.example', email_set_by = 'EMPLOYEE', email_set_at = $2 where id = $1`,
    [claimant, testNow],
  );
  const before = await bothRows();
  await undo();
  expect(await bothRows()).toEqual(before);
});
