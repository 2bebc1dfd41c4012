import type { Page } from 'playwright-core';
import { intercept } from '../../network/intercept.ts';
import type { ListedPage } from '../listed-page.ts';
import { refuse } from '../../network/refuse.ts';

/** Presses a button of the page, by its place among those of a class or kind. */
const press =
  (selector: string) =>
  async (page: Page): Promise<void> =>
    page.locator(selector).first().click();

/** Waits until the check against the log has ended. */
async function checked(page: Page): Promise<void> {
  await page.locator('.log-check progress').waitFor({ state: 'detached' });
}

/** Opens the same as a table. */
async function table(page: Page): Promise<void> {
  await checked(page);
  await press('.figure summary')(page);
}

/** Opens the form for contact details. */
async function change(page: Page): Promise<void> {
  await press('.held:nth-of-type(3) button')(page);
  await page.locator('input[autocomplete=email]').waitFor();
}

/** The pages of a resident. */
export const residentPages: readonly ListedPage[] = [
  { name: 'resident-my-information', inDocs: true, persona: 'resident', path: '/' },
  { name: 'resident-who-looked', inDocs: true, persona: 'resident', path: '/who-looked', prepare: checked },
  {
    name: 'resident-who-looked-question',
    persona: 'resident',
    path: '/who-looked',
    prepare: async (page) => {
      await checked(page);
      await press('.entries > li > .no-print button')(page);
    },
  },
  { name: 'resident-who-looked-table', persona: 'resident', path: '/who-looked', prepare: table },
  { name: 'resident-who-may-look', persona: 'resident', path: '/who-may-look' },
  { name: 'resident-my-information-change', persona: 'resident', path: '/', prepare: change },
  { name: 'resident-sign-ins', persona: 'resident', path: '/sign-ins' },
  {
    name: 'session-ended',
    persona: 'neighbour',
    path: '/sign-ins',
    prepare: async (page) => {
      await intercept(page, '**/graphql', (route) => refuse(route, 'SESSION_ENDED', { status: 200 }), { times: 1 });
      await page.locator('nav a[href="/family"]').click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'resident-no-such-page', persona: 'resident', path: '/nowhere' },
];
