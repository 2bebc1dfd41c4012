import type { Page } from 'playwright-core';
import { provenCode } from '../../../helpers/identity/proven-contact.ts';
import type { ListedPage } from '../listed-page.ts';

/** The pages that need no sign-in. */
export const publicPages: readonly ListedPage[] = [
  { name: 'signed-out', path: '/' },
  { name: 'development', path: '/development' },
  { name: 'public-statement', path: '/statement' },
  { name: 'public-statement-before', path: '/statement?version=1' },
  { name: 'public-statement-changes', path: '/statement?from=1&to=2' },
  { name: 'public-services', path: '/services' },
  { name: 'public-partners', path: '/partners' },
  { name: 'public-ask', path: '/ask' },
  { name: 'public-ask-confirm', path: '/ask', prepare: write },
  { name: 'public-ask-done', path: '/ask', prepare: file },
  { name: 'public-requests', path: '/request-state' },
  { name: 'public-request-state', path: '/ask', prepare: look },
];

async function write(page: Page): Promise<void> {
  await page.locator('input[value=QUESTION]').check();
  await page
    .locator('#body')
    .fill('Which of my visits to the website do you keep?\n\nI ask because I read the statement, and nothing in it says for how long.');
  await page.locator('#email').fill('sam.porter@example.org');
  await page.locator('button[value=send-code]').click();
  await page.locator('#code').waitFor();
}

async function file(page: Page): Promise<void> {
  await write(page);
  await page.locator('#code').fill(provenCode);
  await page.locator('button[value=file]').click();
  await page.locator('dl').waitFor();
}

async function look(page: Page): Promise<void> {
  await file(page);
  const [number, code] = await page.locator('dd').allTextContents();
  await page.locator('main a[href^="/request-state"]').click();
  await page.locator('#number').fill(number!);
  await page.locator('#code').fill(code!);
  await page.locator('main button').click();
  await page.locator('dl').waitFor();
}
