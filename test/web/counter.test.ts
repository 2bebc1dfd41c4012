import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cast } from '../../demo/personas.ts';
import { until } from '../helpers/until.ts';
import { inHeap } from './heap.ts';
import { kept } from './kept.ts';
import { leftovers } from './leftovers.ts';
import { openWeb, untilShown, type Web } from './open-web.ts';
import { pageProblems } from './page-problems.ts';
import type { Visit } from './visit.ts';

// A clerk's day at the counter, by keyboard alone.
let web: Web;
let visit: Visit;
let page: Page;
beforeAll(async () => {
  web = await openWeb();
  visit = await web.signedInAs('customer-service', { tolerated: [/the server responded with a status of (403|404|409|429)/] });
  ({ page } = visit);
}, 60_000);
afterAll(() => web?.close());

const asOwner: Web['town']['gateway']['database']['asOwner'] = (text, values) => web.town.gateway.database.asOwner(text, values);

/** Presses keys one after the other, or types a text. @returns how many keys that were */
async function press(...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const field = () => page.getByLabel('Name or card number');
const service = () => page.getByRole('combobox', { name: 'Service' });
const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent || document.activeElement.tagName');

const isFocused = (text: string): Promise<void> => until(async () => (await focused()).startsWith(text));

/** Types a name, and chooses the first person who is found. @returns how many keys that were after the name */
async function look(name: string): Promise<number> {
  await isFocused('INPUT');
  await page.keyboard.type(name);
  const keys = await press('Enter');
  await isFocused(name.split(',')[0]!);
  return keys + (await press('Enter'));
}

/** Looks somebody up, and says that the person is known. @returns how many keys that were after the name */
async function serve(name: string): Promise<number> {
  const found = await look(name);
  await isFocused('Known to me');
  const keys = found + (await press('Enter'));
  await service().waitFor();
  return keys;
}

/** Sells a service to the person who is being served. @returns how many keys that were */
async function sell(letters: string): Promise<number> {
  await page.keyboard.type(letters);
  await page.getByRole('option').first().waitFor();
  const keys = letters.length + (await press('ArrowDown', 'Enter'));
  await page.getByRole('button', { name: /^Sell for/ }).waitFor();
  await press('Enter');
  await page.locator('.status').getByText('Sold to').waitFor();
  return keys + 1;
}

/** Ends the encounter. The driver's own search for a text comes last: its expressions keep what they last found. */
async function next(): Promise<void> {
  await press('F9');
  await page.getByText('Name or card number').waitFor();
}

describe('the clerk', () => {
  test('is shown nothing of an encounter that was left open before going on with it', async () => {
    await visit.go('/');
    await heading('An encounter is open').waitFor();
    expect(await kept(page, ['Peregrine', 'Castellow'])).toEqual([]);
    expect(await inHeap(page, ['Peregrine', 'Castellow'])).toEqual([]);
    await press('Enter');
    await heading('Peregrine Castellow').waitFor();
    await next();
  });

  test('serves three customers with at most twelve keys each after the name, and the next one sees nothing of them', async () => {
    const pages = await page.evaluate<number>('history.length');
    const customers = [
      ['Amberley', 'Rosalind'],
      ['Gravenhurst', 'Bartholomew'],
      ['Draycott', 'Cornelius'],
    ] as const;
    for (const names of customers) {
      const keys = (await serve(names[0])) + (await sell('swi'));
      expect(keys).toBeLessThanOrEqual(12);
      expect(await kept(page, names)).toEqual(names);
      if (names === customers[0]) expect(await inHeap(page, names)).toEqual(names);
      await next();
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
    await serve('Amberley');
    await press('F4');
    await page.getByRole('heading', { name: 'Before you go on: Payment' }).waitFor();
    expect(await kept(page, ['Rosalind', '96.31'])).toEqual([]);
    await press('Tab', 'Enter');
    await heading('Rosalind Amberley').waitFor();
    expect(await page.locator('.large').textContent()).toMatch(/To pay \$/);
    expect(await kept(page, ['1979', '1980', 'Peregrine'])).toEqual([]);
    await press('F8');
    await page.getByText('46 years old').waitFor();
    expect(await kept(page, ['To pay', 'Family pass', 'Peregrine'])).toEqual([]);
    await press('F2');
    await service().waitFor();
    expect(await kept(page, ['46 years', 'To pay'])).toEqual([]);
    expect(await page.getByRole('timer').textContent()).toMatch(/^\d+:\d\d$/);
  });

  test('takes a payment by keyboard alone, and not more than is owed', async () => {
    const owed = async (): Promise<string> =>
      (await asOwner('select -balance as owed from recreation.account where resident_id = $1', [cast.guardian]))[0]!['owed'];
    const left = (Number(await owed()) - 20.5).toFixed(2);
    await press('F4');
    await page.locator('select:focus').waitFor();
    await page.keyboard.type('In c');
    await press('Tab', '9', '9', '9', 'Enter');
    await page.getByRole('alert').getByText('This is more than is left to pay. Nothing was taken.').waitFor();
    await press('Control+a', '2', '0', '.', '5', 'Enter');
    await page.locator('.status:focus').getByText(`Taken from Rosalind: $20.50 in cash. $${left} is left to pay.`).waitFor();
    await page.locator('.large').getByText(left).waitFor();
    await press('F2');
    await service().waitFor();
    expect(await kept(page, ['20.50', left])).toEqual([]);
  });

  test('goes on with the same customer after the page was loaded again', async () => {
    await page.reload();
    await heading('An encounter is open').waitFor();
    expect(await kept(page, ['Rosalind', 'Amberley'])).toEqual([]);
    await press('Enter');
    await heading('Rosalind Amberley').waitFor();
  });

  test('sells to a minor of the home, but nothing for which the minor is too young', async () => {
    await isFocused('INPUT');
    await press('Shift+Tab', 'ArrowDown');
    await until(() => page.getByRole('radio', { name: /Peregrine/ }).isChecked());
    await isFocused('INPUT');
    await page.keyboard.type('Adult');
    await press('ArrowDown', 'Enter');
    await page.getByText('For people of 18 and older: too young, so it cannot be sold.').waitFor();
    await press('Enter');
    await page.getByRole('alert').getByText('This person is too young for this service.').waitFor();
    await service().fill('');
    await page.keyboard.type('Youth');
    await press('ArrowDown', 'Enter', 'Enter');
    await page.locator('.status').getByText('Sold to').waitFor();
    expect(await page.locator('.status').textContent()).toContain('Sold to Peregrine: Youth pass, monthly, $38.75. Valid until');
  });

  test('hands out a code for an account, once', async () => {
    await page.getByRole('button', { name: 'Hand out a code' }).focus();
    await press('Enter');
    await page.locator('.code').waitFor();
    const code = (await page.locator('.code').textContent())!;
    expect(code).toMatch(/^(\w{4}-){6}\w{4}$/);
    await next();
    expect(await kept(page, [code])).toEqual([]);
    expect(await inHeap(page, [code])).toEqual([]);
  });

  test('compares what a customer says, and learns nothing but whether it is right', async () => {
    await look('Fairweather, Ott');
    await isFocused('Known to me');
    await page.getByLabel('E-mail address').fill('tansy.and.rue@example.net');
    await page.getByLabel('Telephone').fill('780 555-0100');
    await press('Enter');
    await page.getByRole('alert').getByText('What the customer says is not what is on record.').waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await page.getByLabel('Telephone').fill('(780) 555-0198');
    await press('Enter');
    await heading('Ottoline Fairweather').waitFor();
    await next();
    expect(await inHeap(page, ['tansy.and.rue@example.net', '555-0198'])).toEqual([]);
  });

  test('finds a customer by a card that is scanned', async () => {
    await isFocused('INPUT');
    await page.keyboard.type(cast.neighbour.replaceAll('-', '').toUpperCase());
    await press('Enter');
    await isFocused('Fairweather, Ottoline');
    expect(await page.locator('.people button').count()).toBe(1);
    await press('Escape');
    await isFocused('INPUT');
    await field().fill('');
  });
});

describe('a designed state says', () => {
  test('that nobody is on record under a name', async () => {
    await page.keyboard.type('Nobodysname');
    await press('Enter');
    await page.getByText('Nobody whom you may serve is on record under this name or card.').waitFor();
    expect(await page.locator('.people button').count()).toBe(0);
    await press('Escape');
    await field().fill('');
  });

  test('that the encounter has ended meanwhile, and shows nothing of the customer', async () => {
    await serve('Amberley');
    await asOwner('update recreation.encounter set ended_at = last_active_at where employee_id = $1 and ended_at is null', [cast.clerk]);
    await press('F8');
    await heading('This encounter has ended').waitFor();
    expect(await kept(page, ['Rosalind', 'Amberley'])).toEqual([]);
    expect(await pageProblems(page)).toEqual([]);
    await next();
  });

  test('when more identities can be checked', async () => {
    const query = (index: number): string =>
      `mutation { confirmIdentity(input: { email: "nobody${index}@example.org", phone: "+17805550100" }) { outcome } }`;
    for (let index = 0; index < 21; index += 1)
      await web.town.gateway.ask('customer-service', query(index), { purpose: 'SERVICE_PROVISION' });
    await look('Amberley');
    await page.getByLabel('E-mail address').fill('quillwort@example.net');
    await page.getByLabel('Telephone').fill('780 555 0132');
    await press('Enter');
    await page.getByRole('heading', { name: 'You have checked as many identities as one hour or one day allows' }).waitFor();
    await page.getByText(/^It works again at \d/).waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await next();
  });
});

test('no script, style or request of the counter was refused', async () => {
  await untilShown(page);
  await expect(visit.close()).resolves.toBeUndefined();
});
