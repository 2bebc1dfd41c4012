import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cast, matters } from '../../demo/personas.ts';
import { until } from '../helpers/time/until.ts';
import { inHeap } from './checks/heap.ts';
import { hold } from './network/hold.ts';
import { intercept } from './network/intercept.ts';
import { kept } from './checks/kept.ts';
import { leftovers } from './checks/leftovers.ts';
import { openWeb, untilShown, type Web } from './open-web.ts';
import { pageProblems } from './checks/page-problems.ts';
import { tree } from './checks/tree.ts';
import type { Visit } from './visit.ts';

// An employee's day at the helpdesk, by keyboard alone.
let web: Web;
let visit: Visit;
let page: Page;
/** The number of the ticket without an assignee, about which Ottoline Fairweather asked. */
let number: string;
beforeAll(async () => {
  web = await openWeb();
  visit = await web.signedInAs('support', { tolerated: [/the server responded with a status of (401|403|404|409)|net::ERR_FAILED/] });
  ({ page } = visit);
  [{ number }] = (await asOwner<{ number: string }>('select number from recreation.ticket where id = $1', [matters.unassignedTicket])) as [
    { number: string },
  ];
}, 60_000);
afterAll(() => web?.close());

const asOwner: Web['town']['gateway']['database']['asOwner'] = (text, values) => web.town.gateway.database.asOwner(text, values);

const words = ['Fairweather', 'Ottoline', 'shows no dates', 'tansy.and.rue@example.net'];
const heading = (name: string) => page.getByRole('heading', { level: 1, name });
const button = (name: string | RegExp) => page.getByRole('button', { name });

async function pressOn(name: string): Promise<void> {
  await button(name).focus();
  await page.keyboard.press('Enter');
}

describe('an employee of the helpdesk', () => {
  test('acknowledges what the work is for, and then sees the queue without the people who asked', async () => {
    await asOwner('delete from recreation.acknowledgement where employee_id = $1', [cast.supporter]);
    await visit.go('/');
    await page.getByRole('heading', { name: 'Before you go on: Questions to the helpdesk' }).waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await button(`Take ${number}`).waitFor();
    expect(await kept(page, [...words, 'Castellow', 'Holloway'])).toEqual([]);
    expect(await tree(page.locator('main'))).toMatchSnapshot('the queue');
  });

  test('filters the queue', async () => {
    await page.getByLabel('Taken by').selectOption('MINE');
    await page.getByText('2 tickets, the oldest first.').waitFor();
    expect(await button(/^Read T-/).count()).toBe(2);
    await page.getByLabel('Topic').selectOption('PAYMENT');
    await page.getByText('1 ticket.').waitFor();
    await page.getByLabel('Status').selectOption('CLOSED');
    await page.getByText('No ticket matches.').waitFor();
    // All at once: the answers to the first two are not waited for.
    await page.getByLabel('Status').selectOption('OPEN');
    await page.getByLabel('Topic').selectOption('ANY');
    await page.getByLabel('Taken by').selectOption('UNASSIGNED');
    await page.getByText('Not taken yet').first().waitFor();
  });

  test('goes on with the ticket that is read where another one is taken late', async () => {
    await page.getByLabel('Taken by').selectOption('ANY');
    const { given, release } = await hold(page, 'TakeTicket');
    await pressOn(`Take ${number}`);
    await given;
    await button(/^Read T-/)
      .first()
      .press('Enter');
    await page.getByRole('heading', { name: 'Who asked' }).waitFor();
    const answered = page.waitForResponse((response) => response.request().postData()?.includes('"TakeTicket"') ?? false);
    await release();
    await page.unroute('**/graphql');
    await answered;
    await untilShown(page);
    expect(await kept(page, words)).toEqual([]);
    await asOwner('update recreation.ticket set assignee_id = null where id = $1', [matters.unassignedTicket]);
    await page.goBack();
    await button(`Take ${number}`).waitFor();
  });

  test('takes a ticket, and only then sees who asked', async () => {
    await pressOn(`Take ${number}`);
    await heading('The calendar is blank').waitFor();
    await untilShown(page);
    expect(await kept(page, words)).toEqual(words);
    expect(await inHeap(page, words)).toEqual(words);
    await until(() => page.evaluate('document.activeElement.tagName === "H1"'));
    expect(await tree(page.locator('main'))).toMatchSnapshot('a ticket');
  });

  test('leaves it, and nothing of it stays but the reply that is not sent yet', async () => {
    await page.getByLabel('Reply').focus();
    await page.keyboard.type('Please try the address below.');
    await page.goBack();
    await page
      .getByText(/^\d+ tickets?\b/)
      .first()
      .waitFor();
    expect(await kept(page, words)).toEqual([]);
    expect(await inHeap(page, words)).toEqual([]);
    await page.getByLabel('Taken by').selectOption('MINE');
    await pressOn(`Read ${number}`);
    await heading('The calendar is blank').waitFor();
    expect(await page.getByLabel('Reply').inputValue()).toBe('Please try the address below.');
  });

  test('keeps a reply where no answer comes, and is told that it may have been sent', async () => {
    await intercept(page, '**/graphql', (route) => route.abort());
    await pressOn('Send the reply');
    await page.getByRole('alert').getByText('so it is not certain whether this was sent. Look before you send it again.').waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await page.unroute('**/graphql');
    expect(await page.getByLabel('Reply').inputValue()).toBe('Please try the address below.');
  });

  test('reads the ticket again after the session has ended; a reply waits for the same person, and is wiped for anyone else', async () => {
    const end = async (): Promise<void> => {
      // A read that is under way would find the end before the reply does.
      await untilShown(page);
      await asOwner('update identity.session set ended_at = $1', [web.now()]);
      await pressOn('Send the reply');
      await heading('Your session has ended').waitFor();
      expect(await kept(page, words)).toEqual([]);
      expect(await inHeap(page, words)).toEqual([]);
    };
    const signIn = async (persona: string): Promise<void> => {
      await web.signIn(visit, persona);
      await page.evaluate('window.dispatchEvent(new Event("focus"))');
    };
    await end();
    expect(await pageProblems(page)).toEqual([]);
    await signIn('support');
    await heading('The calendar is blank').waitFor();
    expect(await page.getByLabel('Reply').inputValue()).toBe('Please try the address below.');

    await page.getByLabel('Reply').fill('A reply that goes nowhere.');
    await end();
    await signIn('customer-service');
    await heading('An encounter is open').waitFor();
    expect(await inHeap(page, ['A reply that goes nowhere.'])).toEqual([]);
    await web.signIn(visit, 'support');
    await visit.go('/');
    // Which ticket was open is forgotten with the page.
    await pressOn(`Read ${number}`);
    await heading('The calendar is blank').waitFor();
    expect(await page.getByLabel('Reply').inputValue()).toBe('');
    await page.getByLabel('Reply').fill('Please try the address below.');
  });

  test('replies, keeps the ticket from guardians, and closes it', async () => {
    await pressOn('Send the reply');
    await page.getByText('Your reply was sent.').waitFor();
    await page.getByLabel('Messages').getByText('Please try the address below.').waitFor();
    expect(await page.getByLabel('Reply').inputValue()).toBe('');
    await pressOn('Keep it from guardians');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep it from guardians' }).press('Enter');
    await page.getByText('Kept from guardians').waitFor();
    await pressOn('Close the ticket');
    expect(await tree(page.locator('dialog[open]'))).toMatchSnapshot('a ticket is to be closed');
    expect(await pageProblems(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Close the ticket' }).press('Enter');
    await page.getByText(`Ticket ${number} is closed.`).waitFor();
    expect(await leftovers(visit, words)).toEqual([]);
    const [ticket] = await asOwner('select sensitive, closed_at is not null as closed from recreation.ticket where id = $1', [
      matters.unassignedTicket,
    ]);
    expect(ticket).toEqual({ sensitive: true, closed: true });
    await page.goForward();
    await heading('Nothing of this ticket is shown any more').waitFor();
    expect(await kept(page, [...words, matters.unassignedTicket])).toEqual([]);
    await page.goBack();
  });

  test('gives a ticket to a colleague, and sees it no longer', async () => {
    await page.getByLabel('Taken by').selectOption('MINE');
    await button(/^Read T-/)
      .first()
      .press('Enter');
    await page.getByRole('heading', { name: 'Who asked' }).waitFor();
    await untilShown(page);
    await page.getByLabel('Colleague').selectOption({ label: 'Montgomery Ashdown' });
    await pressOn('Give it to this colleague');
    await page.getByText(/is with Montgomery Ashdown now\.$/).waitFor();
    expect(await kept(page, ['Castellow', 'Peregrine'])).toEqual([]);
  });

  test('is told where a ticket that is being read goes to a colleague', async () => {
    await page.getByText('1 ticket.').waitFor();
    await button(/^Read T-/)
      .first()
      .press('Enter');
    await heading('Parcels at the front desk').waitFor();
    await untilShown(page);
    await asOwner('update recreation.ticket set assignee_id = $1 where id = $2', [cast.otherSupporter, matters.protectedTicket]);
    await page.getByLabel('Reply').fill('We have told them.');
    await pressOn('Send the reply');
    await heading('Nothing of this ticket is shown any more').waitFor();
    expect(await kept(page, ['Holloway', 'Seraphina'])).toEqual([]);
    expect(await pageProblems(page)).toEqual([]);
    await button('Français').press('Enter');
    await heading('Plus rien de ce billet n’est affiché').waitFor();
  });
});

test('no script, style or request of the helpdesk was refused', async () => {
  await expect(visit.close()).resolves.toBeUndefined();
});
