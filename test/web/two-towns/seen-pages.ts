import type { Page } from 'playwright-core';
import { matters } from '../../../demo/personas.ts';
import { untilShown } from '../open-web.ts';
import { unfoldRecord } from '../records/unfold-record.ts';
import { choose, find, look } from '../listed/pages/counter.ts';
import { listedPages } from '../listed/listed-pages.ts';
import type { ListedPage } from '../listed/listed-page.ts';
import type { Town } from '../../non-interference/towns/town.ts';

/** The content of the pages from one standpoint. */
export interface Seen {
  /** The name of the standpoint. */
  readonly standpoint: string;
  readonly pages: (town: Town) => readonly ListedPage[];
}

const listed = (...names: readonly string[]): readonly ListedPage[] => listedPages.filter(({ name }) => names.includes(name));
const ofPersona = (persona: string): readonly ListedPage[] =>
  listedPages.filter((one) => one.persona === persona && one.path !== '/developer');

/** The counter, with the customer of the encounter that is open. @param shown what shows that the customer is there */
const serve =
  (shown: string) =>
  async (page: Page): Promise<void> => {
    await page.locator('.buttons .main').click();
    await page.locator(shown).waitFor();
  };

/** Goes on with the customer, and wants to sell something to the last one of the family. */
async function sellToMinor(page: Page): Promise<void> {
  await serve('[role=combobox]:focus')(page);
  await page.locator('input[type=radio]').last().check();
  await page.keyboard.press('Tab');
  await page.locator('[role=combobox]:focus').waitFor();
  await look(page, 'pott');
  await page.keyboard.press('Enter');
  await page.locator('output.error').waitFor();
}

const numberOf = (rows: readonly { readonly id: string; readonly number: string }[], id: string): string =>
  rows.find((one) => one.id === id)!.number;

/** The helpdesk, with one of the tickets that the employee has taken. */
const ticket =
  (id: string): Seen['pages'] =>
  (town) => {
    const number = numberOf(town['recreation.ticket'], id);
    const prepare = async (page: Page): Promise<void> => {
      await page.getByLabel('Taken by').selectOption('MINE');
      await page.getByRole('button', { name: `Read ${number}` }).click();
      await page.locator('.ticket .conversation').waitFor();
    };
    return [{ name: 'ticket', path: '/', prepare }];
  };

/** The privacy office, with one of the requests that the officer has taken, and with the record of who asks. */
const request =
  (id: string, hasRecord = true): Seen['pages'] =>
  (town) => {
    const number = numberOf(town['recreation.request'], id);
    const prepare = async (page: Page): Promise<void> => {
      await page.getByRole('combobox').selectOption('mine');
      await page.getByRole('button', { name: `Open ${number}` }).click();
      await page.locator('.conversation').waitFor();
      if (hasRecord) await unfoldRecord(page);
    };
    return [{ name: 'request', path: '/privacy-requests', prepare }];
  };

const answered = async (page: Page): Promise<void> => {
  await page.getByRole('combobox').selectOption('answered');
  await page.locator('.entries').waitFor();
};

async function choosePeople(page: Page): Promise<void> {
  await page.getByRole('combobox').first().selectOption({ index: 1 });
  await page.getByLabel('Family name').fill('Castellow');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Add / }).first().waitFor();
}

const operation = `{ currentCase { ... on Encounter { purpose resident { givenName familyName birthDate email account { balance } } } } }`;

/** The page for developers, with the answer to an operation about the encounter. */
async function askAsDeveloper(page: Page): Promise<void> {
  await page.getByLabel('Purpose', { exact: true }).selectOption('SERVICE_PROVISION');
  await page.getByLabel('Case', { exact: true }).fill(matters.encounter);
  await page.locator('.graphiql-query-editor .CodeMirror').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(operation);
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.getByLabel('Result Window').getByText('currentCase').first().waitFor();
  await untilShown(page);
}

/** The standpoints from which the pages are seen, each with those that ask from it. */
export const seenPages: readonly Seen[] = [
  { standpoint: 'the resident, a minor', pages: () => ofPersona('resident') },
  { standpoint: 'the guardian', pages: () => ofPersona('guardian') },
  // The clerks of the cast have an encounter already.
  {
    standpoint: 'a guardian on the staff for SERVICE_PROVISION',
    pages: () => [
      ...listed('counter', 'counter-nobody-found'),
      { name: 'found', path: '/', prepare: (page) => find(page, 'Gravenhurst') },
      { name: 'identity', path: '/', prepare: (page) => choose(page, 'Gravenhurst') },
    ],
  },
  {
    standpoint: 'customer-service for SERVICE_PROVISION in 4…01',
    pages: () => [
      { name: 'service', path: '/', prepare: serve('[role=combobox]:focus') },
      { name: 'developer', path: '/developer', prepare: askAsDeveloper },
    ],
  },
  { standpoint: 'a clerk who serves a guardian', pages: () => [{ name: 'family', path: '/', prepare: sellToMinor }] },
  { standpoint: 'a clerk who takes a payment', pages: () => [{ name: 'payment', path: '/', prepare: serve('.large') }] },
  { standpoint: 'a clerk who checks an age', pages: () => [{ name: 'age', path: '/', prepare: serve('.large') }] },
  { standpoint: 'support for CUSTOMER_SUPPORT', pages: () => listed('helpdesk-queue', 'helpdesk-queue-empty') },
  { standpoint: 'support for CUSTOMER_SUPPORT in 5…01', pages: ticket(matters.ticket) },
  { standpoint: 'support for CUSTOMER_SUPPORT in 5…02', pages: ticket(matters.protectedTicket) },
  {
    standpoint: 'privacy-officer for RIGHTS_FULFILMENT',
    pages: () => [
      ...listed('privacy-office-today', 'privacy-office-requests', 'privacy-office-staff', 'privacy-office-not-within-duty'),
      { name: 'answered requests', path: '/privacy-requests', prepare: answered },
    ],
  },
  { standpoint: 'privacy-officer for RIGHTS_FULFILMENT in 6…01', pages: request(matters.request) },
  { standpoint: 'privacy-officer for RIGHTS_FULFILMENT in 6…02', pages: request(matters.protectedRequest) },
  { standpoint: 'privacy-officer for RIGHTS_FULFILMENT in 6…03', pages: request(matters.anonymousRequest, false) },
  {
    standpoint: 'privacy-officer for MANDATE_ADMINISTRATION',
    pages: () => [
      ...listed('privacy-office-today', 'privacy-office-mandates'),
      { name: 'record a mandate', path: '/mandates/record', prepare: choosePeople },
    ],
  },
  { standpoint: 'privacy-officer-2 for MANDATE_ADMINISTRATION', pages: () => listed('privacy-office-mandate') },
  {
    standpoint: 'reviewer for ACCESS_REVIEW',
    pages: () =>
      listed('privacy-office-today-of-reviewer', 'privacy-office-disclosures', 'privacy-office-access-log', 'privacy-office-policy'),
  },
];
