import { errorSentences } from '../../src/platform/errors/say-error.ts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { matters } from '../../demo/personas.ts';
import { inHeap } from './checks/heap.ts';
import { kept } from './checks/kept.ts';
import { openWeb, type Web } from './open-web.ts';

const withoutDevelopment = /status of 404 .*\/development$/;
let web: Web;
beforeAll(async () => {
  web = await openWeb();
}, 60_000);
afterAll(() => web?.close());

const choose = (page: Page, label: string, value: string) => page.getByLabel(label, { exact: true }).selectOption(value);
const run = (page: Page) => page.getByRole('button', { name: /Execute query/ }).press('Enter');
const answer = (page: Page) => page.getByLabel('Result Window');

test('an operation of the guide runs as a persona, and nothing of it is stored by the browser, or shown once the persona has signed out', async () => {
  const visit = await web.visit({ tolerated: [/status of 40[19]/] });
  const { page } = visit;
  await visit.go('/developer');
  expect(await page.getByRole('button', { name: 'Sign out' }).count()).toBe(0);
  await choose(page, 'Persona', 'resident');
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await page.getByText('You ask as: Resident').waitFor();
  await page.locator('#examples summary').first().press('Enter');
  await page.getByRole('button', { name: 'Open in the editor' }).first().press('Enter');
  await choose(page, 'Purpose', 'SELF_SERVICE');
  await run(page);
  const [{ name }] = (await web.town.gateway.database.asOwner<{ name: string }>(
    `select given_name as name from recreation.resident where id = '10000000-0000-4000-8000-000000000001'`,
  )) as [{ name: string }];
  await answer(page).getByText(`"${name}"`).waitFor();
  expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain('givenName');
  expect(await kept(page, [name])).toEqual([name]);
  const other = await visit.context.newPage();
  await other.goto(web.origin);
  await other.getByRole('button', { name: 'Sign out' }).press('Enter');
  await page.getByText('You ask without an account.').waitFor();
  expect(await kept(page, [name])).toEqual([]);
  expect(await inHeap(page, [name])).toEqual([]);
  await visit.close();
});

test('the open cases of a persona can be chosen, and go with the question', async () => {
  const visit = await web.visit({ tolerated: [/status of 40\d/] });
  const { page } = visit;
  await visit.go('/developer');
  await choose(page, 'Persona', 'support');
  await page.getByRole('button', { name: 'Sign in' }).press('Enter');
  await page.getByText('You ask as: Helpdesk').waitFor();
  await choose(page, 'Purpose', 'CUSTOMER_SUPPORT');
  expect(await page.locator('#cases option').allTextContents()).toEqual(['ticket', 'protected ticket']);
  await page.getByLabel('Case', { exact: true }).fill(matters.ticket);
  const asked = page.waitForRequest((request) => request.headers()['privacy-case'] !== undefined);
  await run(page);
  expect((await asked).headers()).toMatchObject({ 'privacy-case': matters.ticket, 'privacy-purpose': 'CUSTOMER_SUPPORT' });
  await answer(page).getByText('"effectiveFrom"').waitFor();
  await visit.close();
});

test('the schema is that of the role that is chosen, and codes are found by their words in either language', async () => {
  const visit = await web.visit();
  const { page } = visit;
  await visit.go('/developer');
  await choose(page, 'Role', 'RESIDENT');
  const schema = page.getByLabel('The schema of this role');
  await schema.getByText('whoMayLook').waitFor();
  await choose(page, 'Role', 'ANONYMOUS');
  await schema.getByText('whoMayLook').waitFor({ state: 'detached' });
  await page.getByLabel('Search in codes and sentences').fill('ask about fewer people');
  expect(await page.locator('#errors tbody tr').count()).toBe(1);
  await page.getByLabel('Search in codes and sentences').fill('no code says this');
  await page.getByText('No code has these words.').waitFor();
  await page.getByRole('button', { name: 'Français' }).press('Enter');
  await page.getByLabel('Chercher dans les codes et les phrases').fill('ask about fewer people');
  const cells = page.locator('#errors tbody td');
  expect(await cells.nth(1).textContent()).toBe(errorSentences.fr.READ_BUDGET_SPENT);
  expect([await cells.nth(1).getAttribute('lang'), await cells.nth(2).getAttribute('lang')]).toEqual([null, 'en']);
  await visit.close();
});

test.each([
  ['resident', 'This page is for employees. Sign in as one.', false],
  ['support', 'Ask as an application does', true],
])('outside development a %s reads: %s', async (persona, sentence, isLetIn) => {
  const visit = await web.signedInAs(persona, { tolerated: [withoutDevelopment] });
  const { page } = visit;
  await visit.context.route('**/development', (route) => route.fulfill({ status: 404 }));
  await visit.go('/developer');
  await page.getByText(sentence).waitFor();
  expect(await page.getByLabel('Persona', { exact: true }).count()).toBe(0);
  expect((await page.locator('.graphiql').count()) > 0).toBe(isLetIn);
  await visit.close();
});
