import type { Page } from 'playwright-core';

/** The data that a page shows, and that it keeps where scripts can read it. */
const everything = `(async () => JSON.stringify([
  document.documentElement.outerHTML, document.title, location.href, history.state, document.cookie,
  Object.entries(localStorage), Object.entries(sessionStorage), await indexedDB.databases(), await caches.keys(),
  (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
]))()`;

/** Which of some texts a page shows, or keeps where scripts can read it. */
export async function kept(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  const shown = await page.evaluate<string>(everything);
  return texts.filter((text) => shown.includes(text));
}
