import type { Page } from 'playwright-core';
import { intercept } from './intercept.ts';

/** An answer that a test keeps back. */
export interface Held {
  /** Resolves once the gateway has given the answer. */
  readonly given: Promise<void>;
  /** Lets the page have it. Its requests are intercepted until `page.unroute`: one of the next could slip through where that changes. */
  readonly release: () => Promise<void>;
}

/** Keeps back the answer to an operation of a page, as a slow network does. @param operation its name */
export async function hold(page: Page, operation: string): Promise<Held> {
  const [given, released, passed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isOver = false;
  await intercept(page, '**/graphql', async (route) => {
    if (isOver || !route.request().postData()!.includes(`"${operation}"`)) return route.fallback();
    // The driver sends it, and a connection that it has kept can have been closed.
    const response = await route.fetch({ maxRetries: 1 }).catch((error: unknown) => {
      given.reject(error);
      throw error;
    });
    given.resolve();
    await released.promise;
    // A page that waits no longer has no use for it.
    await route.fulfill({ response }).catch(() => undefined);
    passed.resolve();
  });
  return {
    given: given.promise,
    release: async () => {
      released.resolve();
      // A request whose route is gone would be sent again.
      await passed.promise;
      isOver = true;
    },
  };
}
