import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { untilShown, type Web } from '../open-web.ts';
import type { Visit } from '../visit.ts';

/** Whether what has the focus is the uppermost thing at its place. */
const isInSight = `(() => {
  const { left, top, width, height } = document.activeElement.getBoundingClientRect();
  return document.activeElement.contains(document.elementFromPoint(left + width / 2, top + height / 2));
})()`;
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();

async function visited(visit: Visit, path: string): Promise<Page> {
  await visit.go(path);
  await untilShown(visit.page);
  return visit.page;
}

/** The pages of an officer who reviews the log, in the town of a suite. */
export function describeReview(web: () => Web): void {
  describe('the officer who reviews the log', () => {
    let reviewer: Visit;
    let officer: Visit;
    beforeAll(async () => {
      const { ask, sequence } = web().town.gateway;
      for (let times = 0; times < 3; times += 1)
        expect(
          (await ask('support', '{ accounts(first: 1) { edges { node { balance } } } }', { purpose: 'CUSTOMER_SUPPORT' })).codes,
        ).toEqual(['FIELD_NOT_PERMITTED']);
      await sequence();
      [reviewer, officer] = await Promise.all([web().signedInAs('reviewer'), web().signedInAs('privacy-officer')]);
    });
    afterAll(async () => {
      await reviewer?.close();
      await officer?.close();
    });

    test('has the pages of that duty, and a sentence in place of the others', async () => {
      const page = await visited(reviewer, '/mandates');
      expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
        'Today',
        'Disclosures',
        'Access log',
        'Policy',
      ]);
      await heading(page, 'This page is not within your duty');
      const mine = await visited(officer, '/disclosures');
      expect(await mine.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual([
        'Today',
        'Requests',
        'Mandates',
        'Policy',
        'Staff',
      ]);
      await heading(mine, 'This page is not within your duty');
    });

    test('finds on Today who was refused how often, and the refusals in the log', async () => {
      const page = await visited(reviewer, '/');
      const refused = page.getByRole('region', { name: 'Who was refused' });
      expect(await refused.ariaSnapshot()).toMatch(/Desmond Applegarth[^]*3 refusals, the last one on June 15, 2026/);
      await page.getByText('The log keeps up').waitFor();
      await page.getByRole('link', { name: 'Go to the access log' }).press('Enter');
      await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'What was refused' });
      const list = page.getByRole('list', { name: 'The newest entries' });
      await list.getByText('answered').first().waitFor({ state: 'detached' });
      expect(await list.ariaSnapshot()).toMatch(/Helpdesk · .+[^]*refused/);
    });

    test('reads each figure as a table too, by keyboard', async () => {
      const page = await visited(reviewer, '/access-log');
      for (const name of ['Entries by day', 'Growth of the tree']) {
        const figure = page.getByRole('figure', { name });
        await figure.getByText('The same as a table').press('Enter');
        await page.keyboard.press('Tab');
        expect(await figure.locator('section:focus').ariaSnapshot()).toMatch(/rowheader "June 15, 2026"/);
      }
      await page.getByText(/^Verified in this browser: June\s15,\s2026/).waitFor();
      await page.getByText('Cosignatures are not verified here').waitFor();
      const kept = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Keep a copy of the newest one' }).press('Enter');
      expect(readFileSync(await (await kept).path(), 'utf8')).toMatch(/^need-to-know\.example\/access-log\n\d+\n/);
    });

    test('opens the disclosures behind a cell of the register by keyboard, without a name', async () => {
      const page = await visited(reviewer, '/disclosures');
      const name = 'Disclosures by recipient and category';
      const map = page.getByRole('grid', { name });
      const [recipients, categories] = await Promise.all([
        map.getByRole('columnheader').allInnerTexts(),
        map.getByRole('rowheader').allInnerTexts(),
      ]);
      await page.getByRole('region', { name }).focus();
      await page.keyboard.press('Tab');
      for (let to = recipients.indexOf('Regional Police Service'); to > 1; to -= 1) await page.keyboard.press('ArrowRight');
      for (let to = categories.indexOf('Birth date'); to > 0; to -= 1) await page.keyboard.press('ArrowDown');
      const behind = (await page.locator('button:focus .hidden').textContent())!;
      expect(behind).toMatch(/^[1-9]\d* disclosures?$/);
      await page.keyboard.press('Enter');
      await page.locator('h2:focus', { hasText: 'The disclosures behind the numbers' }).waitFor();
      await page.getByRole('status').getByText(behind, { exact: true }).waitFor();
      const chosen = ['Recipient', 'Category'].map((label) => page.getByRole('combobox', { name: label }).locator('option:checked'));
      expect(await Promise.all(chosen.map((option) => option.textContent()))).toEqual(['Regional Police Service', 'Birth date']);
      const entries = await page.getByRole('list', { name: 'Disclosures' }).getByRole('listitem').allInnerTexts();
      expect(entries).toHaveLength(parseInt(behind, 10));
      for (const entry of entries) expect(entry).toMatch(/^Regional Police Service[^]*Shown: [^\n]*birth date[^]*P-[\da-f]{8}/);
      expect(await page.locator('body').innerText()).not.toContain('Castellow');
    });

    test('reads how the log grows, and why a cell of the policy is as it is', async () => {
      const log = await visited(reviewer, '/access-log');
      await log.getByText('The log keeps up').waitFor();
      await log.getByRole('img', { name: 'Growth of the tree' }).waitFor();
      await log
        .getByText(/^Entry \d+$/)
        .first()
        .waitFor();
      const page = await visited(reviewer, '/policy');
      await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Helpdesk' });
      await page
        .getByRole('columnheader', { name: /^Questions to the helpdesk/ })
        .first()
        .waitFor();
      // One Tab leads to the map's first cell, and the arrow keys to the others, which no heading covers.
      await page.getByRole('region', { name: 'What may be seen by: Helpdesk' }).focus();
      await page.keyboard.press('Tab');
      await page.locator('tbody tr:first-child td:nth-child(2) button:focus').waitFor();
      for (const key of ['PageDown', 'PageUp', 'End', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
      expect(await page.evaluate('document.activeElement.closest("tr").cells[0].textContent')).toBe('Birth date');
      expect(await page.evaluate(isInSight)).toBe(true);
      await page.keyboard.press('Enter');
      await page.locator('.cell-explained').getByText('Prohibited by the line').first().waitFor();
      expect(await page.locator('.cell-explained').ariaSnapshot()).toContain('Prohibited by the line');
      await page
        .getByRole('row', { name: /^Email address/ })
        .getByRole('button', { name: 'yes' })
        .press('Space');
      const explained = page.locator('.cell-explained');
      await explained.getByText('support-ticket').first().waitFor();
      expect(await explained.textContent()).not.toMatch(/Only while|Not while/);
      await page
        .getByRole('row', { name: /^Telephone numbers? / })
        .getByRole('button', { name: 'if' })
        .press('Enter');
      await explained.getByText('Not while the person’s home is protected, unless the reader is an adult of that home').waitFor();
      // The words of the statement from which the line follows, and where they stand.
      const { data } = await web().town.gateway.ask('reviewer', '{ privacyStatement { clauses { name text } } }');
      const clauses = data.privacyStatement.clauses as readonly { readonly name: string; readonly text: string }[];
      expect([await explained.locator('blockquote').allTextContents(), await explained.getByRole('link').getAttribute('href')]).toEqual([
        [clauses.find(({ name }) => name === 'helpdesk')!.text],
        '/statement#helpdesk',
      ]);
    });
  });
}
