import { expect, test } from '@jest/globals';
import { until } from '../../helpers/time/until.ts';
import { hold } from '../network/hold.ts';
import type { Web } from '../open-web.ts';
import { readRecord } from '../records/read-record.ts';
import { button, openAs, untilChecked } from './resident-steps.ts';

/** How *Who looked* shows a case with more reads than a page holds at once. */
export function describeManyReads(web: () => Web): void {
  test('of more than 100 reads under one case, only those near the window are in the page', async () => {
    await readRecord(web(), 105);
    const visit = await openAs(web(), '/who-may-look');
    const { page } = visit;
    const held = await hold(page, 'ReadsOfYear');
    await page.getByRole('navigation').getByRole('link', { name: 'Who looked' }).press('Enter');
    await page.getByRole('progressbar', { name: 'The reads of the last 12 months are being counted.' }).waitFor();
    await held.given;
    await held.release();
    await page.getByRole('figure', { name: 'Reads in the last 12 months, by role' }).waitFor();
    await page.getByLabel('Who', { exact: true }).selectOption('SUPPORT');
    for (const shown of [50, 100]) {
      await page.getByText(`${shown} of`).waitFor();
      await button(page, 'Show more').press('Enter');
    }
    await button(page, 'Show more').waitFor({ state: 'detached' });
    await untilChecked(page);
    await page.locator('summary', { hasText: 'Each of these reads' }).press('Enter');
    const reads = page.getByRole('list', { name: 'Each of these reads' });
    await reads.getByRole('listitem').first().waitFor();
    expect(Number(await reads.getAttribute('data-rows'))).toBeGreaterThan(105);
    expect(await reads.getByRole('listitem').count()).toBeLessThan(60);
    const last = reads.locator(`[aria-posinset="${await reads.getAttribute('data-rows')}"]`);
    // The page becomes longer or shorter as rows are measured.
    await until(async () => {
      await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
      return (await last.count()) === 1;
    });
    await visit.close();
  });
}
