import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { openSmallPool } from '../../../../src/platform/postgres/connections/open-small-pool.ts';
import { contactRules } from '../../../../src/town/policy/rules/contact-rules.ts';
import { sql } from '../../../../src/platform/sql/sql.ts';
import { askAsResident } from '../../../helpers/asking/ask-as.ts';
import { contactLinkIn, letContactsStand } from '../../../helpers/identity/claims.ts';
import { testNow, testToday } from '../../../helpers/database/cluster.ts';
import { openContacts, type Contacts } from '../../../helpers/identity/contacts.ts';
import type { Answered } from '../../../helpers/gateway/gateway.ts';
import { storeAccount } from '../../../helpers/identity/open-test-accounts.ts';
import { patientDeadlines } from '../../../helpers/gateway/patient-deadlines.ts';

// The attacker has a stolen session, is a guardian who lives elsewhere, or gives the mailbox of a stranger.
const own = 'attacker@mail.example';
const [victim, other] = [cast.neighbour, cast.housemate];

let contacts: Contacts;
let { gateway, accounts, setClock, rowOf, give, mails, linkTo, codeMailedTo } = {} as Contacts;
beforeAll(async () => {
  contacts = await openContacts();
  ({ gateway, accounts, setClock, rowOf, give, mails, linkTo, codeMailedTo } = contacts);
});
afterAll(() => contacts.close());
beforeEach(() => contacts.begin());

const emailOf = async (id: string): Promise<string> => String((await rowOf(id))['email']);

describe('a stolen session', () => {
  test('puts no address on record that was not proven, and the old one is told at once', async () => {
    const old = await emailOf(victim);
    const { data, errors } = await give(victim, victim, own);
    expect([errors, data.updateContact.resident]).toEqual([[], { id: victim, email: old, waitingEmail: own }]);
    expect(await emailOf(victim)).toBe(old);
    const sent = await mails();
    expect(sent.map(({ to }) => to).toSorted()).toEqual([own, old].toSorted());
    const told = sent.find(({ to }) => to === old)!;
    expect(told.subject).toContain('Somebody gave another contact address');
    expect(told.text).not.toContain(own);
    expect(told.text).not.toContain('http');
    expect(await codeMailedTo(victim)).toEqual([old]);
  });

  test('is told of to the account that has the record, too', async () => {
    const old = await emailOf(victim);
    await storeAccount(gateway.database, { email: 'account@mail.example', residentId: victim });
    await give(victim, victim, own);
    expect((await mails()).map(({ to }) => to).toSorted()).toEqual([own, old, 'account@mail.example'].toSorted());
    await give(victim, victim, null);
    expect((await mails()).map(({ to }) => to).toSorted()).toEqual([old, 'account@mail.example'].toSorted());
  });

  test('with a proven mailbox tells the old one again, leaves an entry, and gets no code for a month', async () => {
    const old = await emailOf(victim);
    await give(victim, victim, own);
    expect(await accounts.proveContact(await linkTo(own))).toBe(true);
    expect(await rowOf(victim)).toMatchObject({ email: own, email_set_by: 'SELF', email_proven_at: testNow, waiting_email: null });
    const told = await mails();
    expect(told.map(({ to, subject }) => [to, subject])).toEqual([[old, expect.stringContaining('Your contact address was changed')]]);
    await gateway.sequence();
    const history = 'query { me { accessHistory(first: 50) { edges { node { kind why } } } } }';
    const { data } = await askAsResident(gateway, victim, history, {});
    expect(data.me.accessHistory.edges).toContainEqual({
      node: { kind: 'ACCOUNT_USED', why: expect.stringContaining('confirmed the contact address') },
    });
    expect(await codeMailedTo(victim)).toEqual([]);
  });

  test('that removes the address first still has to prove its own, and the old one is told', async () => {
    const old = await emailOf(victim);
    await give(victim, victim, null);
    expect((await mails()).map(({ to }) => to)).toEqual([old]);
    await give(victim, victim, own);
    expect(await rowOf(victim)).toMatchObject({ email: null, waiting_email: own });
  });
});

describe('a link', () => {
  test('works once, in its time, and with its own token', async () => {
    await give(victim, victim, own);
    const link = await linkTo(own);
    for (const token of ['', 'unknown', `${link}x`]) expect(await accounts.proveContact(token)).toBe(false);
    setClock(contactRules.hours);
    expect(await accounts.proveContact(link)).toBe(false);
    setClock(0);
    await give(victim, victim, own);
    const second = await linkTo(own);
    expect(await accounts.proveContact(second)).toBe(true);
    expect(await accounts.proveContact(second)).toBe(false);
  });

  test('whose mail was late is of no use after the time in which the address waits, and the address is forgotten', async () => {
    await give(victim, victim, own);
    setClock(contactRules.hours + 1);
    expect((await mails()).map(({ to }) => to)).not.toContain(own);
    expect(await rowOf(victim)).toMatchObject({ waiting_email: null, waiting_until: null });
  });

  test('is of no use once another address was given, or the old one again', async () => {
    const old = await emailOf(victim);
    await give(victim, victim, own);
    const first = await linkTo(own);
    await give(victim, victim, 'right@mail.example');
    expect(await accounts.proveContact(first)).toBe(false);
    const second = await linkTo('right@mail.example');
    await give(victim, victim, old);
    expect(await accounts.proveContact(second)).toBe(false);
    expect(await rowOf(victim)).toMatchObject({ email: old, waiting_email: null });
  });

  test('proves the one address for the one record, and opens nothing else', async () => {
    await give(victim, victim, own);
    const link = await linkTo(own);
    const others = await rowOf(other);
    expect(await accounts.contestClaim(link, 'en')).toBe(false);
    expect(await accounts.readLink('PASSWORD', link)).toBeUndefined();
    expect(await accounts.readLink('EMAIL', link)).toBeUndefined();
    expect(await accounts.proveContact(link)).toBe(true);
    expect(await rowOf(other)).toEqual(others);
  });

  test.each(['claimed', 'undone'])('is of no use once the record is %s', async (what) => {
    await give(victim, victim, own);
    const link = await linkTo(own);
    const accountId = await storeAccount(gateway.database, { email: 'owner@mail.example' });
    const claimed = `insert into identity.claim (resident_id, account_id, claimed_at, issued_by, way) values ($1, $2, now(), $3, 'OFFICER')`;
    await gateway.database.asOwner(claimed, [victim, accountId, cast.clerk]);
    if (what === 'undone') {
      await give(victim, victim, own);
      await gateway.database.asOwner('update identity.claim set undone_at = now(), undone_by = $1', [cast.clerk]);
    }
    expect(await accounts.proveContact(link)).toBe(false);
    expect(await rowOf(victim)).toMatchObject({ waiting_email: null });
  });
});

describe('the address of another resident', () => {
  test('gets the answer and the mail of an unused one', async () => {
    const taken = await emailOf(other);
    const seen = [];
    for (const address of [taken, 'nobody.has@mail.example']) {
      const { data, errors, codes, privacy } = await give(victim, victim, address);
      const mailed = (await mails()).toSorted((one, next) => one.subject.localeCompare(next.subject));
      const sent = mailed.map(({ to, subject, text }) => ({ to, subject, text: text.replaceAll(/CONTACT\/\S+/g, 'CONTACT') }));
      seen.push(JSON.stringify({ data, errors, codes, withheld: privacy.withheld, sent }).replaceAll(address, 'ADDRESS'));
    }
    expect(seen[1]).toBe(seen[0]);
    expect(seen[0]).toContain('ADDRESS');
  });

  test('lets neither see or claim anything, before its link is opened and after', async () => {
    const taken = await emailOf(other);
    const old = await emailOf(victim);
    const see = (id: string, asker: string): Promise<Answered> =>
      askAsResident(gateway, asker, 'query ($id: ID!) { resident(id: $id) { id email } }', { id });
    await give(victim, victim, taken);
    const link = await linkTo(taken);
    expect(await codeMailedTo(victim)).toEqual([old]);
    expect(await codeMailedTo(other)).toEqual([taken]);
    expect(await accounts.proveContact(link)).toBe(true);
    await mails();
    expect(await codeMailedTo(victim)).toEqual([]);
    expect(await codeMailedTo(other)).toEqual([taken]);
    const [one, two] = [await see(victim, other), await see(other, victim)];
    expect([one.data.resident, two.data.resident]).toEqual([null, null]);
    // A new password is for accounts, and no account has the address.
    await accounts.askForMail('RESET', taken, 'en', { address: '203.0.113.9' });
    expect(await mails()).toEqual([]);
  });
});

describe('a guardian who lives elsewhere', () => {
  const minor = cast.protectedChild;

  test('proves an address for a minor whose home is protected, learns nothing of the home, and gets no code with it', async () => {
    const home = await rowOf(minor);
    const { data, errors } = await give(cast.estrangedParent, minor, own);
    expect(errors).toEqual([]);
    expect(data.updateContact.resident).toMatchObject({ waitingEmail: own });
    const sent = await mails();
    expect(sent.map(({ to }) => to)).toContain(home['email']);
    for (const { text } of sent)
      for (const secret of [home['street'], home['locality'], home['postal_code'], home['given_name']]) expect(text).not.toContain(secret);
    const link = contactLinkIn(sent.find(({ to }) => to === own));
    expect(await accounts.proveContact(link!)).toBe(true);
    expect(await rowOf(minor)).toMatchObject({ email: own, email_set_by: 'GUARDIAN' });
    await mails();
    await letContactsStand(gateway.database);
    expect(await codeMailedTo(minor)).toEqual([]);
  });

  test('puts no address on record once the guardianship has ended', async () => {
    const email = await emailOf(minor);
    await give(cast.estrangedParent, minor, own);
    const link = await linkTo(own);
    const end = 'update recreation.guardianship set valid_until = $3 where guardian_id = $1 and minor_id = $2';
    await gateway.database.asOwner(end, [cast.estrangedParent, minor, testToday]);
    expect(await accounts.proveContact(link)).toBe(false);
    await gateway.database.asOwner(end, [cast.estrangedParent, minor, null]);
    expect(await emailOf(minor)).toBe(email);
  });
});

describe('mails to a stranger', () => {
  const stranger = 'stranger@mail.example';

  test('are few for one mailbox, and the answer does not tell', async () => {
    const people = [cast.neighbour, cast.housemate, cast.guardian, cast.distantGuardian, cast.protectedPerson, cast.estrangedParent];
    const answers = [];
    for (const id of people) answers.push((await give(id, id, stranger.toUpperCase())).data.updateContact.resident.waitingEmail);
    expect(new Set(answers)).toEqual(new Set([stranger.toUpperCase()]));
    const sent = (await mails()).filter(({ to }) => to.toLowerCase() === stranger);
    expect(sent).toHaveLength(contactRules.mailsPerDay);
  });

  test('end for a person who asks too often, whatever the address', async () => {
    const limit = contactRules.asksPerDay.SELF;
    for (let at = 0; at < limit; at += 1) expect((await give(victim, victim, `stranger.${at}@mail.example`)).codes).toEqual([]);
    for (const address of [stranger, await emailOf(other)]) {
      const refused = await give(victim, victim, address);
      expect([refused.codes, refused.headers.get('retry-after')]).toEqual([['CONTACT_ASKS_SPENT'], '86400']);
    }
    // An address on record can always be removed.
    expect((await give(victim, victim, null)).codes).toEqual([]);
  });

  test('from the counter are bounded too', async () => {
    const ask = (): Promise<unknown> => gateway.database.asOwner('insert into identity.contact_ask values ($1, $2)', [cast.clerk, testNow]);
    for (let at = 0; at < contactRules.asksPerDay.EMPLOYEE; at += 1) await ask();
    const register = 'mutation ($input: RegisterResidentInput!) { registerResident(input: $input) { resident { id } } }';
    const input = { givenName: 'Ada', familyName: 'Notthere', birthDate: '1980-01-01', email: stranger };
    const refused = await gateway.ask('customer-service', register, { purpose: 'SERVICE_PROVISION', variables: { input } });
    expect(refused.codes).toEqual(['CONTACT_ASKS_SPENT']);
  });
});

test('the role of the gateway writes no address by itself', async () => {
  const pool = openSmallPool(gateway.database.roles.gateway, patientDeadlines);
  for (const column of ['email', 'email_set_by', 'email_proven_at', 'email_stands_since', 'waiting_email', 'waiting_until']) {
    const write = sql`update recreation.resident set ${sql.ref(column)} = null where id = ${victim}::uuid`.execute(pool);
    await expect(write).rejects.toMatchObject({ code: '42501' });
  }
  await pool.stop();
});
