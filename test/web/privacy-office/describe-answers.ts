import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page, Response } from 'playwright-core';
import { matters } from '../../../demo/personas.ts';
import { hold } from '../network/hold.ts';
import { untilShown, type Web } from '../open-web.ts';
import type { Visit } from '../visit.ts';

/** An officer who has signed in, in the town of a suite. */
interface Office {
  readonly web: Web;
  readonly officer: Visit;
}

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).press('Enter');
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const answerTo = (page: Page, operation: string): Promise<Response> =>
  page.waitForResponse((response) => response.request().postData()?.includes(`"${operation}"`) ?? false);

/** Runs in the page: the instants at which the bars of the timeline begin and end, by the places of the months that are named above them. */
const drawnDays = `(() => {
  const [first, last] = [...document.querySelectorAll('figure svg text')]
    .filter((text) => / 20\\d\\d$/.test(text.textContent))
    .map((text) => ({ at: Date.parse('1 ' + text.textContent), box: text.getBoundingClientRect() }))
    .map(({ at, box }) => ({ at, x: box.x + box.width / 2 }))
    .filter((_, index, all) => index === 0 || index === all.length - 1);
  const instant = (x) => first.at + ((x - first.x) * (last.at - first.at)) / (last.x - first.x);
  return [...document.querySelectorAll('figure svg rect')]
    .map((bar) => bar.getBoundingClientRect())
    .map(({ left, right }) => [instant(left), instant(right)]);
})()`;
/** Milliseconds. */
const day = 86_400_000;

/** Answers that an officer waits for: long ones, repeated ones, and those that come once she has turned to something else. */
export function describeAnswers(office: () => Office): void {
  const asOwner = <Row extends object>(statement: string, ...values: readonly unknown[]): Promise<readonly Row[]> =>
    office().web.town.gateway.database.asOwner<Row>(statement, [...values]);

  async function go(path: string): Promise<Page> {
    const { officer } = office();
    await officer.go(path);
    await untilShown(officer.page);
    return officer.page;
  }

  /** Fills the form in, but for the people. */
  async function fillMandate(reference: string): Promise<Page> {
    const page = await go('/mandates/record');
    await page.getByLabel('Partner').selectOption({ label: 'Prairie Systems Maintenance Ltd.' });
    await page.getByLabel('Number or mark on the document').fill(reference);
    await page.getByLabel('Who issued it').fill('Recreation Department');
    await page.getByLabel('Initials').press('Space');
    await page.getByLabel('First day').fill('2026-06-01');
    await page.getByLabel('Last day').fill('2026-12-31');
    return page;
  }

  describe('an officer', () => {
    // A proof from long ago is asked for again.
    beforeAll(() => office().web.signIn(office().officer, 'privacy-officer'));
    afterEach(() => office().officer.page.unroute('**/graphql'));

    test('reads all purchases and payments of a record, a page at a time', async () => {
      const [{ number } = { number: '' }] = await asOwner<{ number: string }>(
        `with asker as (select number, resident_id from recreation.request where id = $1),
           bought as (insert into recreation.purchase (id, resident_id, service_id, quantity, amount, purchased_at)
             select gen_random_uuid(), resident_id, (select min(id::text)::uuid from recreation.service), 1, 10,
               timestamptz '2026-06-01T12:00Z' - day * interval '1 day' from asker, generate_series(1, 60) day),
           paid as (insert into recreation.payment (id, resident_id, amount, method, paid_at)
             select gen_random_uuid(), resident_id, 10, 'CASH', timestamptz '2026-06-01T12:00Z' - day * interval '1 day'
             from asker, generate_series(1, 60) day)
         select number from asker`,
        matters.protectedRequest,
      );
      const page = await go('/privacy-requests');
      await press(page, `Open ${number}`);
      await press(page, 'Open the record');
      for (const name of [/^Purchases: \d+$/, /^Payments at the counter: \d+$/]) {
        const part = page.locator('details', { has: page.getByText(name) });
        const total = Number(/\d+$/.exec((await part.locator('summary').textContent())!)![0]);
        expect(total).toBeGreaterThanOrEqual(60);
        await part.locator('summary').press('Enter');
        await part.getByText(`50 of ${total} are shown.`).waitFor();
        await part.getByRole('button', { name: 'Show more' }).press('Enter');
        await part.getByText(`${total} of ${total} are shown.`).waitFor();
        expect(await part.getByRole('row').count()).toBe(total + 1);
      }
    });

    test('keeps the request that she reads where another one, taken before, is answered late', async () => {
      const page = await go('/privacy-requests');
      const [mine, free] = await Promise.all(
        [/^Open R-\d+$/, /^Take R-\d+$/].map((name) => page.getByRole('button', { name }).first().getAttribute('aria-label')),
      );
      const { given, release } = await hold(page, 'TakeRequest');
      await press(page, free!);
      await given;
      await press(page, mine!);
      const shown = page.locator('.lead .number');
      await shown.waitFor();
      const answered = answerTo(page, 'TakeRequest');
      await release();
      await answered;
      expect(await shown.innerText()).toBe(mine!.replace('Open ', ''));
      await press(page, 'All requests');
      await heading(page, 'Requests');
      await page.getByRole('button', { name: free!.replace('Take', 'Open') }).waitFor();
    });

    test('looks for the same name twice, and both looks reach the log', async () => {
      const { ask, sequence } = office().web.town.gateway;
      const countLooks = async (): Promise<number> => {
        await sequence();
        const { data } = await ask('reviewer', '{ accessEntries(filter: { purpose: MANDATE_ADMINISTRATION }) { totalCount } }', {
          purpose: 'ACCESS_REVIEW',
        });
        return data.accessEntries.totalCount;
      };
      const page = await fillMandate('WO-9002');
      const before = await countLooks();
      for (const times of [1, 2]) {
        await page.getByLabel('Family name').fill('Castellow');
        const answered = answerTo(page, 'PeopleToName');
        await page.keyboard.press('Enter');
        await answered;
        expect(await countLooks()).toBe(before + times);
      }
    });

    test('stays where she has gone to, and with what she types, where a mandate is recorded late', async () => {
      const page = await fillMandate('WO-9003');
      await page.getByLabel('Family name').fill('Castellow');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: /^Add / }).first().press('Enter');
      await page.getByRole('button', { name: /^Remove / }).waitFor();
      const { given, release } = await hold(page, 'RecordMandate');
      await press(page, 'Record the mandate');
      await given;
      await page.getByLabel('Number or mark on the document').fill('WO-9004');
      await page.getByRole('navigation').getByRole('link', { name: 'Mandates' }).press('Enter');
      await page.getByRole('button', { name: /KB-1109/ }).press('Enter');
      const shown = page.locator('.lead .number');
      await shown.getByText('KB-1109').waitFor();
      const answered = answerTo(page, 'RecordMandate');
      await release();
      await answered;
      await page.getByText('Revoke the mandate').press('Enter');
      expect(await shown.innerText()).toBe('KB-1109');
      await press(page, 'All mandates');
      await heading(page, 'Mandates');
      await page.getByRole('button', { name: /WO-9003/ }).waitFor();
      await page.getByRole('link', { name: 'Record a mandate' }).press('Enter');
      expect(await page.getByLabel('Number or mark on the document').inputValue()).toBe('WO-9004');
    });

    test('finds the days of each mandate in the timeline, and its bar at these days', async () => {
      const page = await go('/mandates');
      const figure = page.getByRole('figure', { name: 'When mandates are valid' });
      await figure.getByText('The same as a table').press('Enter');
      const cells = await figure
        .getByRole('row', { name: /WO-9003/ })
        .locator('th, td')
        .allInnerTexts();
      expect(cells.join(', ').replaceAll('\u00a0', ' ')).toBe('WO-9003, Work order, June 1, 2026, December 31, 2026, Awaits approval');
      await figure.locator('rect').first().waitFor();
      const place = (await figure.getByRole('rowheader').allInnerTexts()).indexOf('WO-9003');
      const [begin = 0, end = 0] = (await page.evaluate<readonly (readonly number[])[]>(drawnDays))[place]!;
      expect(Math.abs(begin - Date.parse('2026-06-01T06:00Z'))).toBeLessThan(2 * day);
      expect(Math.abs(end - Date.parse('2027-01-01T07:00Z'))).toBeLessThan(2 * day);
    });
  });
}
