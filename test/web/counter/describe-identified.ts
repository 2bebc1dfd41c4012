import { expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import type { Clerk } from './clerk.ts';
import { kept } from '../checks/kept.ts';
import type { Web } from '../open-web.ts';
import { pageProblems } from '../checks/page-problems.ts';

/** How the clerk knows whom to serve. */
export function describeIdentified(clerkOf: () => Clerk, asOwner: Web['town']['gateway']['database']['asOwner']): void {
  test('begins no encounter by a key that is pressed too often: how the clerk knows is chosen, and nothing is beforehand', async () => {
    const clerk = clerkOf();
    const { page } = clerk;
    const begun = (): Promise<readonly unknown[]> => asOwner('select from recreation.encounter where employee_id = $1', [cast.clerk]);
    const before = (await begun()).length;
    await clerk.find('Amberley');
    await clerk.press('Enter');
    await clerk.evidence('A card with a photo').and(page.locator(':focus')).waitFor();
    await clerk.press('Enter', 'Enter');
    await page.getByText('Choose how you know who it is.').waitFor();
    expect(await page.locator('input[type=radio]:checked').count()).toBe(0);
    expect(await pageProblems(page)).toEqual([]);
    expect((await begun()).length).toBe(before);
    expect(await kept(page, ['quillwort@example.net'])).toEqual([]);
    await clerk.press('ArrowDown', 'Enter');
    await clerk.heading('Rosalind Amberley').waitFor();
    const [latest] = await asOwner(
      'select identified_by from recreation.encounter where employee_id = $1 order by started_at desc, ended_at desc nulls first limit 1',
      [cast.clerk],
    );
    expect(latest).toEqual({ identified_by: 'KNOWN_TO_ME' });
    await clerk.next();
  });
}
