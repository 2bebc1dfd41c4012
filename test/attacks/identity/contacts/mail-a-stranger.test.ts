import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { contactRules } from '../../../../src/town/policy/rules/contact-rules.ts';
import { askAsEmployee, askAsResident } from '../../../helpers/asking/ask-as.ts';
import { openContacts, type Contacts } from '../../../helpers/identity/contacts.ts';
import { storeAccount } from '../../../helpers/identity/open-test-accounts.ts';

// The attacker registers with a mailbox that is a stranger's and gives one address after another, or does so for a record with a proven one.
const stranger = 'stranger@mail.example';
const register = 'mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { resident { id } } }';
const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { id } } }';
const start = 'mutation ($input: StartEncounterInput!) { startEncounter(input: $input) { encounter { id } } }';
const person = { givenName: 'Ada', familyName: 'Notthere', birthDate: '1980-01-01', email: stranger };
const clerk = { id: cast.clerk, role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION' } as const;
const { mailsPerDay } = contactRules;

let contacts: Contacts;
beforeAll(async () => {
  contacts = await openContacts();
});
afterAll(() => contacts.close());
beforeEach(() => contacts.begin());

/** The subjects of the mails since the last time, in English. */
const mailedTo = async (address: string): Promise<readonly string[]> =>
  (await contacts.mails()).filter(({ to }) => to === address).map(({ subject }) => subject.split(' / ')[0]!);
const emailOf = async (id: string): Promise<string> => String((await contacts.rowOf(id))['email']);

/** A clerk gives many addresses for a record, one after the other. */
async function giveMany(residentId: string): Promise<void> {
  const begun = await askAsEmployee(contacts.gateway, clerk, start, { variables: { input: { residentId, identifiedBy: 'KNOWN_TO_ME' } } });
  const encounter: string = begun.data.startEncounter.encounter.id;
  for (let at = 0; at < 20; at += 1) {
    const variables = { input: { residentId, email: `other.${at}@mail.example` } };
    expect((await askAsEmployee(contacts.gateway, clerk, update, { case: encounter, variables })).codes).toEqual([]);
  }
}

test('three accounts have only their links mailed to it: it is not known to be the mailbox of anyone who must be told', async () => {
  for (let account = 0; account < 3; account += 1) {
    const id = randomUUID();
    expect((await askAsResident(contacts.gateway, id, register, { input: person })).codes).toEqual([]);
    expect(await mailedTo(stranger)).toEqual(['Confirm your contact address']);
    for (let at = 1; at < contactRules.asksPerDay.SELF; at += 1) await contacts.give(id, id, `other.${account}.${at}@mail.example`);
  }
  expect(await mailedTo(stranger)).toEqual([]);
});

test('a clerk has only one link mailed to it', async () => {
  const { data } = await askAsEmployee(contacts.gateway, clerk, register, { variables: { input: person } });
  expect(await mailedTo(stranger)).toEqual(['Confirm your contact address']);
  await giveMany(data.registerResident.resident.id);
  expect(await mailedTo(stranger)).toEqual([]);
});

test('a person whose address is not proven is told at the address of the account', async () => {
  await contacts.gateway.database.asOwner(
    `update recreation.resident set email = $2, email_set_by = 'EMPLOYEE', email_set_at = email_set_at + interval '1 second' where id = $1`,
    [cast.neighbour, stranger],
  );
  await storeAccount(contacts.gateway.database, { email: 'account@mail.example', residentId: cast.neighbour });
  await contacts.give(cast.neighbour, cast.neighbour, 'attacker@mail.example');
  const told = (await contacts.mails()).filter(({ subject }) => subject.startsWith('Somebody gave another contact address'));
  expect(told.map(({ to }) => to)).toEqual(['account@mail.example']);
});

test('an address from before proofs were kept is told', async () => {
  await contacts.gateway.database.asOwner(`update recreation.resident set email = 'from.before@mail.example' where id = $1`, [
    cast.neighbour,
  ]);
  expect(await contacts.rowOf(cast.neighbour)).toMatchObject({ email_set_by: null, email_proven_at: null });
  await contacts.give(cast.neighbour, cast.neighbour, 'attacker@mail.example');
  expect(await mailedTo('from.before@mail.example')).toEqual(['Somebody gave another contact address']);
});

test('a proven address is told of many changes at once by few mails, and of the rest by one the next day', async () => {
  const old = await emailOf(cast.neighbour);
  const telling = 'Somebody gave another contact address';
  const told = [];
  for (let at = 0; at < contactRules.asksPerDay.SELF; at += 1) {
    await contacts.give(cast.neighbour, cast.neighbour, `other.${at}@mail.example`);
    told.push(...(await mailedTo(old)));
  }
  expect(told).toEqual(Array.from({ length: mailsPerDay }, () => telling));
  await giveMany(cast.neighbour);
  contacts.setClock(23);
  expect(await mailedTo(old)).toEqual([]);
  contacts.setClock(24);
  expect(await mailedTo(old)).toEqual([telling]);
  contacts.setClock(48);
  expect(await mailedTo(old)).toEqual([]);
});

test('links that strangers have mailed to a proven address, and changes of another record with it, delay no notice', async () => {
  const old = await emailOf(cast.neighbour);
  await contacts.gateway.database.asOwner(`update recreation.resident set email = $2 where id = $1`, [cast.housemate, old]);
  const people = [cast.guardian, cast.distantGuardian, cast.protectedPerson, cast.estrangedParent, cast.guardian];
  for (const id of people) await contacts.give(id, id, old);
  for (let at = 0; at < mailsPerDay + 1; at += 1) await contacts.give(cast.housemate, cast.housemate, `other.${at}@mail.example`);
  await contacts.mails();
  await contacts.give(cast.neighbour, cast.neighbour, 'attacker@mail.example');
  expect(await mailedTo(old)).toEqual(['Somebody gave another contact address']);
  await contacts.give(cast.neighbour, cast.neighbour, null);
  expect(await mailedTo(old)).toEqual(['Your contact address was changed']);
});
