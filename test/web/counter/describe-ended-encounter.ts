import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { Clerk } from './clerk.ts';
import { inHeap } from '../checks/heap.ts';
import { intercept } from '../network/intercept.ts';
import { kept } from '../checks/kept.ts';
import { untilShown, type Web } from '../open-web.ts';
import { pageProblems } from '../checks/page-problems.ts';
import type { Visit } from '../visit.ts';

/** A clerk at the search field of the counter. */
interface Counter {
  readonly web: Web;
  readonly visit: Visit;
  readonly clerk: Clerk;
}

/** An encounter that ends although this tab continues with it: another tab ends it, or it is idle. */
export function describeEndedEncounter(counter: () => Counter): void {
  test.each([
    ['', () => undefined],
    [', although it could not tell the gateway', (other: Page) => intercept(other, '**/graphql', (route) => route.abort())],
  ])('a clerk is no longer shown a customer with whom another tab has ended%s, also not in memory', async (_how, set) => {
    const { web, visit, clerk } = counter();
    const { page } = clerk;
    await clerk.serve('Amberley');
    const second = await visit.context.newPage();
    await second.goto(web.origin);
    const other = new Clerk(second);
    await other.heading('An encounter is open').waitFor();
    await set(second);
    await other.next();
    await clerk.heading('This encounter has ended').waitFor();
    expect(await kept(page, ['Rosalind', 'Amberley'])).toEqual([]);
    expect(await inHeap(page, ['Rosalind', 'Amberley'])).toEqual([]);
    await second.close();
    await clerk.next();
  });

  test('a clerk who does nothing for a while is told before the encounter ends, and goes on with one key', async () => {
    const visit = await counter().web.signedInAs('customer-service');
    const { page, context } = visit;
    await context.clock.install({ time: counter().web.now() });
    await visit.go('/');
    await untilShown(page);
    const clerk = new Clerk(page);
    await clerk.next();
    await clerk.serve('Gravenhurst');
    // Each answer restarts the wait.
    await untilShown(page);
    const warning = page.getByText('Nothing has been done for a while');
    await context.clock.fastForward('17:30');
    await warning.waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Français' }).press('Enter');
    await page.getByText('Rien n’a été fait depuis un moment : cette rencontre prendra bientôt fin.').waitFor();
    await page.getByRole('button', { name: 'English' }).press('Enter');
    await clerk.press('F2');
    await warning.waitFor({ state: 'detached' });
    await clerk.heading('Bartholomew Gravenhurst').waitFor();
    await untilShown(page);
    await context.clock.fastForward('17:30');
    await warning.waitFor();
    await context.clock.fastForward('03:00');
    await clerk.heading('This encounter has ended').waitFor();
    expect(await kept(page, ['Bartholomew', 'Gravenhurst'])).toEqual([]);
    // A timer of the page lets React render once more, and so let go of the last of it.
    await context.clock.runFor(1_000);
    expect(await inHeap(page, ['Bartholomew', 'Gravenhurst'])).toEqual([]);
    await clerk.next();
    await visit.close();
  });
}
