import { inHeap } from './heap.ts';
import { kept } from './kept.ts';
import type { Visit } from '../visit.ts';

/** Runs in the page: places where a browser keeps things, and the addresses whose answer it kept (Fetch, cache mode "only-if-cached"). */
const keeping = (addresses: readonly string[]): string => `(async () => {
  const isCached = (address) => fetch(address, { cache: 'only-if-cached', mode: 'same-origin' }).then(({ ok }) => ok, () => false);
  const cached = await Promise.all(${JSON.stringify(addresses)}.map(async (address) => (await isCached(address)) ? [address] : []));
  return [
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => 'service worker: ' + scope),
    ...(await caches.keys()).map((name) => 'cache storage: ' + name),
    ...(await indexedDB.databases()).map(({ name }) => 'database: ' + name),
    ...cached.flat().map((address) => 'HTTP cache: ' + address),
  ];
})()`;

/**
 * The data that a browser still has after a person's work with it has ended: texts that the page shows or keeps where scripts can read
 * them, or that are anywhere in its memory; answers in its cache; and everything else that could hold some.
 * @param texts that were shown before
 */
export async function leftovers({ page, addresses }: Visit, texts: readonly string[]): Promise<readonly string[]> {
  return [
    ...(await kept(page, texts)).map((text) => `page or storage: ${text}`),
    ...(await page.evaluate<readonly string[]>(keeping([...addresses]))),
    // The last: expressions that search for a text keep what they found.
    ...(await inHeap(page, texts)).map((text) => `memory: ${text}`),
  ];
}
