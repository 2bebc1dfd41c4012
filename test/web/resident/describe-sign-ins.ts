import { describe, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { cast } from '../../../demo/personas.ts';
import { intercept } from '../network/intercept.ts';
import type { Web } from '../open-web.ts';
import { button, openAs, untilChecked } from './resident-steps.ts';

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true });
const status = (page: Page): Locator => page.locator('output.status');

/** How a resident ends sessions, and what is left of one that has ended. */
export function describeSignIns(web: () => Web): void {
  describe('sign-ins', () => {
    test('a session elsewhere is ended, and one may stay signed in', async () => {
      const [visit, elsewhere] = [
        await openAs(web(), '/sign-ins', { persona: 'guardian', tolerated: [/401/] }),
        await openAs(web(), '/', { persona: 'guardian', tolerated: [/401/] }),
      ];
      const { page } = visit;
      await visit.go('/sign-ins');
      await untilChecked(page);
      await page.getByRole('heading', { name: 'Chrome on Linux This browser' }).waitFor();
      await page.getByLabel('Keep me signed in on this browser').press('Space');
      await status(page).getByText('This browser stays signed in.').waitFor();
      await page.getByText('Stays signed in until').waitFor();
      await page.getByRole('link', { name: 'Family', exact: true }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Family' }).waitFor();
      await untilChecked(page);
      // Uses of the account are found however much the person has read since then.
      for (let read = 0; read < 110; read += 1) await web().town.gateway.ask('guardian', '{ me { birthDate } }');
      await web().town.gateway.sequence();
      await visit.go('/sign-ins');
      await page.getByText('The person chose to stay signed in').waitFor();
      await button(page, /^End the session since/).press('Enter');
      await status(page).getByText('That session has ended.').waitFor();
      await button(page, /^End the session since/).waitFor({ state: 'detached' });
      expect(await page.getByText('This browser', { exact: true }).count()).toBe(1);
      await elsewhere.page.getByRole('link', { name: 'Family' }).press('Enter');
      await heading(elsewhere.page, 'Your session has ended').waitFor();
      await elsewhere.close();
      await button(page, 'Sign out everywhere').press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).press('Enter');
      await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
      await visit.close();
    });

    test('of another person who has signed in with the browser meanwhile are not ended, and what failed is said', async () => {
      const visit = await openAs(web(), '/sign-ins', { persona: 'guardian', tolerated: [/409|503/] });
      const { page } = visit;
      await page.getByText('This browser', { exact: true }).waitFor();
      await intercept(page, '**/session/keep', (route) => route.fulfill({ status: 503 }), { times: 1 });
      await page.getByLabel('Keep me signed in on this browser').press('Space');
      await page.getByRole('alert').getByText('The gateway did not confirm that.').waitFor();
      const readAgain = page.waitForResponse(/\/sessions$/);
      await button(page, 'Try again').press('Enter');
      await page.getByRole('alert').waitFor({ state: 'detached' });
      // A read with the session of another person would end the page.
      await readAgain;
      await web().signIn(visit, 'neighbour');
      await button(page, 'Sign out everywhere').press('Enter');
      await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).press('Enter');
      await heading(page, 'Your session has ended').waitFor();
      const theirs = 'select from identity.session where principal_id = $1 and ended_at is null';
      expect(await web().town.gateway.database.asOwner(theirs, [cast.neighbour])).not.toEqual([]);
      await visit.close();
    });
  });
}
