import type { Page } from 'playwright-core';
import type { ListedPage } from '../listed-page.ts';
import { untilShown } from '../../open-web.ts';

/** Opens an item of a list. A page that is loaded again still has it open. */
const open =
  (index: number) =>
  async (page: Page): Promise<void> => {
    const back = page.locator('.back button');
    await page.locator('button.open').nth(index).or(back).waitFor();
    if (await back.isVisible()) return;
    await page.locator('button.open').nth(index).click();
    await back.waitFor();
    await untilShown(page);
  };

/** Unfolds the form for something new. */
async function unfold(page: Page): Promise<void> {
  await page.locator('details.ask > summary').click();
  await untilShown(page);
}

/** Sends the form without filling it in. */
async function sendBlank(page: Page): Promise<void> {
  await unfold(page);
  await page.locator('details.ask button[type=submit]').click();
  await page.locator('[aria-invalid]').first().waitFor();
}

/** The acts of a resident besides reading: family, purchases, helpdesk and requests. */
export const residentServicePages: readonly ListedPage[] = [
  { name: 'resident-family', persona: 'guardian', path: '/family' },
  { name: 'resident-family-none', persona: 'neighbour', path: '/family' },
  { name: 'resident-purchases', persona: 'resident', path: '/purchases' },
  { name: 'resident-buy', persona: 'resident', path: '/purchases/buy' },
  { name: 'resident-buy-offer', persona: 'guardian', path: '/purchases/buy', prepare: open(0) },
  { name: 'resident-buy-too-young', persona: 'resident', path: '/purchases/buy', prepare: open(0) },
  { name: 'resident-helpdesk', persona: 'resident', path: '/helpdesk' },
  { name: 'resident-helpdesk-ask', persona: 'resident', path: '/helpdesk', prepare: unfold },
  { name: 'resident-helpdesk-invalid', persona: 'resident', path: '/helpdesk', prepare: sendBlank },
  { name: 'resident-helpdesk-question', persona: 'resident', path: '/helpdesk', prepare: open(0) },
  { name: 'resident-requests', persona: 'resident', path: '/requests' },
  { name: 'resident-requests-file', persona: 'guardian', path: '/requests', prepare: unfold },
  { name: 'resident-requests-opened', persona: 'resident', path: '/requests', prepare: open(0) },
  {
    name: 'resident-requests-withdraw',
    persona: 'resident',
    path: '/requests',
    prepare: async (page) => {
      await open(0)(page);
      await page.locator('button[aria-haspopup=dialog]').click();
    },
  },
];
