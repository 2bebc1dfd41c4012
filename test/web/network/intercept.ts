import type { Page, Route } from 'playwright-core';
import { until } from '../../helpers/time/until.ts';

/** The gateway answers here with 200. */
const harmless = '/health';

/**
 * Answers requests of an open page in place of the gateway, until `page.unroute`. Resolves once that holds: a page learns of it a little
 * later than the driver, and what it asked until then would slip through.
 * @param address of the requests, as `page.route` takes it
 */
export async function intercept(
  page: Page,
  address: string | RegExp,
  answer: (route: Route) => unknown,
  options?: { readonly times: number },
): Promise<void> {
  await page.route(address, answer, options);
  await page.route(`**${harmless}`, (route) => route.fulfill({ status: 204 }));
  await until(() => page.evaluate<boolean>(`fetch('${harmless}').then(({ status }) => status === 204)`));
  await page.unroute(`**${harmless}`);
}
