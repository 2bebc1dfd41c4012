import type { Page } from 'playwright-core';
import { intercept } from '../../network/intercept.ts';
import type { ListedPage } from '../listed-page.ts';
import { untilShown } from '../../open-web.ts';
import { refuse } from '../../network/refuse.ts';

/** Reads the first ticket that the employee has taken. A page that is loaded again still has it open. */
async function read(page: Page): Promise<void> {
  const [first, shown] = [page.locator('.tickets .main').first(), page.locator('.ticket .conversation')];
  await first.or(shown).first().waitFor();
  if (!(await shown.isVisible())) await first.click();
  await shown.waitFor();
  await untilShown(page);
}

/** Goes back to the queue, where a ticket is open. */
async function queue(page: Page): Promise<void> {
  const [back, list] = [page.locator('.back button'), page.locator('.tickets')];
  await back.or(list).first().waitFor();
  if (await back.isVisible()) await back.click();
  await list.waitFor();
}

/** The helpdesk. */
export const helpdeskPages: readonly ListedPage[] = [
  { name: 'helpdesk-queue', persona: 'support', path: '/', prepare: queue },
  {
    name: 'helpdesk-queue-empty',
    persona: 'support',
    path: '/',
    prepare: async (page) => {
      await queue(page);
      await page.locator('.filters select').first().selectOption('CLOSED');
      await page.locator('.filters select').nth(1).selectOption('UNASSIGNED');
      await page.locator('p.state').waitFor();
    },
  },
  { name: 'helpdesk-ticket', inDocs: true, persona: 'support', path: '/', prepare: read },
  {
    name: 'helpdesk-read-budget',
    persona: 'support',
    path: '/',
    prepare: async (page) => {
      await queue(page);
      await intercept(page, '**/graphql', (route) =>
        route.request().headers()['privacy-case'] === undefined ? route.continue() : refuse(route, 'READ_BUDGET_SPENT', { status: 200 }),
      );
      await page.locator('.tickets .main').first().click();
      await page.getByRole('alert').waitFor();
      await page.unroute('**/graphql');
    },
  },
  {
    name: 'helpdesk-close',
    persona: 'support',
    path: '/',
    prepare: async (page) => {
      await read(page);
      await page.locator('.actions button[aria-haspopup=dialog]').first().click();
    },
  },
];
