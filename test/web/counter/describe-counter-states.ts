import { afterEach, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cast } from '../../../demo/personas.ts';
import { createCalendar } from '../../../src/platform/time/calendar.ts';
import { sayError } from '../../../src/platform/errors/say-error.ts';
import { until } from '../../helpers/time/until.ts';
import { Clerk } from './clerk.ts';
import { inHeap } from '../checks/heap.ts';
import { intercept } from '../network/intercept.ts';
import { kept } from '../checks/kept.ts';
import type { Web } from '../open-web.ts';
import { pageProblems } from '../checks/page-problems.ts';
import { refuse } from '../network/refuse.ts';
import type { Visit } from '../visit.ts';

/** A clerk at the search field of the counter. */
interface Counter {
  readonly web: Web;
  readonly visit: Visit;
  readonly clerk: Clerk;
}

/** The messages of the counter if work cannot continue: the event, the next step, and nothing about the customer. */
export function describeCounterStates(counter: () => Counter): void {
  const asOwner: Web['town']['gateway']['database']['asOwner'] = (text, values) =>
    counter().web.town.gateway.database.asOwner(text, values);
  const { hourOf } = createCalendar('America/Edmonton');
  const hour = (): string => hourOf(counter().web.now());

  /** Waits for a heading in English, reads the page with axe, and changes to French and back. */
  const says = async (page: Page, english: string, french: string, again: RegExp): Promise<void> => {
    await page.getByRole('heading', { name: english }).waitFor();
    await page.getByText(again).waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await page.getByRole('button', { name: 'Français' }).press('Enter');
    await page.getByRole('heading', { name: french }).waitFor();
    await page.getByRole('button', { name: 'English' }).press('Enter');
    await page.getByRole('heading', { name: english }).waitFor();
  };

  describe('a designed state says', () => {
    afterEach(async () => {
      await counter().clerk.next();
    });

    test('that no person is on record under a name', async () => {
      const { clerk } = counter();
      await clerk.type('Nobodysname');
      await clerk.press('Enter');
      await clerk.page.getByText('No customer whom you may serve is on record under this name or card.').waitFor();
      expect(await clerk.page.locator('.people button').count()).toBe(0);
    });

    test('when more people can be found; the name that was typed stays, and is looked for again', async () => {
      const { clerk } = counter();
      await asOwner(
        `insert into access_log.budget_subject (principal_id, purpose, period, subject_id, counted_on)
         select $1, 'SERVICE_PROVISION', $2, gen_random_uuid(), $3 from generate_series(1, 500)`,
        [cast.clerk, hour(), hour().slice(0, 10)],
      );
      await clerk.type('Amberley');
      await clerk.press('Enter');
      await says(
        clerk.page,
        'You have been shown as many people as one hour or one day allows',
        'Vous avez atteint le nombre de personnes permis par heure ou par jour',
        /^It works again from 1:00/,
      );
      expect(await clerk.field.inputValue()).toBe('Amberley');
      await asOwner('delete from access_log.budget_subject where principal_id = $1 and period = $2', [cast.clerk, hour()]);
      await clerk.tabTo(clerk.page.getByRole('button', { name: 'Try again' }));
      await clerk.press('Enter');
      await clerk.isFocused('Amberley');
    });

    test('when more customers can be begun with, and forgets it with the next search', async () => {
      const { clerk, web } = counter();
      const begun = web.now();
      await asOwner(
        `insert into recreation.encounter (id, employee_id, resident_id, purpose, started_at, last_active_at, ended_at)
         select gen_random_uuid(), $1, id, 'SERVICE_PROVISION', $2, $2, $2 from recreation.resident where id <> $3 limit 40`,
        [cast.clerk, begun, cast.guardian],
      );
      await clerk.look('Amberley');
      await clerk.press('Space', 'Enter');
      await says(
        clerk.page,
        'You have begun with many customers and sold or changed nothing for them',
        'Vous avez commencé avec beaucoup de clients sans rien leur vendre ni rien modifier',
        /^It works again from \d/,
      );
      expect(await clerk.field.inputValue()).toBe('Amberley');
      await asOwner('delete from recreation.encounter where employee_id = $1 and started_at = $2', [cast.clerk, begun]);
      await clerk.press('Escape');
      expect(await clerk.page.getByRole('alert').count()).toBe(0);
      await clerk.press('Enter');
      await clerk.isFocused('Amberley');
      await clerk.press('Enter');
      await clerk.evidence('A card with a photo').and(clerk.page.locator(':focus')).waitFor();
      await clerk.press('Space', 'Enter');
      await clerk.heading('Rosalind Amberley').waitFor();
    });

    test('when more identities can be checked', async () => {
      const { clerk, web } = counter();
      for (let index = 0; index < 21; index += 1) {
        const query = `mutation { confirmIdentity(input: { email: "nobody${index}@example.org", phone: "+17805550100" }) { outcome } }`;
        await web.town.gateway.ask('customer-service', query, { purpose: 'SERVICE_PROVISION' });
      }
      await clerk.look('Amberley');
      await clerk.tabTo(clerk.page.getByLabel('Email address'));
      await clerk.type('quillwort@example.net');
      await clerk.press('Tab');
      await clerk.type('780 555 0132');
      await clerk.press('Enter');
      await says(
        clerk.page,
        'You have checked as many identities as one hour or one day allows',
        'Vous avez vérifié autant d’identités qu’une heure ou une journée le permet',
        /^It works again from \d/,
      );
      expect(await clerk.page.getByLabel('Email address').inputValue()).toBe('quillwort@example.net');
    });

    test('that the encounter was idle for too long, and nothing of the customer is left, also not in memory', async () => {
      const { clerk } = counter();
      await clerk.serve('Amberley');
      expect(await inHeap(clerk.page, ['Rosalind', 'Amberley'])).toEqual(['Rosalind', 'Amberley']);
      await clerk.choose('swi');
      await asOwner(
        `update recreation.encounter set last_active_at = last_active_at - interval '20 minutes' where employee_id = $1 and ended_at is null`,
        [cast.clerk],
      );
      await clerk.press('F8');
      await says(clerk.page, 'This encounter has ended', 'Cette rencontre a pris fin', /ends after 20 minutes/);
      expect(await kept(clerk.page, ['Rosalind', 'Amberley'])).toEqual([]);
      expect(await inHeap(clerk.page, ['Rosalind', 'Amberley'])).toEqual([]);
    });

    test('that a sale may have been made; sent again, it is made once', async () => {
      const { clerk } = counter();
      const sold = () => asOwner('select from recreation.purchase where resident_id = $1', [cast.guardian]).then(({ length }) => length);
      const before = await sold();
      await clerk.serve('Amberley');
      await clerk.choose('swi');
      await intercept(clerk.page, '**/graphql', async (route) => {
        if (!route.request().postData()!.includes('idempotencyKey')) return route.continue();
        await route.fetch();
        await refuse(route, 'LOG_UNAVAILABLE', { status: 503 });
      });
      const chosen = await clerk.service.inputValue();
      await clerk.press('Enter');
      await clerk.page.getByRole('alert').getByText(sayError('en', 'LOG_UNAVAILABLE')).waitFor();
      await clerk.page.unroute('**/graphql');
      expect([await clerk.service.inputValue(), await sold()]).toEqual([chosen, before + 1]);
      await clerk.press('Enter');
      await clerk.page.locator('.status').getByText('Sold to Rosalind').waitFor();
      expect(await sold()).toBe(before + 1);
    });

    test('that the session has ended in another tab; what was typed waits for the same person, and is wiped for anyone else', async () => {
      const { clerk, visit, web } = counter();
      const [{ page }, ended] = [clerk, 'Your session has ended'];
      const signIn = async (persona: string): Promise<void> => {
        await web.signIn(visit, persona);
        await page.evaluate('window.dispatchEvent(new Event("focus"))');
      };
      await clerk.serve('Amberley');
      await clerk.choose('swi');
      const chosen = await clerk.service.inputValue();
      const other = await visit.context.newPage();
      await other.goto(web.origin);
      await new Clerk(other).isFocused('Go on with this customer');
      await other.getByRole('button', { name: 'Sign out' }).press('Enter');
      await other.getByRole('link', { name: 'Sign in' }).waitFor();
      await other.close();
      await clerk.heading(ended).waitFor();
      expect(await kept(page, ['Rosalind', 'Amberley', chosen])).toEqual([]);
      expect(await inHeap(page, ['Rosalind'])).toEqual([]);
      expect(await pageProblems(page)).toEqual([]);
      await signIn('customer-service');
      await clerk.heading('An encounter is open').waitFor();
      await clerk.press('Enter');
      await page.getByRole('button', { name: /^Sell for/ }).waitFor();
      await until(async () => (await clerk.service.inputValue()) === chosen);
      await asOwner('update identity.session set ended_at = $1', [web.now()]);
      await clerk.press('F8');
      await clerk.heading(ended).waitFor();
      await signIn('support');
      await clerk.heading('Tickets').waitFor();
      expect(await kept(page, ['Rosalind', 'Amberley', chosen])).toEqual([]);
      expect(await inHeap(page, ['Rosalind', 'Amberley'])).toEqual([]);
      await web.signIn(visit, 'customer-service');
      await visit.go('/');
      await clerk.heading('An encounter is open').waitFor();
    });

    test('in what capacity a clerk acts who is a resident too; each forgets what the other was shown', async () => {
      const { clerk } = counter();
      const { page } = clerk;
      const [row] = await asOwner<{ email: string }>('select email from recreation.resident where id = $1', [cast.clerkAsResident]);
      const change = async (from: string, to: string): Promise<void> => {
        await clerk.tabTo(page.locator('summary', { hasText: `You act as: ${from}` }));
        await clerk.press('Enter');
        await clerk.tabTo(page.getByRole('button', { name: `Act as: ${to}` }));
        await clerk.press('Enter');
      };
      await clerk.serve('Amberley');
      await clerk.choose('swi');
      await change('Customer service', 'Resident');
      await clerk.heading('My information').waitFor();
      await page.getByText(row!.email).first().waitFor();
      expect(await kept(page, ['Rosalind', 'Amberley'])).toEqual([]);
      expect(await inHeap(page, ['Rosalind', 'Amberley'])).toEqual([]);
      await change('Resident', 'Customer service');
      await clerk.heading('An encounter is open').waitFor();
      expect(await kept(page, [row!.email])).toEqual([]);
      expect(await inHeap(page, [row!.email])).toEqual([]);
    });
  });
}
