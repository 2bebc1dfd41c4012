import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { storeLink } from '../../../src/identity/accounts/mails/links.ts';
import { openIdentityTown, type IdentityTown } from '../../helpers/identity/identity-town.ts';
import { Browser } from '../../../demo/sign-in/browser.ts';

let town: IdentityTown;
beforeAll(async () => {
  town = await openIdentityTown();
});
afterAll(() => town.close());

test('the link for a mail address of a record shows the address, and proves it once its button is pressed', async () => {
  const { asOwner } = town.one.database;
  const email = 'new.contact@mail.example';
  await asOwner(
    `update recreation.resident set waiting_email = $2, waiting_set_by = 'SELF', waiting_asked_by = id, waiting_until = now() + interval '1 hour'
     where id = $1`,
    [cast.neighbour, email],
  );
  const link = `${town.issuer}/account/confirm-contact/${await storeLink(town.identity, 'CONTACT', email, undefined, new Date(), cast.neighbour)}`;
  const browser = new Browser();
  // Programs that check mails open links too.
  for (let opened = 0; opened < 2; opened += 1) expect((await browser.go(link)).text).toContain(email);
  const emailNow = async (): Promise<unknown> =>
    (await asOwner<{ email: string }>('select email from recreation.resident where id = $1', [cast.neighbour]))[0]?.email;
  expect(await emailNow()).not.toBe(email);
  expect((await browser.go(link, {})).text).toContain('Your contact address is confirmed');
  expect(await emailNow()).toBe(email);
  for (const form of [undefined, {}]) {
    const again = await browser.go(link, form);
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('This link cannot be used')]);
  }
});
