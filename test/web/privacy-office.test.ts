import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cast, matters } from '../../demo/personas.ts';
import { openWeb, untilShown, type Web } from './open-web.ts';
import type { Visit } from './visit.ts';

// The day of the privacy office, in a real browser with an authenticator of its own.
let web: Web;
let officer: Visit;
beforeAll(async () => {
  web = await openWeb();
  officer = await web.signedInAs('privacy-officer', { tolerated: [/status of 403/, /ERR_INTERNET_DISCONNECTED/] });
}, 60_000);
afterAll(async () => {
  await officer?.close();
  await web?.close();
});

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const heading = (page: Page, name: string): Promise<void> => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
const shown = async (page: Page): Promise<string> => page.locator('body').innerText();

async function visited(visit: Visit, path: string): Promise<Page> {
  await visit.go(path);
  await untilShown(visit.page);
  return visit.page;
}

/** Asks the database as its owner. */
async function stored<Row>(statement: string, ...values: readonly unknown[]): Promise<Row> {
  const [row] = await web.town.gateway.database.asOwner<Row & object>(statement, [...values]);
  return row as Row;
}

describe('the officer who answers', () => {
  test('sees who asks under the case alone, answers by keyboard, and keeps nothing of it', async () => {
    const { number } = await stored<{ number: string }>('select number from recreation.request where id = $1', matters.request);
    const { name, birth } = await stored<{ name: string; birth: string }>(
      `select given_name || ' ' || family_name as name, extract(year from birth_date)::text as birth from recreation.resident where id = $1`,
      cast.resident,
    );
    const page = await visited(officer, '/privacy-requests');
    await page.getByRole('button', { name: `Open ${number}` }).waitFor();
    expect(await shown(page)).not.toContain(name);
    await page.getByRole('button', { name: `Open ${number}` }).focus();
    await page.keyboard.press('Enter');
    await heading(page, 'Request');
    await page.getByText(name).first().waitFor();
    expect(await shown(page)).not.toContain(birth);
    await page.getByRole('button', { name: 'Open the record' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(birth).first().waitFor();
    await page.getByLabel('Your answer').focus();
    await page.keyboard.type('You find everything that is held on the attached pages.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading(page, 'The case has ended');
    await page.getByText(`Your answer to ${number} is sent.`).waitFor();
    for (const text of [await shown(page), await page.content()]) expect(text).not.toContain(name);
    expect(await stored('select answer from recreation.request where id = $1', matters.request)).toEqual({
      answer: 'You find everything that is held on the attached pages.',
    });
    await page.goBack();
    await heading(page, 'Requests');
    await page.getByRole('button', { name: `Open ${number}` }).waitFor({ state: 'detached' });
    expect(
      await page.evaluate('JSON.stringify([location.href, document.title, { ...localStorage }, { ...sessionStorage }])'),
    ).not.toContain(matters.request);
  });

  test('takes a request that nobody has taken, and asks the person something first', async () => {
    const page = await visited(officer, '/privacy-requests');
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Requests that nobody has taken' });
    await page
      .getByRole('button', { name: /^Take R-\d{8}$/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'What was written' }).waitFor();
    await page.getByText('Ask the person something first').click();
    await page.getByLabel('Your message').fill('Which year do you mean?');
    await press(page, 'Send the message');
    await page.getByRole('status').getByText('Your message is sent.').waitFor();
    await page.getByRole('list', { name: 'What was written' }).getByText('Which year do you mean?').waitFor();
    expect(await stored('select body from recreation.request_message where body like $1', 'Which year%')).toEqual({
      body: 'Which year do you mean?',
    });
    await press(page, 'All requests');
  });

  test('keeps what is typed where the gateway does not answer, and sends it again', async () => {
    const page = await visited(officer, '/privacy-requests');
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'My open requests' });
    await page
      .getByRole('button', { name: /^Open R-/ })
      .first()
      .click();
    await page.getByLabel('Your answer').fill('A text that must not be lost.');
    await officer.context.setOffline(true);
    await press(page, 'Send the answer and close the request');
    await page.getByRole('alert').getByText('You are offline.').waitFor();
    expect(await page.getByLabel('Your answer').inputValue()).toBe('A text that must not be lost.');
    await officer.context.setOffline(false);
    await press(page, 'All requests');
    await heading(page, 'Requests');
  });
});

describe('a mandate', () => {
  test('is recorded with a passkey in the page, and approved by a second officer alone', async () => {
    const page = await addPasskey(officer);
    // Another session, which no gateway has read before its proof was made old.
    await web.signIn(officer, 'privacy-officer');
    await stored(`update identity.session set proven_at = proven_at - interval '10 minutes' where role = 'PRIVACY_OFFICER' returning id`);
    await visited(officer, '/mandates/record');
    await page.getByLabel('Partner').selectOption({ label: 'Prairie Systems Maintenance Ltd.' });
    await page.getByLabel('Number or mark on the document').fill('WO-9001');
    await page.getByLabel('Who issued it').fill('Recreation Department');
    await press(page, 'Record the mandate');
    await page.getByText('Choose at least one person.').waitFor();
    await page.getByLabel('Family name').fill('Castellow');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Add / }).first().click();
    await page.getByRole('button', { name: /^Remove / }).waitFor();
    await page.getByLabel('Initials').check();
    await page.getByLabel('First day').fill('2026-06-01');
    await page.getByLabel('Last day').fill('2026-12-31');
    await press(page, 'Record the mandate');
    const dialog = page.getByRole('dialog', { name: 'Confirm with your passkey' });
    await dialog.waitFor();
    // Escape gives up: nothing is recorded, nothing typed is lost.
    await page.keyboard.press('Escape');
    await page.getByRole('alert').getByText('Confirm again who you are').waitFor();
    await press(page, 'Record the mandate');
    await dialog.getByRole('button', { name: 'Use the passkey' }).click();
    await heading(page, 'Mandate');
    await page.getByText('Another officer must approve it').waitFor();
    expect(await page.getByRole('button', { name: 'Approve the mandate' }).count()).toBe(0);

    const second = await web.signedInAs('privacy-officer-2');
    const other = await visited(second, '/');
    await press(other, /WO-9001/);
    await heading(other, 'Mandate');
    await other.getByRole('rowheader', { name: /Castellow/ }).waitFor();
    await press(other, 'Approve the mandate');
    await other.getByRole('status').getByText('You have approved the mandate.').waitFor();
    await other.getByText('In force', { exact: true }).waitFor();
    await other.getByText('Revoke the mandate').click();
    await other.getByLabel('Reason').fill('The work is done.');
    await press(other, 'Revoke it at once');
    await other.getByText('Revoked', { exact: true }).first().waitFor();
    await second.close();
    await visited(officer, '/');
    await page.getByText('The work is done.').waitFor();
  });

  /** Adds a passkey of an authenticator of the browser to the account, on the page of the account. */
  async function addPasskey({ context, page, go }: Visit): Promise<Page> {
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true } as const;
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
    });
    await go('/oidc/account/passkeys');
    await press(page, 'Add a passkey');
    await page.getByLabel('Name').fill('Desk');
    await press(page, 'Make the passkey');
    await page.getByText('Desk', { exact: true }).waitFor();
    return page;
  }
});

describe('the officer who reviews the log', () => {
  let reviewer: Visit;
  beforeAll(async () => {
    const { ask, sequence } = web.town.gateway;
    await ask('police', '{ residents(first: 1) { edges { node { givenName birthDate } } } }');
    await sequence();
    reviewer = await web.signedInAs('reviewer');
  });
  afterAll(() => reviewer.close());

  test('has the pages of that duty, and a sentence in place of the others', async () => {
    const page = await visited(reviewer, '/mandates');
    expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['Today', 'Disclosures', 'Access log', 'Policy']);
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

  test('finds a disclosure by recipient and category, without a name', async () => {
    const page = await visited(reviewer, '/disclosures');
    await page.getByRole('img', { name: 'Disclosures by recipient and category' }).waitFor();
    await page.getByRole('combobox', { name: 'Recipient' }).selectOption({ label: 'Regional Police Service' });
    await page.getByRole('combobox', { name: 'Category' }).selectOption({ label: 'Birth date' });
    const list = page.getByRole('list', { name: 'Disclosures' });
    await list.getByText('Shown:').first().waitFor();
    expect(await list.innerText()).toMatch(/Birth date/);
    expect(await list.innerText()).toMatch(/P-[\da-f]{8}/);
    expect(await shown(page)).not.toContain('Castellow');
  });

  test('reads how the log grows, and why a cell of the policy is as it is', async () => {
    const log = await visited(reviewer, '/access-log');
    await log.getByText('The log keeps up').waitFor();
    await log.getByRole('img', { name: 'Growth of the tree' }).waitFor();
    await log.getByRole('rowheader', { name: /^\d+$/ }).first().waitFor();
    const page = await visited(reviewer, '/policy');
    await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Helpdesk' });
    await page
      .getByRole('columnheader', { name: /^Questions to the helpdesk/ })
      .first()
      .waitFor();
    const row = page.getByRole('row', { name: /^Birth date/ });
    await row.getByRole('button').last().focus();
    await page.keyboard.press('Enter');
    await page.locator('.cell-explained').getByText('Prohibited by the line').first().waitFor();
    expect(await page.locator('.cell-explained').ariaSnapshot()).toContain('Prohibited by the line');
    await page
      .getByRole('row', { name: /^Mail address/ })
      .getByRole('button', { name: 'yes' })
      .press('Space');
    await page.locator('.cell-explained').getByText('support-ticket').first().waitFor();
  });
});
