import type { Page } from 'playwright-core';
import type { ErrorCode } from '../../../../src/platform/errors/errors.ts';
import { intercept } from '../../network/intercept.ts';
import type { ListedPage } from '../listed-page.ts';
import { refuse } from '../../network/refuse.ts';

/** Leaves the person who was served before. */
async function nobody(page: Page): Promise<void> {
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
  await page.locator('.identity input[type=radio]:focus').waitFor();
}

async function serve(page: Page): Promise<void> {
  await choose(page);
  await page.keyboard.press('Space');
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

/** Opens the list of services, and goes to the first that has some letters in its name. */
export async function look(page: Page, letters: string): Promise<void> {
  await page.keyboard.type(letters);
  await page.keyboard.press('ArrowDown');
  await page.locator('[role=option][data-focused]').waitFor();
}

interface Refused {
  readonly operation: string;
  readonly code: ErrorCode;
  readonly reason?: string;
}

/** Presses a key whose operation the gateway refuses. The console names every answer that is no success, so this one is. */
async function pressRefused(page: Page, key: string, { operation, code, reason }: Refused): Promise<void> {
  await intercept(page, '**/graphql', (route) => {
    const { operationName } = route.request().postDataJSON() as { readonly operationName?: string };
    if (operationName !== operation) return route.fallback();
    return refuse(route, code, { status: 200, ...(reason !== undefined && { reason }) });
  });
  await page.keyboard.press(key);
  await page.getByRole('alert').waitFor();
  await page.unroute('**/graphql');
}

/** The counter. The last one leaves an encounter open, so that the first finds it when the list is gone through again. */
export const counterPages: readonly ListedPage[] = [
  { name: 'counter-go-on', persona: 'customer-service', path: '/', prepare: (page) => page.locator('.buttons .main:focus').waitFor() },
  { name: 'counter', persona: 'customer-service', path: '/', prepare: nobody },
  { name: 'counter-found', persona: 'customer-service', path: '/', prepare: find },
  { name: 'counter-nobody-found', persona: 'customer-service', path: '/', prepare: (page) => find(page, 'Nobodysname') },
  {
    name: 'counter-mistyped-card',
    persona: 'customer-service',
    path: '/',
    prepare: async (page) => {
      await nobody(page);
      await page.keyboard.type('1234 5678 9012 3456');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'counter-identity', persona: 'customer-service', path: '/', prepare: choose },
  {
    name: 'counter-sale',
    inDocs: true,
    persona: 'customer-service',
    path: '/',
    prepare: async (page) => {
      await serve(page);
      await look(page, 'pas');
      await page.keyboard.press('Enter');
      await page.locator('[role=option]').first().waitFor({ state: 'detached' });
    },
  },
  {
    name: 'counter-choosing',
    persona: 'customer-service',
    path: '/',
    prepare: async (page) => {
      await serve(page);
      await look(page, 'pas');
    },
  },
  {
    name: 'counter-too-young',
    persona: 'customer-service',
    path: '/',
    prepare: async (page) => {
      await serve(page);
      await page.locator('input[type=radio]').last().check();
      await page.keyboard.press('Tab');
      await page.locator('[role=combobox]:focus').waitFor();
      await look(page, 'pott');
      await page.keyboard.press('Enter');
      await page.locator('output.error').waitFor();
    },
  },
  { name: 'counter-payment', persona: 'customer-service', path: '/', prepare: serveFor('F4') },
  { name: 'counter-age', persona: 'customer-service', path: '/', prepare: serveFor('F8') },
  {
    name: 'counter-encounter-budget',
    persona: 'customer-service',
    path: '/',
    prepare: async (page) => {
      await choose(page);
      await page.keyboard.press('Space');
      await pressRefused(page, 'Enter', { operation: 'StartEncounter', code: 'ACT_BUDGET_SPENT', reason: 'UNSERVED_ENCOUNTER' });
    },
  },
  {
    name: 'counter-ended',
    persona: 'customer-service',
    path: '/',
    prepare: async (page) => {
      await serve(page);
      await pressRefused(page, 'F4', { operation: 'ChangeToPayment', code: 'CONFLICT', reason: 'ENCOUNTER_ENDED' });
    },
  },
  { name: 'counter-service', persona: 'customer-service', path: '/', prepare: serve },
];
