import type { Page } from 'playwright-core';
import type { ListedPage } from '../listed-page.ts';
import { untilShown } from '../open-web.ts';

/** Leaves the person who was served before. The field for the next is shown before it is known whether an encounter is open. */
async function nobody(page: Page): Promise<void> {
  await page.waitForFunction(`performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/graphql'))`);
  await untilShown(page);
  await page.keyboard.press('F9');
  await page.locator('.find input:focus').waitFor();
}

/** Looks for people by a name. */
export async function find(page: Page, name = 'Amberley'): Promise<void> {
  await nobody(page);
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.locator('.count').waitFor();
}

/** Chooses the first person of a name. */
export async function choose(page: Page, name?: string): Promise<void> {
  await find(page, name);
  await page.locator('.people button:focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.identity .main:focus').waitFor();
}

async function serve(page: Page): Promise<void> {
  await choose(page);
  await page.keyboard.press('Enter');
  await page.locator('[role=combobox]:focus').waitFor();
}

/** @param key changes the purpose */
const serveFor =
  (key: string) =>
  async (page: Page): Promise<void> => {
    await serve(page);
    await page.keyboard.press(key);
    await page.locator('.large').waitFor();
  };

/** The counter. The last one leaves an encounter open, so that the first finds it when the list is gone through again. */
export const counterPages: readonly ListedPage[] = [
  { name: 'counter-go-on', persona: 'customer-service', path: '/' },
  { name: 'counter', persona: 'customer-service', path: '/', prepare: nobody },
  { name: 'counter-found', persona: 'customer-service', path: '/', prepare: find },
  { name: 'counter-nobody-found', persona: 'customer-service', path: '/', prepare: (page) => find(page, 'Nobodysname') },
  { name: 'counter-identity', persona: 'customer-service', path: '/', prepare: choose },
  {
    name: 'counter-sale',
    inDocs: true,
    persona: 'customer-service',
    path: '/',
    prepare: async (page) => {
      await serve(page);
      await page.keyboard.type('pas');
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=option][data-focused]').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('[role=option]').first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'counter-too-young',
    persona: 'customer-service',
    path: '/',
    prepare: async (page) => {
      await serve(page);
      await page.locator('input[type=radio]').last().check();
      await page.locator('[role=combobox]:focus').waitFor();
      await page.keyboard.type('pott');
      await page.keyboard.press('ArrowDown');
      await page.locator('[role=option][data-focused]').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('output.error').waitFor();
    },
  },
  { name: 'counter-payment', persona: 'customer-service', path: '/', prepare: serveFor('F4') },
  { name: 'counter-age', persona: 'customer-service', path: '/', prepare: serveFor('F8') },
  { name: 'counter-service', persona: 'customer-service', path: '/', prepare: serve },
];
