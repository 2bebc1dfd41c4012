import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cast, matters } from '../../../demo/personas.ts';
import { addPasskey } from '../records/add-passkey.ts';
import { describeAnswers } from './describe-answers.ts';
import { describeReview } from './describe-review.ts';
import { inHeap } from '../checks/heap.ts';
import { kept } from '../checks/kept.ts';
import { leftovers } from '../checks/leftovers.ts';
import { openWeb, untilShown, type Web } from '../open-web.ts';
import { questionRead, readRecord } from '../records/read-record.ts';
import { setOffline } from '../network/set-offline.ts';
import type { Visit } from '../visit.ts';

// The day of the privacy office, in a real browser with an authenticator of its own.
let web: Web;
let officer: Visit;
beforeAll(async () => {
  web = await openWeb();
  officer = await web.signedInAs('privacy-officer', { tolerated: [/status of (403|404)/, /ERR_INTERNET_DISCONNECTED/] });
  const { ask, sequence } = web.town.gateway;
  await ask('police', `{ resident(id: "${cast.resident}") { givenName birthDate } }`);
  await sequence();
}, 60_000);
afterAll(() => web?.close());

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name, exact: true }).press('Enter');
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
  test('finds on Today that a resident questions a read, takes it, sees the read, and answers it', async () => {
    const number = await questionRead(web, 'Why did the police need my birth date?');
    // More than one page of the history holds.
    await readRecord(web, 51);
    const today = await visited(officer, '/');
    const questioned = today.getByRole('region', { name: 'Reads that people question' });
    await questioned.getByText(number).waitFor();
    expect(await questioned.ariaSnapshot()).toContain('Nobody has taken it.');
    await questioned.getByRole('link', { name: 'Go to the requests' }).press('Enter');
    await today.getByRole('button', { name: `Take ${number}` }).press('Enter');
    await heading(today, 'Request');
    await today.getByText('Why did the police need my birth date?').waitFor();
    await today.getByRole('button', { name: 'Open the record' }).press('Enter');
    await today.getByRole('region', { name: 'The read that is questioned' }).getByText('Regional Police Service').waitFor();
    await today.getByLabel('Your answer').fill('A court order names you. It stands in your list.');
    await press(today, 'Send the answer and close the request');
    await today.getByText(`Your answer to ${number} is sent.`).waitFor();
    const { data } = await web.town.gateway.ask(
      'resident',
      '{ requests(first: 1, kind: ACCESS_QUESTIONED) { edges { node { answer } } } }',
    );
    expect(data.requests.edges[0].node.answer).toBe('A court order names you. It stands in your list.');
    await visited(officer, '/');
    await today.getByText('Nobody questions a read.').waitFor();
  });

  test('sees on Today, in words alone, what is due, what awaits approval and what an officer should look into', async () => {
    const page = await visited(officer, '/');
    const snapshot = await page.getByRole('main').ariaSnapshot();
    const headings = [...snapshot.matchAll(/heading "(.+)" \[level=[12]\]/g)].map(([, name]) => name);
    expect(headings).toEqual(['Today', 'Requests', 'Approvals that await you', 'Seals to review', 'Findings']);
    expect(await page.getByRole('region', { name: 'Roles that nobody has confirmed in time' }).ariaSnapshot()).toMatchInlineSnapshot(`
     "- region "Roles that nobody has confirmed in time":
       - heading "Roles that nobody has confirmed in time" [level=3]
       - paragraph: They stay in force. Ask an administrator of the staff to confirm or to change them.
       - list:
         - listitem:
           - strong: Thaddeus Ironmonger
           - text: Information security Review overdue since February 19, 2026
       - paragraph:
         - link "Go to the staff":
           - /url: /staff"
    `);
  });

  test('finds who has which role, and whose review is overdue, and nothing else of employees', async () => {
    const page = await visited(officer, '/staff');
    const list = page.getByRole('list', { name: 'Employees' });
    await list.getByText('Thaddeus Ironmonger').waitFor();
    const { email } = await stored<{ email: string }>('select work_email as email from recreation.employee where id = $1', cast.clerk);
    expect(await page.content()).not.toContain(email);
    await page.getByRole('combobox', { name: 'Review' }).selectOption({ label: 'Overdue' });
    await list.getByText('Pippa Larkrise').waitFor({ state: 'detached' });
    expect(await list.ariaSnapshot()).toMatchInlineSnapshot(`
     "- list "Employees":
       - listitem:
         - strong: Thaddeus Ironmonger
         - text: Information security Review overdue since February 19, 2026"
    `);
    await page.getByRole('combobox', { name: 'Review' }).selectOption({ label: 'Due at any time' });
    await page.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Staff administration' });
    await list.getByText('Philippa Hawkesworth').waitFor();
    expect(await list.getByRole('listitem').count()).toBe(2);
  });

  test('sees who asks under the case alone, answers by keyboard, and keeps nothing of it', async () => {
    const { number } = await stored<{ number: string }>('select number from recreation.request where id = $1', matters.request);
    const { name, birth, card, values } = await stored<{ name: string; birth: string; card: string; values: readonly string[] }>(
      `select given_name || ' ' || family_name as name, extract(year from birth_date)::text as birth,
         array[given_name, family_name, email, street] as values, card_number as card from recreation.resident where id = $1`,
      cast.resident,
    );
    const page = await visited(officer, '/privacy-requests');
    await page.getByRole('button', { name: `Open ${number}` }).waitFor();
    expect(await shown(page)).not.toContain(name);
    await page.getByRole('button', { name: `Open ${number}` }).press('Enter');
    await heading(page, 'Request');
    await page.getByText(name).first().waitFor();
    expect(await shown(page)).not.toContain(birth);
    await page.getByRole('button', { name: 'Open the record' }).press('Enter');
    await page.getByText(birth).first().waitFor();
    expect(await page.locator('.facts').textContent()).toContain(card.replaceAll(/.{4}(?=.)/g, '$& '));
    await page.getByText(/^Payments at the counter: \d/).press('Enter');
    expect(await inHeap(page, values)).toEqual(values);
    await page.getByLabel('Your answer').focus();
    await page.keyboard.type('You find everything that is held on the attached pages.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await heading(page, 'The case has ended');
    await page.getByText(`Your answer to ${number} is sent.`).waitFor();
    expect(await leftovers(officer, values)).toEqual([]);
    expect(await stored('select answer from recreation.request where id = $1', matters.request)).toEqual({
      answer: 'You find everything that is held on the attached pages.',
    });
    await page.goBack().then(() => heading(page, 'Requests'));
    await page.getByRole('button', { name: `Open ${number}` }).waitFor({ state: 'detached' });
    await page.goForward().then(() => heading(page, 'The case has ended'));
    await untilShown(page);
    await press(page, 'Français');
    await heading(page, 'Le dossier est clos');
    await press(page, 'English');
    expect(await leftovers(officer, values)).toEqual([]);
    expect(await kept(page, [matters.request])).toEqual([]);
  });

  test('takes a request that no officer has taken, and asks the person something first', async () => {
    const page = await visited(officer, '/privacy-requests');
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'Requests that nobody has taken' });
    await page
      .getByRole('button', { name: /^Take R-\d{8}$/ })
      .first()
      .press('Enter');
    await page.getByRole('heading', { name: 'What was written' }).waitFor();
    await page.getByText('Ask the person something first').press('Enter');
    await page.getByLabel('Your message').fill('Which year do you mean?');
    await press(page, 'Send the message');
    await page.getByRole('status').getByText('Your message is sent.').waitFor();
    await page.getByRole('list', { name: 'What was written' }).getByText('Which year do you mean?').waitFor();
    expect(await stored('select body from recreation.request_message where body like $1', 'Which year%')).toEqual({
      body: 'Which year do you mean?',
    });
    expect(await inHeap(page, ['Which year do you mean?'])).toHaveLength(1);
    await press(page, 'All requests');
    await heading(page, 'Requests');
    expect(await leftovers(officer, ['Which year do you mean?'])).toEqual([]);
  });

  test('keeps what is typed where the gateway does not answer, and sends it again', async () => {
    const page = await visited(officer, '/privacy-requests');
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'My open requests' });
    const requests = page.getByRole('button', { name: /^Open R-/ });
    await requests.first().press('Enter');
    await page.getByLabel('Your answer').fill('A text that must not be lost.');
    await setOffline(page, true);
    await press(page, 'Send the answer and close the request');
    await page.getByRole('alert').getByText('You are offline.').waitFor();
    expect(await page.getByLabel('Your answer').inputValue()).toBe('A text that must not be lost.');
    await setOffline(page, false);
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
    await page.getByRole('button', { name: /^Add / }).first().press('Enter');
    await page.getByRole('button', { name: /^Remove / }).waitFor();
    await page.getByLabel('Initials').press('Space');
    await page.getByLabel('First day').fill('2026-06-01');
    await page.getByLabel('Last day').fill('2026-12-31');
    await press(page, 'Record the mandate');
    const dialog = page.getByRole('dialog', { name: 'Confirm with your passkey' });
    await dialog.waitFor();
    // Escape gives up: nothing is recorded, nothing typed is lost.
    await page.keyboard.press('Escape');
    await page.getByRole('alert').getByText('Confirm your identity again').waitFor();
    await press(page, 'Record the mandate');
    await dialog.getByRole('button', { name: 'Use the passkey' }).press('Enter');
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
    // The first officer sees that it is approved, when it is valid, and who is named.
    await visited(officer, '/');
    await page.getByRole('navigation').getByRole('link', { name: 'Mandates' }).press('Enter');
    await page.getByRole('button', { name: /WO-9001/ }).press('Enter');
    await page.getByText('In force', { exact: true }).waitFor();
    expect(await page.getByRole('main').ariaSnapshot()).toMatch(/rowheader "\w+ Castellow"/);
    await other.getByText('Revoke the mandate').press('Enter');
    await other.getByLabel('Reason').fill('The work is done.');
    await press(other, 'Revoke it at once');
    await other.getByText('Revoked', { exact: true }).first().waitFor();
    await second.close();
    await visited(officer, '/');
    await page.getByText('The work is done.').waitFor();
  });
});

describeAnswers(() => ({ web, officer }));
describeReview(() => web);
