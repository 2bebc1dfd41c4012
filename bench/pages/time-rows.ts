import type { BrowserContext, Page } from 'playwright-core';

/**
 * Runs in each page before its scripts: names the operations in the order in which they are sent, and notes when the number of rows in the
 * page last changed, after the frame that shows them.
 */
const watch = `(() => {
  const seen = { operations: [], paintedAt: undefined };
  globalThis.rowsSeen = seen;
  const send = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    if (String(input).endsWith('/graphql')) seen.operations.push(JSON.parse(init.body).operationName);
    return send(input, init);
  };
  let rows = 0;
  new MutationObserver(() => {
    const now = document.querySelectorAll('[data-rows] > li, [data-rows] > tbody > tr').length;
    if (now === rows) return;
    rows = now;
    requestAnimationFrame(() => {
      // A task after the frame: what the frame shows has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => (seen.paintedAt = performance.now());
      port2.postMessage(0);
    });
  }).observe(document, { subtree: true, childList: true });
})()`;

/** Has each page of a browser profile note when it shows its rows. */
export async function watchRows(context: BrowserContext): Promise<void> {
  await context.addInitScript(watch);
}

/** How a page came to show its rows. */
export interface Shown {
  /** Milliseconds from the end of the answer to the paint of its last row. */
  readonly milliseconds: number;
  readonly rows: number;
}

/** How long a page took to show the rows of an operation's first answer. @throws Error if it has shown none */
export async function timeRows(page: Page, operation: string): Promise<Shown> {
  const found = await page.evaluate<{ readonly answeredAt?: number; readonly paintedAt?: number; readonly rows: number }>(
    `({
      answeredAt: performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/graphql'))
        .toSorted((one, other) => one.startTime - other.startTime)[rowsSeen.operations.indexOf(${JSON.stringify(operation)})]?.responseEnd,
      paintedAt: rowsSeen.paintedAt,
      rows: document.querySelectorAll('[data-rows] > li, [data-rows] > tbody > tr').length,
    })`,
  );
  const { answeredAt, paintedAt, rows } = found;
  if (answeredAt === undefined || paintedAt === undefined) throw new Error(`${page.url()} has shown no rows of ${operation}`);
  return { milliseconds: paintedAt - answeredAt, rows };
}
