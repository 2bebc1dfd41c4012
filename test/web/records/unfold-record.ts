import type { Page } from 'playwright-core';

/** Opens all parts of the record of who asks, on the page of a request, and waits until they are read. */
export async function unfoldRecord(page: Page): Promise<void> {
  const record = page.locator('section:has(> #record)');
  await record.getByRole('button').click();
  await record.locator('.facts').waitFor();
  for (const part of await record.locator('details').all()) {
    await part.locator('summary').first().click();
    // Arriving content moves the parts below: a key of the mouse that is pressed on one would be released on another.
    await part.locator('.read[aria-busy=false]').first().waitFor();
  }
}
