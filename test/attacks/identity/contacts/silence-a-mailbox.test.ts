import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { cast } from '../../../../demo/personas.ts';
import { mailLimits } from '../../../../src/identity/accounts/mails/ask-for-mail.ts';
import { readOutbox } from '../../../../src/identity/accounts/mails/read-outbox.ts';
import { contactRules } from '../../../../src/town/policy/rules/contact-rules.ts';
import { contactLinkIn } from '../../../helpers/identity/claims.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { openContacts, type Contacts } from '../../../helpers/identity/contacts.ts';
import { storeAccount } from '../../../helpers/identity/open-test-accounts.ts';

// Strangers with records or accounts of their own have links mailed to another person's mailbox, so that its owner gets none.
const owner = 'citizen@mail.example';
const [victim, stranger] = [cast.neighbour, cast.housemate];
const strangers = [stranger, cast.guardian, cast.distantGuardian, cast.protectedPerson, cast.estrangedParent];
const { mailsPerDay, mailsPerAsker } = contactRules;

let contacts: Contacts;
let { gateway, accounts, setClock, rowOf, give, mails } = {} as Contacts;
beforeAll(async () => {
  contacts = await openContacts();
  ({ gateway, accounts, setClock, rowOf, give, mails } = contacts);
});
afterAll(() => contacts.close());
beforeEach(() => contacts.begin());

/** The links that are mailed to the owner. */
const links = async (): Promise<readonly string[]> =>
  (await mails()).flatMap((mail) => (mail.to.toLowerCase() === owner ? (contactLinkIn(mail) ?? []) : []));

/** Asks, each time once the mail before has gone. @returns how many links were mailed */
async function askAgainAndAgain(id: string, times: number): Promise<number> {
  let mailed = 0;
  for (let asked = 0; asked < times; asked += 1) {
    expect((await give(id, id, owner)).codes).toEqual([]);
    mailed += (await links()).length;
  }
  return mailed;
}

describe('the mailbox of a record', () => {
  test('gets its link at once after one stranger named it all day', async () => {
    expect(await askAgainAndAgain(stranger, contactRules.asksPerDay.SELF)).toBe(mailsPerAsker);
    const { codes } = await give(victim, victim, owner);
    const [link, ...more] = await links();
    expect([codes, more]).toEqual([[], []]);
    expect(await accounts.proveContact(link!)).toBe(true);
    expect(await rowOf(victim)).toMatchObject({ email: owner, email_set_by: 'SELF' });
  });

  test('gets its link the next day, before those of strangers who ask again, and never more than its bound', async () => {
    for (const id of strangers) await askAgainAndAgain(id, 2);
    expect((await give(victim, victim, owner)).data.updateContact.resident.waitingEmail).toBe(owner);
    for (const hour of [0, 12, 23]) {
      setClock(hour);
      expect(await links()).toEqual([]);
    }
    // The strangers have all their asks again.
    await gateway.database.asOwner('delete from identity.contact_ask');
    for (const id of strangers) expect((await give(id, id, owner.toUpperCase())).codes).toEqual([]);
    const sooner = `update identity.mail set asked_at = asked_at - interval '1 hour' where resident_id <> $1`;
    await gateway.database.asOwner(sooner, [victim]);
    setClock(24);
    const nextDay = await links();
    expect(nextDay).toHaveLength(mailsPerDay);
    const proven = [];
    for (const link of nextDay) if (await accounts.proveContact(link)) proven.push(link);
    expect(await rowOf(victim)).toMatchObject({ email: owner, email_proven_at: new Date(testNow.getTime() + 24 * 3_600_000) });
    setClock(47);
    expect(await links()).toEqual([]);
  });

  test('keeps its place when its owner asks again', async () => {
    for (const id of strangers.slice(0, mailsPerDay)) await give(id, id, owner);
    expect(await links()).toHaveLength(mailsPerDay);
    await give(victim, victim, owner);
    await mails();
    const place = () => gateway.database.asOwner('select asked_at from identity.mail');
    expect(await place()).toEqual([{ asked_at: testNow }]);
    await gateway.database.asOwner(`update identity.mail set asked_at = asked_at - interval '1 hour'`);
    const before = await place();
    await give(victim, victim, owner);
    await mails();
    expect(await place()).toEqual(before);
  });

  test('gets its link at once if an account signs in with it, whatever strangers ask for', async () => {
    await storeAccount(gateway.database, { email: owner, residentId: victim });
    for (const id of strangers) await give(id, id, owner);
    expect(await links()).toHaveLength(mailsPerDay);
    await give(victim, victim, owner.toUpperCase());
    expect(await links()).toHaveLength(1);
  });

  test('has mails that are put off, and the mail server is not late with them', async () => {
    for (const id of strangers) await give(id, id, owner);
    await mails();
    setClock(12);
    expect(await readOutbox(accounts.pool, new Date(testNow.getTime() + 12 * 3_600_000))).toEqual({ mails: 0, oldestSeconds: 0 });
    setClock(contactRules.hours);
    await mails();
    expect(await gateway.database.asOwner('select from identity.mail')).toEqual([]);
  });
});

describe('the new mailbox of an account', () => {
  const stored = async (email: string) => ({ accountId: await storeAccount(gateway.database, { email }), epoch: 0 });
  const ask = (asker: Awaited<ReturnType<typeof stored>>, address: string) =>
    accounts.askForMail('CHANGE_EMAIL', owner, 'en', { address }, asker);

  test('gets its link although a stranger gives it all the time, and the stranger has few mailed', async () => {
    const [attacker, citizen] = [await stored('stranger@mail.example'), await stored('citizen.old@mail.example')];
    for (let at = 0; at < 6; at += 1) expect(await ask(attacker, '203.0.113.9')).toEqual({ kind: 'asked' });
    expect(await mails()).toHaveLength(1 + mailLimits.further.points);
    await ask(citizen, '198.51.100.7');
    expect((await mails()).map(({ to }) => to)).toEqual([owner]);
  });

  test('gets few mails from all strangers together', async () => {
    const { firstOfAll, further } = mailLimits;
    for (let at = 0; at < firstOfAll.points + 3; at += 1) {
      const attacker = await stored(`stranger.${at}@mail.example`);
      for (let asked = 0; asked < 2; asked += 1) await ask(attacker, `203.0.113.${at}`);
    }
    expect(await mails()).toHaveLength(firstOfAll.points + further.points);
  });
});
