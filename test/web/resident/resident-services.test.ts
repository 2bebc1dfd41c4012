import { describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cast, matters } from '../../../demo/personas.ts';
import { until } from '../../helpers/time/until.ts';
import { intercept } from '../network/intercept.ts';
import { untilShown } from '../open-web.ts';
import { focused, tabTo, townOfResidents } from './resident-walk.ts';

// The acts of residents besides reading, in a real browser, in one town.
const { web, asOwner, open } = townOfResidents();

describe('a guardian', () => {
  const address = '17 Kingfisher Rise';
  const minor = (page: Page) => page.getByRole('region', { name: 'Peregrine Castellow' });
  const scope = (areas: string) => asOwner('update recreation.guardianship set scope = $1 where guardian_id = $2', [areas, cast.guardian]);

  test('sees of a minor what the care includes, and why not the rest', async () => {
    const { page, go, close } = await open('guardian', '/family');
    const days = 'unchanged since September 15, 2023; email address, telephone numbers and address since November 23, 2024.';
    for (const held of [address, days, 'In your care since February 22, 2023.']) await minor(page).getByText(held).waitFor();
    await scope('{}');
    await go('/family');
    await untilShown(page);
    await minor(page).getByText('Your care does not include the address.').waitFor();
    for (const withheld of [address, 'unchanged since']) expect(await page.content()).not.toContain(withheld);
    expect(await page.getByText('November 23, 2024').count()).toBe(0);
    await scope('{ADDRESS,HOUSEHOLD,SUPPORT_HISTORY}');
    await close();
  });

  test('who lives elsewhere is told that only adults of the home see where a minor lives', async () => {
    await asOwner('insert into recreation.guardianship (guardian_id, minor_id, scope, valid_from) values ($1, $2, $3, $4)', [
      cast.neighbour,
      cast.resident,
      '{ADDRESS,HOUSEHOLD}',
      '2026-01-01',
    ]);
    const { page, close } = await open('neighbour', '/family');
    await minor(page).getByText('only an adult of the same home sees where a minor lives').waitFor();
    expect(await page.content()).not.toContain(address);
    await asOwner('delete from recreation.guardianship where guardian_id = $1', [cast.neighbour]);
    await close();
  });
});

test('who has paid often at the counter finds each payment, a page at a time', async () => {
  await asOwner(
    `insert into recreation.payment (id, resident_id, amount, method, paid_at)
     select gen_random_uuid(), $1, day, 'CASH', timestamptz '2026-01-01T12:00Z' - day * interval '1 day' from generate_series(1, 60) day`,
    [cast.neighbour],
  );
  const { page, close } = await open('neighbour', '/purchases');
  const shown = page.getByText(/^50 of \d+ are shown\.$/);
  await shown.waitFor();
  const [, total = ''] = /of (\d+)/.exec(await shown.innerText())!;
  await page.getByRole('button', { name: 'Show more' }).press('Enter');
  await page.getByText(`${total} of ${total} are shown.`).waitFor();
  expect(await page.getByText('$60.00').count()).toBe(1);
  await asOwner('delete from recreation.payment where resident_id = $1 and paid_at < $2', [cast.neighbour, '2026-01-01T12:00Z']);
  await close();
});

test('a page that is slow to come leaves what was opened as it was, and takes no focus', async () => {
  const { page, close } = await open('guardian', '/purchases/buy');
  await page.getByRole('button', { name: 'Youth pass, monthly' }).press('Enter');
  await page.getByRole('heading', { name: 'Buy this service' }).waitFor();
  await untilShown(page);
  const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await intercept(page, '**/*.js', async (route) => {
    asked.resolve();
    await released.promise;
    await route.continue();
  });
  await page.getByRole('link', { name: 'Helpdesk' }).press('Enter');
  await asked.promise;
  await page.waitForURL('**/helpdesk');
  await untilShown(page);
  expect(await page.locator('h1').allTextContents()).toEqual(['Buy this service']);
  expect(await focused(page)).toContain('Helpdesk');
  released.resolve();
  await page.getByRole('heading', { name: 'Helpdesk' }).waitFor();
  await close();
});

describe('buying', () => {
  const bought = (residentId: string) =>
    asOwner<{ quantity: number }>('select quantity from recreation.purchase where resident_id = $1 and purchased_at > $2', [
      residentId,
      new Date(web().now().getTime() - 3_600_000),
    ]);

  test('says why a minor may not, to the minor and to the guardian, who may', async () => {
    const minor = await open('resident', '/purchases/buy');
    expect(await minor.page.locator('nav [aria-current]').allTextContents()).toEqual(['Purchases']);
    await minor.page.getByRole('button', { name: 'Adult pass, monthly' }).press('Enter');
    await minor.page.getByText('You cannot buy it: it is for people from 18 years of age').waitFor();
    expect(await minor.page.getByRole('button', { name: /^Buy for/ }).count()).toBe(0);
    await minor.close();

    const { page, close } = await open('guardian', '/purchases/buy');
    await page.getByRole('button', { name: 'Adult pass, monthly' }).press('Enter');
    await page.getByRole('button', { name: 'Buy for $62.25' }).waitFor();
    await page.getByLabel('For whom?').selectOption({ label: 'Peregrine Castellow' });
    await page.getByText('It cannot be bought for Peregrine Castellow').waitFor();
    expect(await page.getByRole('button', { name: /^Buy for/ }).count()).toBe(0);
    await close();
  });

  test('is done once for a minor in care, even if the session ends before, or the answer is lost and it is sent again', async () => {
    const { visit, page, close } = await open('guardian', '/purchases/buy', [/net::ERR_FAILED|401/]);
    await page.getByRole('button', { name: 'Youth pass, monthly' }).press('Enter');
    await page.getByLabel('For whom?').selectOption({ label: 'Peregrine Castellow' });
    await page.getByLabel('How many?').fill('2');
    await untilShown(page);
    await asOwner('update identity.session set ended_at = $1', [web().now()]);
    await page.getByRole('button', { name: 'Buy for $77.50' }).press('Enter');
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await web().signIn(visit, 'guardian');
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByRole('button', { name: 'Buy for $77.50' }).waitFor();
    expect(await page.getByLabel('For whom?').locator('option:checked').textContent()).toBe('Peregrine Castellow');
    await untilShown(page);
    await intercept(
      page,
      '**/graphql',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await page.getByRole('button', { name: 'Buy for $77.50' }).press('Enter');
    await page.getByRole('alert').getByText('it is done only once').waitFor();
    expect(await bought(cast.resident)).toEqual([{ quantity: 2 }]);
    await page.getByRole('button', { name: 'Buy for $77.50' }).press('Enter');
    await page.getByRole('status').getByText('Bought: Youth pass, monthly, for $77.50. Valid from').waitFor();
    expect(await focused(page)).toContain('Bought: Youth pass');
    expect(await bought(cast.resident)).toHaveLength(1);
    await close();
  });
});

/** Runs in the page: types in the moment in which a reply can be written. Resolves with what the field has then. */
const typeAtOnce = `new Promise((done) => new MutationObserver((_changes, observer) => {
  const field = document.querySelector(':not(details) > .form textarea');
  if (!field) return;
  observer.disconnect();
  field.focus();
  document.execCommand('insertText', false, 'At once');
  done(field.value);
}).observe(document.body, { childList: true, subtree: true }))`;

describe('the helpdesk', () => {
  const say = (ticket: string, body: string) =>
    asOwner(
      `insert into recreation.ticket_message (id, ticket_id, author_resident_id, author_employee_id, body, sent_at)
      values (gen_random_uuid(), $1, null, $2, $3, $4)`,
      [ticket, cast.supporter, body, web().now()],
    );

  test('is asked, read, answered, closed and asked again by keyboard alone', async () => {
    const { page, close } = await open('neighbour', '/helpdesk');
    await tabTo(page, /^Ask a question$/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Your question$/);
    await page.keyboard.type('The kiln room was locked.');
    await tabTo(page, /^Send the question$/);
    await page.keyboard.press('Enter');
    // The first field that is wrong has the focus, and says so.
    await page.locator('select:focus[aria-invalid=true]').waitFor();
    await page.keyboard.type('Something');
    await tabTo(page, /^Your question in one line$/);
    await page.keyboard.type('Locked out of pottery');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .getByText(/^Your question T-\d{8} is sent/)
      .waitFor();
    expect(await focused(page)).toMatch(/^Your question T-/);

    const [{ id }] = (await asOwner<{ id: string }>(`select id from recreation.ticket where subject = 'Locked out of pottery'`)) as [
      { id: string },
    ];
    await say(id, 'The door sticks. Push.');
    await page.reload();
    await untilShown(page);
    // Unread tickets are first.
    expect(await page.getByRole('listitem').first().textContent()).toMatch(/^Locked out of pottery.*New message/);
    await tabTo(page, /^Locked out of pottery/);
    await page.keyboard.press('Enter');
    await page.getByText('The door sticks. Push.').waitFor();
    expect(await focused(page)).toBe('Your question');
    expect(await page.getByRole('list', { name: 'Messages' }).ariaSnapshot()).toMatch(
      /list "Messages":\n\s+- listitem:\n\s+- paragraph:\n\s+- strong: You[^]*The kiln room was locked[^]*strong: Helpdesk[^]*The door sticks/,
    );
    await tabTo(page, /^Reply$/);
    await page.keyboard.type('It opens. Thank you!');
    await tabTo(page, /^Send the reply$/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Your reply is sent.').waitFor();
    await page.getByText('It opens. Thank you!').waitFor();
    await tabTo(page, /^Close the question$/);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Close the question' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await focused(page)).toBe('Close the question');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('The question is closed.').waitFor();
    await tabTo(page, /^Go on with it$/);
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('The question is open again.').waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Your questions' }).waitFor();
    await untilShown(page);
    expect(await page.getByRole('listitem').filter({ hasText: 'Locked out of pottery' }).textContent()).not.toContain('New message');
    await close();
  });

  test('does not lose what is typed when the session ends, and shows it to the same person alone', async () => {
    const { visit, page, close } = await open('resident', '/helpdesk', [/401/]);
    const reply = page.getByLabel('Reply');
    const openQuestion = (): Promise<void> => page.getByRole('button', { name: 'Lifeguard course paid twice' }).press('Enter');
    const isKept = page.getByLabel('Keep this from my guardians');
    await page.locator('summary', { hasText: 'Ask a question' }).press('Enter');
    await page.getByLabel('Your question', { exact: true }).fill('In confidence.');
    await isKept.press('Space');
    const typed = page.evaluate<string>(typeAtOnce);
    await openQuestion();
    expect(await typed).toBe('At once');
    await reply.fill('Nothing has come yet.');
    // Messages that are shown are marked as read, also by a request.
    await until(async () => (await asOwner('select from recreation.ticket_read where ticket_id = $1', [matters.ticket])).length > 0);
    await untilShown(page);
    await asOwner('update identity.session set ended_at = $1', [web().now()]);
    await page.getByRole('button', { name: 'Send the reply' }).press('Enter');
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    expect(await page.content()).not.toMatch(/Castellow|Nothing has come/);
    await web().signIn(visit, 'resident');
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await reply.waitFor();
    expect(await reply.inputValue()).toBe('Nothing has come yet.');
    // The chosen item belongs to the typed text.
    await page.getByRole('button', { name: 'All questions' }).press('Enter');
    await isKept.waitFor();
    expect(await isKept.isChecked()).toBe(true);
    await openQuestion();
    await reply.waitFor();

    await untilShown(page);
    await asOwner('update identity.session set ended_at = $1', [web().now()]);
    await page.getByRole('button', { name: 'Send the reply' }).press('Enter');
    await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
    await web().signIn(visit, 'guardian');
    await page.evaluate('window.dispatchEvent(new Event("focus"))');
    await page.getByRole('heading', { level: 1, name: 'My information' }).waitFor();
    await visit.go('/helpdesk');
    await openQuestion();
    await untilShown(page);
    expect(await page.content()).not.toContain('Nothing has come');
    await close();
  });
});
