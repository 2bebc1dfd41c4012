import { afterAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { until } from '../../helpers/time/until.ts';
import type { Clerk } from './clerk.ts';
import { inHeap } from '../checks/heap.ts';
import { hold } from '../network/hold.ts';
import { intercept } from '../network/intercept.ts';
import { kept } from '../checks/kept.ts';
import type { Web } from '../open-web.ts';

/** A clerk at the search field of the counter. */
interface Counter {
  readonly web: Web;
  readonly clerk: Clerk;
}

const names = ['Ottoline', 'Ottoline Fairweather'];

/** An answer about a customer that comes once the clerk has turned to another person. */
export function describeSlowAnswers(counter: () => Counter): void {
  /** The encounters with the customer whom the clerk has left, and those that are open. */
  const encounters = async (): Promise<{ readonly all: number; readonly open: number }> => {
    const { web } = counter();
    const found = await web.town.gateway.database.asOwner<{ resident_id: string; ended_at: Date | null }>(
      'select resident_id, ended_at from recreation.encounter where employee_id = $1',
      [cast.clerk],
    );
    return {
      all: found.filter((one) => one.resident_id === cast.neighbour).length,
      open: found.filter((one) => one.ended_at === null).length,
    };
  };

  describe('a customer whom the clerk has left is not shown by an answer that comes late:', () => {
    afterAll(() => counter().clerk.page.unroute('**/graphql'));

    test('what the customer says is right', async () => {
      const { clerk } = counter();
      const { all } = await encounters();
      await clerk.look('Fairweather, Ott');
      await clerk.tabTo(clerk.page.getByLabel('Email address'));
      await clerk.type('tansy.and.rue@example.net');
      await clerk.press('Tab');
      await clerk.type('(780) 555-0198');
      const { given, release } = await hold(clerk.page, 'ConfirmIdentity');
      await clerk.press('Enter');
      await given;
      await clerk.press('Escape');
      await clerk.field.fill('');
      await clerk.look('Amberley');
      const answered = clerk.page.waitForResponse((response) => response.request().postData()?.includes('"ConfirmIdentity"') ?? false);
      await release();
      await answered;
      await clerk.press('Space', 'Enter');
      await clerk.heading('Rosalind Amberley').waitFor();
      expect((await encounters()).all).toBe(all);
      await clerk.next();
    });

    test.each([
      ['the clerk looks for somebody else', 'Escape'],
      ['the next customer is called', 'F9'],
    ])('the encounter begins, and ends at once where %s', async (_what, key) => {
      const { clerk } = counter();
      const { all } = await encounters();
      await clerk.look('Fairweather, Ott');
      const { given, release } = await hold(clerk.page, 'StartEncounter');
      await clerk.press('Space', 'Enter');
      await given;
      await clerk.press(key);
      await clerk.isFocused('INPUT');
      const ended = clerk.page.waitForResponse((response) => response.request().postData()?.includes('"EndEncounter"') ?? false);
      await release();
      await ended;
      await until(async () => (await encounters()).open === 0);
      expect((await encounters()).all).toBe(all + 1);
      expect(await kept(clerk.page, names)).toEqual([]);
      await clerk.field.fill('');
    });

    test('the encounter goes on for another purpose; it ends, and neither it nor what was typed is found again, also not in memory', async () => {
      const { clerk } = counter();
      const { page } = clerk;
      await clerk.serve('Amberley');
      await clerk.press('F4');
      await page.getByRole('radio', { name: 'In cash' }).and(page.locator(':focus')).waitFor();
      await clerk.press('Space', 'Tab');
      await clerk.type('7654.32');
      await clerk.press('Enter');
      await page.getByRole('alert').getByText('This is more than is left to pay.').waitFor();
      const { given, release } = await hold(page, 'ChangeToAge');
      await clerk.press('F8');
      await given;
      const ending = Promise.withResolvers<void>();
      await intercept(page, '**/graphql', async (route) => {
        if (route.request().postData()!.includes('"EndEncounter"')) await ending.promise;
        return route.fallback();
      });
      const found = page.waitForResponse((response) => response.request().postData()?.includes('"OpenEncounter"') ?? false);
      await clerk.next();
      expect((await (await found).json()).data.openEncounter.purpose).toBe('AGE_VERIFICATION');
      expect(await kept(page, ['Rosalind', 'Amberley'])).toEqual([]);
      expect(await inHeap(page, ['Rosalind', 'Amberley', '7654.32'])).toEqual([]);
      expect(await clerk.field.isVisible()).toBe(true);
      ending.resolve();
      await release();
      await until(async () => (await encounters()).open === 0);
    });
  });
}
