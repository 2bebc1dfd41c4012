import type { Page } from 'playwright-core';
import { until } from '../../helpers/time/until.ts';

/**
 * Takes the network from an open page, or gives it back. Resolves once that holds: the browser's network is told a little later than the
 * page, and what it asked until then would slip through, or fail. The console of the page names what fails.
 */
export async function setOffline(page: Page, isOffline: boolean): Promise<void> {
  await page.context().setOffline(isOffline);
  await until(() => page.evaluate<boolean>(`fetch('/health').then(() => ${!isOffline}, () => ${isOffline})`));
}
