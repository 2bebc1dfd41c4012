import type { Page } from 'playwright-core';
import type { ListedPage } from '../listed-page.ts';
import { unfoldRecord } from '../../records/unfold-record.ts';

const [officer, second, third, reviewer] = ['privacy-officer', 'privacy-officer-2', 'privacy-officer-3', 'reviewer'];

/** Opens the first thing of a list, by its button. */
async function openFirst(page: Page): Promise<void> {
  await page.locator('.entries button').first().click();
  await page.locator('.facts').waitFor();
}

/** The pages of a privacy officer: of one who answers requests and keeps mandates, and of one who reviews the log. */
export const privacyOfficePages: readonly ListedPage[] = [
  { name: 'privacy-office-today', inDocs: true, persona: officer, path: '/' },
  { name: 'privacy-office-requests', persona: officer, path: '/privacy-requests' },
  {
    name: 'privacy-office-request',
    persona: officer,
    path: '/privacy-requests',
    prepare: async (page) => {
      await page.getByRole('combobox').selectOption('mine');
      await page.locator('.entries button').first().click();
      await page.locator('.conversation').waitFor();
      await unfoldRecord(page);
    },
  },
  { name: 'privacy-office-mandates', persona: officer, path: '/mandates' },
  { name: 'privacy-office-mandate', persona: second, path: '/mandates', prepare: openFirst },
  {
    name: 'privacy-office-mandate-to-approve',
    persona: third,
    path: '/mandates',
    prepare: async (page) => {
      await page.getByRole('combobox').selectOption('mine');
      await openFirst(page);
    },
  },
  {
    name: 'privacy-office-record-mandate',
    persona: officer,
    path: '/mandates/record',
    prepare: async (page) => {
      await page.getByRole('combobox').selectOption({ index: 1 });
      await page.locator('input[type="checkbox"]').first().waitFor();
      await page.locator('form button.main').click();
      await page.locator('.error').first().waitFor();
    },
  },
  { name: 'privacy-office-staff', persona: officer, path: '/staff' },
  { name: 'privacy-office-not-within-duty', persona: officer, path: '/access-log' },
  { name: 'privacy-office-today-of-reviewer', persona: reviewer, path: '/' },
  { name: 'privacy-office-disclosures', persona: reviewer, path: '/disclosures' },
  {
    name: 'privacy-office-disclosures-chosen',
    persona: reviewer,
    path: '/disclosures',
    prepare: async (page) => {
      await page.locator('button.shade:not(.no)').first().click();
      await page.locator('button.shade[aria-pressed=true]').waitFor();
    },
  },
  { name: 'privacy-office-access-log', persona: reviewer, path: '/access-log' },
  {
    name: 'privacy-office-policy',
    inDocs: true,
    persona: reviewer,
    path: '/policy',
    prepare: async (page) => {
      await page.locator('button.shade.if').first().click();
      await page.locator('.cell-explained blockquote').waitFor();
      await page.evaluate('document.querySelector("#policy-map").scrollIntoView()');
    },
  },
];
