import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cast } from '../../../demo/personas.ts';
import { demoCardNumber } from '../../../demo/population/card-numbers.ts';
import { until } from '../../helpers/time/until.ts';
import { Clerk } from './clerk.ts';
import { describeCounterStates } from './describe-counter-states.ts';
import { describeEndedEncounter } from './describe-ended-encounter.ts';
import { describeIdentified } from './describe-identified.ts';
import { describeLongRecord } from './describe-long-record.ts';
import { describeSale } from './describe-sale.ts';
import { describeSlowAnswers } from './describe-slow-answers.ts';
import { inHeap } from '../checks/heap.ts';
import { intercept } from '../network/intercept.ts';
import { kept } from '../checks/kept.ts';
import { leftovers } from '../checks/leftovers.ts';
import { openWeb, untilShown, type Web } from '../open-web.ts';
import { pageProblems } from '../checks/page-problems.ts';
import { tree } from '../checks/tree.ts';
import type { Visit } from '../visit.ts';

// A clerk's day at the counter, by keyboard alone.
let web: Web;
let visit: Visit;
let page: Page;
let clerk: Clerk;
beforeAll(async () => {
  web = await openWeb();
  // The catalogue has two pages of a hundred: services whose names begin with Y are on the second one.
  await asOwner(
    `insert into recreation.service (id, name, description, price)
     select gen_random_uuid(), 'Workshop ' || number, 'An evening.', 15 from generate_series(1, 100) number`,
  );
  visit = await web.signedInAs('customer-service', {
    tolerated: [/the server responded with a status of (401|403|404|409|429|503)|net::ERR_FAILED/],
  });
  ({ page } = visit);
  clerk = new Clerk(page);
}, 60_000);
afterAll(() => web?.close());

const asOwner: Web['town']['gateway']['database']['asOwner'] = (text, values) => web.town.gateway.database.asOwner(text, values);

describe('the clerk', () => {
  test('is shown nothing of an encounter that was left open before going on with it', async () => {
    await visit.go('/');
    await clerk.heading('An encounter is open').waitFor();
    expect(await kept(page, ['Peregrine', 'Castellow'])).toEqual([]);
    expect(await inHeap(page, ['Peregrine', 'Castellow'])).toEqual([]);
    await clerk.press('Enter');
    await clerk.heading('Peregrine Castellow').waitFor();
    await clerk.next();
  });

  test('serves three customers with at most twelve keys each after the name, and the next one sees nothing of them', async () => {
    const pages = await page.evaluate<number>('history.length');
    const customers = [
      ['Amberley', 'Rosalind'],
      ['Gravenhurst', 'Bartholomew'],
      ['Draycott', 'Cornelius'],
    ] as const;
    for (const names of customers) {
      await clerk.serve(names[0]);
      await clerk.sell('swi');
      expect(clerk.keys).toBeLessThanOrEqual(12);
      expect(await kept(page, names)).toEqual(names);
      if (names === customers[0]) expect(await inHeap(page, names)).toEqual(names);
      await clerk.next();
      expect(await kept(page, names)).toEqual([]);
      if (names === customers[0]) expect(await leftovers(visit, names)).toEqual([]);
    }
    expect(await leftovers(visit, customers.flat())).toEqual([]);
    // Back leads to what was before the counter.
    expect(await page.evaluate<number>('history.length')).toBe(pages);
    await until(async () => {
      const open = await asOwner('select id from recreation.encounter where employee_id = $1 and ended_at is null', [cast.clerk]);
      return open.length === 0;
    });
  });

  test('goes from one purpose to another by one key each, and is shown for each what it needs', async () => {
    await asOwner(`delete from recreation.acknowledgement where employee_id = $1 and purpose = 'PAYMENT'`, [cast.clerk]);
    await clerk.serve('Amberley');
    await clerk.type('pas');
    await page.getByRole('option').first().waitFor();
    await clerk.press('ArrowDown');
    // A small screen scrolls to what has the focus; the list stays.
    await page.evaluate('document.dispatchEvent(new Event("scroll")), undefined');
    expect(await tree(page.locator('main'))).toMatchSnapshot('a service is chosen');
    expect(await pageProblems(page)).toEqual([]);
    await clerk.press('Escape');
    await clerk.press('F4');
    await page.getByRole('heading', { name: 'Before you go on: Payment' }).waitFor();
    expect(await kept(page, ['Rosalind', '96.31'])).toEqual([]);
    await clerk.press('Tab', 'Enter');
    await clerk.heading('Rosalind Amberley').waitFor();
    expect(await page.locator('.large').textContent()).toMatch(/To pay \$/);
    expect(await kept(page, ['1979', '1980', 'Peregrine'])).toEqual([]);
    await clerk.press('F8');
    await page.getByText('46 years old').waitFor();
    expect(await tree(page.locator('main'))).toMatchSnapshot('an age is checked');
    expect(await kept(page, ['To pay', 'Family pass', 'Peregrine'])).toEqual([]);
    await clerk.press('F2');
    await clerk.service.waitFor();
    expect(await kept(page, ['46 years', 'To pay'])).toEqual([]);
    expect(await page.getByRole('timer').textContent()).toMatch(/^\d+:\d\d$/);
    // A sale of nothing is not sent.
    await clerk.isFocused('INPUT');
    await clerk.press('Enter');
    await page.getByText('Fill this in.').waitFor();
    expect(await clerk.service.and(page.locator('[aria-invalid=true]:focus')).ariaSnapshot()).toBe('- combobox "Service" [invalid]');
  });

  test('takes a payment by keyboard alone, and not more than is owed', async () => {
    const owed = async (): Promise<string> =>
      (await asOwner('select -balance as owed from recreation.account where resident_id = $1', [cast.guardian]))[0]!['owed'];
    const left = (Number(await owed()) - 20.5).toFixed(2);
    await clerk.press('F4');
    const inCash = page.getByRole('radio', { name: 'In cash' }).and(page.locator(':focus'));
    await inCash.waitFor();
    await clerk.press('Enter');
    await page.getByText('Choose how it is paid.').waitFor();
    expect(await inCash.isVisible()).toBe(true);
    await clerk.press('Space', 'Tab', '9', '9', '9', 'Enter');
    await page.getByRole('alert').getByText('This is more than is left to pay. Nothing was taken.').waitFor();
    await clerk.press('Control+a', '2', '0', '.', '5', 'Enter');
    await page.locator('.status:focus').getByText(`Taken from Rosalind: $20.50 in cash. $${left} is left to pay.`).waitFor();
    await page.locator('.large').getByText(left).waitFor();
    await clerk.press('F2');
    await clerk.service.waitFor();
    expect(await kept(page, ['20.50', left])).toEqual([]);
  });

  test('goes on with the same customer after the page was loaded again', async () => {
    await page.reload();
    await clerk.heading('An encounter is open').waitFor();
    expect(await kept(page, ['Rosalind', 'Amberley'])).toEqual([]);
    await clerk.press('Enter');
    await clerk.heading('Rosalind Amberley').waitFor();
  });

  test('calls the next customer before it is known whether an encounter is open: it ends, and what is typed meanwhile stays', async () => {
    const asked = Promise.withResolvers<void>();
    await intercept(page, '**/graphql', (route) => asked.promise.then(() => route.continue()));
    await page.reload();
    await clerk.isFocused('INPUT');
    await clerk.press('F9');
    await clerk.isFocused('INPUT');
    await clerk.type('Amberley');
    asked.resolve();
    await until(async () => {
      const open = await asOwner('select from recreation.encounter where employee_id = $1 and ended_at is null', [cast.clerk]);
      return open.length === 0;
    });
    await page.unroute('**/graphql');
    expect(await clerk.field.inputValue()).toBe('Amberley');
    await clerk.press('Enter');
    await clerk.isFocused('Amberley');
    await clerk.press('Enter');
    await clerk.evidence('A card with a photo').and(page.locator(':focus')).waitFor();
    await clerk.press('Space', 'Enter');
    await clerk.heading('Rosalind Amberley').waitFor();
  });

  describeSale(() => clerk);

  describeLongRecord(() => clerk);

  test('hands out a code for an account, once', async () => {
    await clerk.tabTo(page.getByRole('button', { name: 'Hand out a code' }));
    await clerk.press('Enter');
    await page.locator('.code').waitFor();
    const code = (await page.locator('.code').textContent())!;
    expect(code).toMatch(/^(\w{4}-){6}\w{4}$/);
    await clerk.next();
    expect(await kept(page, [code])).toEqual([]);
    expect(await inHeap(page, [code])).toEqual([]);
  });

  describeIdentified(() => clerk, asOwner);

  test('compares what a customer says, and learns nothing but whether it is right', async () => {
    await clerk.look('Fairweather, Ott');
    await clerk.tabTo(page.getByLabel('Email address'));
    await clerk.type('tansy.and.rue@example.net');
    await clerk.press('Tab');
    await clerk.type('780 555-0100');
    await clerk.press('Enter');
    await page.getByRole('alert').getByText('What the customer says is not what is on record.').waitFor();
    expect(await tree(page.locator('main'))).toMatchSnapshot('what the customer says is wrong');
    expect(await pageProblems(page)).toEqual([]);
    await clerk.press('Control+a');
    await clerk.type('(780) 555-0198');
    await clerk.press('Enter');
    await clerk.heading('Ottoline Fairweather').waitFor();
    await clerk.next();
    // Also where no form of an encounter takes the place of what was checked.
    await clerk.look('Fairweather, Ott');
    await clerk.tabTo(page.getByLabel('Email address'));
    await clerk.type('tansy.and.rue@example.net\n');
    await page.getByRole('alert').getByText('Give two of the three.').waitFor();
    await clerk.next();
    expect(await inHeap(page, ['tansy.and.rue@example.net', '555-0198'])).toEqual([]);
  });

  test('finds a customer by a card that is scanned, and is told of a missing digit', async () => {
    const digits = demoCardNumber(cast.neighbour);
    await clerk.isFocused('INPUT');
    await clerk.type(digits.slice(0, -1));
    await clerk.press('Enter');
    await page.getByRole('alert').getByText('A card number has 16 digits; one is wrong or missing.').waitFor();
    await clerk.type(digits.slice(-1));
    await clerk.press('Enter');
    await page.getByRole('heading', { name: 'Is it Ottoline Fairweather?' }).waitFor();
    expect(await tree(page.locator('main'))).toMatchSnapshot('a customer is found');
    await clerk.press('Escape');
    await clerk.isFocused('INPUT');
    await clerk.press('Backspace');
    expect(await clerk.field.inputValue()).toBe('');
  });

  test('looks for the same name twice, and both looks reach the log', async () => {
    const looks: string[] = [];
    page.on('request', (request) => looks.push(...(request.postData()?.match(/"FindByName"/g) ?? [])));
    for (const times of [1, 2]) {
      await clerk.find('Amberley');
      expect(looks).toHaveLength(times);
      // The name is chosen, so that the next one takes its place.
      await clerk.press('Escape');
    }
    await clerk.press('Backspace');
  });
});

describeEndedEncounter(() => ({ web, visit, clerk }));
describeSlowAnswers(() => ({ web, clerk }));
describeCounterStates(() => ({ web, visit, clerk }));

test('no script, style or request of the counter was refused', async () => {
  await untilShown(page);
  await expect(visit.close()).resolves.toBeUndefined();
});
