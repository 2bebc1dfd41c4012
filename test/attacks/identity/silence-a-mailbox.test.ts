import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mailLimits } from '../../../src/identity/accounts/ask-for-mail.ts';
import { openContacts, type Contacts } from '../../helpers/contacts.ts';
import { storeAccount } from '../../helpers/open-test-accounts.ts';

// Strangers with records or accounts of their own have links mailed to somebody else's mailbox, so that its owner gets none.
const owner = 'citizen@mail.example';

let contacts: Contacts;
let { gateway, accounts, mails } = {} as Contacts;
beforeAll(async () => {
  contacts = await openContacts();
  ({ gateway, accounts, mails } = contacts);
});
afterAll(() => contacts.close());
beforeEach(() => contacts.begin());

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
