import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Web } from '../open-web.ts';
import { button, openAs } from './resident-steps.ts';

const status = (page: Page) => page.locator('output.status');

/** The tests of what is held about a resident, in a suite that has the pages open. */
export function describeHeld(web: () => Web): void {
  test('what is held is shown with its reason; contact details are changed, and the rest goes to the privacy office', async () => {
    const visit = await openAs(web(), '/', { persona: 'neighbour' });
    const { page } = visit;
    const reach = page.getByRole('region', { name: 'How to reach you' });
    expect(await reach.textContent()).toContain('Why: To serve you we may ask who you are');
    await reach.getByText('All of this has been unchanged since October 28, 2023.').waitFor();
    expect(await page.getByRole('region', { name: 'Who you are' }).locator('dl').ariaSnapshot()).toMatchInlineSnapshot(`
     "- term: Name
     - definition: Ottoline Fairweather since October 22, 2021
     - term: Birth date
     - definition: January 23, 1968 since October 22, 2021
     - term: Number of your card
     - definition: 7413 9080 2090 2904 since September 19, 2024"
    `);
    await button(page, 'Change how to reach you').press('Enter');
    // The form is loaded first.
    await page.locator('input[autocomplete="email"]:focus').waitFor();
    await page.getByLabel('Mobile telephone').fill('(780) 555-0199');
    await page.getByLabel('Street and number').fill('');
    await button(page, 'Save').press('Enter');
    await page.getByText('Fill this in.').waitFor();
    await page.getByLabel('Street and number').fill('9 Heron Court');
    await button(page, 'Save').press('Enter');
    await status(page).getByText('Your contact details are changed.').waitFor();
    await reach.getByText('780-555-0199').waitFor();
    expect(await reach.textContent()).toContain('9 Heron Court');
    await reach.getByText('All of this has been unchanged since June 15, 2026.').waitFor();
    await button(page, 'Change how to reach you').press('Enter');
    await page.getByLabel('Mobile telephone').fill('');
    await button(page, 'Save').press('Enter');
    await reach.getByText('Not on record').waitFor();
    await button(page, 'Change how to reach you').press('Enter');
    await page.locator('input[autocomplete="email"]').fill('another.mailbox@example.org');
    await button(page, 'Save').press('Enter');
    await status(page).getByText('Open the link in the mail to your new email address to confirm it.').waitFor();
    await reach.getByText('another.mailbox@example.org waits for the link in your mailbox.').waitFor();
    await button(page, 'Ask for a correction of my name or birth date').press('Enter');
    await page.getByRole('heading', { name: 'Requests to the privacy office' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Your request' }).inputValue()).toContain('Please correct my name or birth date.');
    await visit.close();
  });

  test('a lost card is reported, and the number of another one is shown', async () => {
    const visit = await openAs(web(), '/');
    const { page } = visit;
    const number = page.getByText(/^(\d{4} ){3}\d{4}/);
    const [lost] = /^[\d ]+\d/.exec((await number.textContent())!)!;
    await button(page, 'Report the card as lost').press('Enter');
    await page.getByText('You get a card with another number at the counter.').waitFor();
    await button(page, 'Report the card as lost').press('Enter');
    await status(page).getByText('Your card has another number now.').waitFor();
    await number.filter({ hasNotText: lost }).waitFor();
    expect(await page.getByText(lost).count()).toBe(0);
    await visit.close();
  });
}
