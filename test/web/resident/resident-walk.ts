import { afterAll, beforeAll } from '@jest/globals';
import type { Page } from 'playwright-core';
import { openWeb, untilShown, type Web } from '../open-web.ts';
import type { Visit } from '../visit.ts';

/** A page that a resident has opened. */
export interface Walk {
  readonly visit: Visit;
  readonly page: Page;
  readonly go: Visit['go'];
  readonly close: () => Promise<void>;
}

/** The town of a suite about what residents do. */
export interface ResidentsTown {
  readonly web: () => Web;
  readonly asOwner: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  /** Opens a page as a persona. @param tolerated problems that the test provokes */
  readonly open: (persona: string, path: string, tolerated?: readonly RegExp[]) => Promise<Walk>;
}

/** Opens a town with a browser before the tests of a suite, and closes both after them. */
export function townOfResidents(): ResidentsTown {
  let web: Web;
  beforeAll(async () => {
    web = await openWeb();
  }, 60_000);
  afterAll(() => web?.close());
  return {
    web: () => web,
    asOwner: <Row extends object>(text: string, values: readonly unknown[] = []) =>
      web.town.gateway.database.asOwner<Row & Record<string, unknown>>(text, values),
    open: async (persona, path, tolerated = []) => {
      const visit = await web.signedInAs(persona, { tolerated });
      await visit.go(path);
      await untilShown(visit.page);
      return { visit, page: visit.page, go: visit.go, close: () => visit.close() };
    },
  };
}

/** Moves the focus by the keyboard alone until it is on something with this label or text. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  const named = 'document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent';
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (name.test(String(await page.evaluate(named)))) return;
  }
  throw new Error(`Tab does not lead to ${name.source}`);
}

/** The text of what has the focus. */
export function focused(page: Page): Promise<string> {
  return page.evaluate('document.activeElement.textContent');
}
