import type { Page } from 'playwright-core';
import type { ListedPage } from '../listed-page.ts';

async function ask(page: Page): Promise<void> {
  await page.locator('.graphiql-execute-button').click();
  await page.locator('.result-window .cm-string').first().waitFor();
}

/** The page for developers: with an answer, and for a person who has not signed in. */
export const developerPages: readonly ListedPage[] = [
  { name: 'developer', persona: 'customer-service', path: '/developer', prepare: ask },
  { name: 'developer-nobody', path: '/developer' },
];
