import { expect, test } from '@jest/globals';
import { until } from '../../helpers/time/until.ts';
import type { Clerk } from './clerk.ts';

/** A sale to a member of the family, by a clerk who serves an adult of it. */
export function describeSale(clerk: () => Clerk): void {
  test('sells to a minor of the home, also after another purpose, but nothing for which the minor is too young', async () => {
    const { page } = clerk();
    await clerk().isFocused('INPUT');
    await clerk().press('Shift+Tab', 'ArrowDown');
    // The focus stays where the arrow keys go on choosing.
    await until(() =>
      page
        .getByRole('radio', { name: /Peregrine/, checked: true })
        .and(page.locator(':focus'))
        .isVisible(),
    );
    await clerk().press('Tab');
    await clerk().service.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Adult');
    await page.getByRole('option').first().waitFor();
    await clerk().press('ArrowDown', 'Enter');
    await page.getByText('For people of 18 and older: too young, so it cannot be sold.').waitFor();
    await clerk().press('Enter');
    await page.getByRole('alert').getByText('This person is too young for this service.').waitFor();
    await clerk().service.fill('');
    await page.keyboard.type('Youth');
    await page.getByRole('option').first().waitFor();
    await clerk().press('ArrowDown', 'Enter');
    await clerk().tabTo(page.getByLabel('How many'));
    await clerk().press('End', 'Backspace', '2');
    await page.getByRole('button', { name: 'Sell for $77.50' }).waitFor();
    // The purpose changes and comes back: it is still for the minor, and as many.
    await clerk().press('F8');
    await page.getByText('46 years old').waitFor();
    await clerk().press('F2');
    await page.getByRole('button', { name: 'Sell for $77.50' }).waitFor();
    expect(await page.getByRole('radio', { name: /Peregrine/ }).isChecked()).toBe(true);
    await clerk().tabTo(page.getByLabel('How many'));
    await clerk().press('End', 'Backspace', '1', 'Enter');
    await page.locator('.status').getByText('Sold to').waitFor();
    expect(await page.locator('.status').textContent()).toContain('Sold to Peregrine: Youth pass, monthly, $38.75. Valid until');
  });
}
