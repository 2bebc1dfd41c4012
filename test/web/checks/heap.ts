import type { Page } from 'playwright-core';

/** Which of some texts are anywhere in the memory of a page's scripts, also in values that nothing shows. */
export async function inHeap(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  // First all that the page has begun: React lets go of what it has removed a little later.
  await page.evaluate(`scheduler.postTask(() => undefined, { priority: 'background' })`);
  const profiler = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  profiler.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await profiler.send('HeapProfiler.enable');
  await profiler.send('HeapProfiler.collectGarbage');
  await profiler.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await profiler.detach();
  const snapshot = chunks.join('');
  return texts.filter((text) => snapshot.includes(text));
}
