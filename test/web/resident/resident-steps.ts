import type { Locator, Page } from 'playwright-core';
import { untilShown, type Web } from '../open-web.ts';
import type { Visit, VisitOptions } from '../visit.ts';

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

/** An entry of a list, by its heading. */
export const group = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

/** Opens a page as a persona, by default the resident, and waits until it shows what it has read. */
export async function openAs(web: Web, path: string, options?: VisitOptions & { readonly persona?: string }): Promise<Visit> {
  const visit = await web.signedInAs(options?.persona ?? 'resident', options);
  await visit.go(path);
  await untilChecked(visit.page);
  return visit;
}

/** Waits until a page shows what it has read, and has checked it against the signed log: a request that is given up keeps its turn. */
export async function untilChecked(page: Page): Promise<void> {
  await untilShown(page);
  await page.locator('.log-check progress').waitFor({ state: 'detached' });
}

/** Ends the session of the resident, who notices when what has the focus sends something, and signs in again. */
export async function losesSession(web: Web, visit: Visit): Promise<void> {
  await web.town.gateway.database.asOwner('update identity.session set ended_at = $1', [web.now()]);
  await visit.page.keyboard.press('Enter');
  await visit.page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
  await web.signIn(visit, 'resident');
  await visit.page.evaluate('window.dispatchEvent(new Event("focus"))');
}
