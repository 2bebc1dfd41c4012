import type { Page } from 'playwright-core';

/** Opens all parts of the record of who asks, on the page of a request, and waits until they are read. */
export async function unfoldRecord(page: Page): Promise<void> {
  const record = page.locator('section:has(> #record)');
  await record.getByRole('button').click();
  await record.locator('.facts').waitFor();
  for (const part of await record.locator('summary').all()) await part.click();
  for (const unread of ['details:not(:has(.read))', '.read[aria-busy=true]'])
    await record.locator(unread).first().waitFor({ state: 'detached' });
}
