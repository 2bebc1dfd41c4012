import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { cast, matters } from '../../../demo/personas.ts';
import { openWeb, type Web } from '../open-web.ts';
import { describeHeld } from './describe-held.ts';
import { describeLogCheck } from '../privacy-office/describe-log-check.ts';
import { describeManyReads } from './describe-many-reads.ts';
import { describeSignIns } from './describe-sign-ins.ts';
import { button, group, losesSession, openAs, untilChecked } from './resident-steps.ts';
import type { Visit, VisitOptions } from '../visit.ts';

// The day of a resident: what is held, who looked, who may look now, and where one is signed in.
let web: Web;
beforeAll(async () => {
  web = await openWeb({ withReads: true });
}, 60_000);
afterAll(() => web?.close());

const status = (page: Page) => page.locator('output.status');
const open = (path: string, options?: VisitOptions & { readonly persona?: string }): Promise<Visit> => openAs(web, path, options);

async function questioned(): Promise<readonly { kind: string; body: string }[]> {
  const { data } = await web.town.gateway.ask(
    'resident',
    '{ requests(kind: ACCESS_QUESTIONED) { edges { node { kind body questionedEntry } } } }',
  );
  return (data.requests as { edges: { node: { kind: string; body: string } }[] }).edges.map(({ node }) => node);
}

test('a resident finds who looked, questions it, and finds the question among the requests', async () => {
  const visit = await open('/');
  const { page } = visit;
  await page.getByRole('link', { name: 'Who looked', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Who looked' }).waitFor();
  await untilChecked(page);
  const police = group(page, /^Regional Police Service/);
  expect(await police.first().textContent()).toContain('under a court order in force from');
  await button(page, /^Question this read of/)
    .and(police.getByRole('button'))
    .first()
    .press('Enter');
  const field = page.getByLabel('What do you want to know about this read?');
  await button(page, 'Send the question').press('Enter');
  await page.getByText('Fill this in.').waitFor();
  expect([await field.getAttribute('aria-invalid'), await field.evaluate('document.activeElement.localName')]).toEqual([
    'true',
    'textarea',
  ]);
  await field.fill('Why did the police need my birth date?');
  await button(page, 'Send the question').press('Enter');
  await status(page)
    .getByText(/^Your question R-\d{8} is filed/)
    .waitFor();
  expect(await status(page).evaluate('document.activeElement.className')).toBe('status');
  const [, number = ''] = /(R-\d{8})/.exec((await status(page).textContent())!)!;
  expect(await questioned()).toMatchObject([{ body: 'Why did the police need my birth date?', questionedEntry: expect.any(String) }]);
  await status(page).getByRole('link', { name: 'Requests' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Requests to the privacy office' }).waitFor();
  await page.getByText(number).waitFor();
  await visit.close();
});

describeLogCheck(() => web);

test('filters leave what was asked for, and own reads are shown on request', async () => {
  const visit = await open('/who-looked');
  const { page } = visit;
  const shown = async (): Promise<readonly string[]> => {
    await untilChecked(page);
    return [...new Set(await page.locator('.entries h3').allTextContents())];
  };
  expect(await shown()).toEqual(expect.arrayContaining(['Customer service', 'Helpdesk', 'Regional Police Service (Police)']));
  // A reader who found a name in a search did not open a record.
  const [opened, found] = await Promise.all(
    ['Your record was opened', 'Your name appeared in a search'].map((name) =>
      page.getByRole('region', { name }).getByRole('heading', { level: 3 }).allTextContents(),
    ),
  );
  expect(opened).toContain('Regional Police Service (Police)');
  expect([found!.length > 10, new Set(found)]).toEqual([true, new Set(['Customer service'])]);
  await page.getByLabel('Who', { exact: true }).selectOption('SUPPORT');
  expect(await shown()).toEqual(['Helpdesk']);
  await page.getByLabel('What for').selectOption('PAYMENT');
  await page.getByText('No such read is among those that are shown.').nth(1).waitFor();
  // Others have, for another purpose.
  expect(await page.getByText('Nobody opened your record.').count()).toBe(0);
  await page.getByLabel('What for').selectOption('');
  await page.getByLabel('Who', { exact: true }).selectOption('RESIDENT');
  await untilChecked(page);
  const others = await page.locator('.entries > li').count();
  await page.getByLabel('Also what I looked at myself').press('Space');
  await untilChecked(page);
  await page.getByText('The person looked at their own record.').first().waitFor();
  expect(await page.locator('.entries > li').count()).toBeGreaterThan(others);
  await visit.close();
});

test('more reads come below those that are there, and the place is kept', async () => {
  const search = '{ residents(filter: { familyName: "Castellow" }, first: 5) { edges { node { givenName } } } }';
  for (let at = 0; at < 45; at += 1) await web.town.gateway.ask('customer-service', search, { purpose: 'SERVICE_PROVISION' });
  await web.town.gateway.sequence();
  const visit = await open('/who-looked');
  const { page } = visit;
  const rows = page.locator('.entries > li');
  const before = await rows.count();
  const more = button(page, 'Show more');
  await more.waitFor();
  await more.scrollIntoViewIfNeeded();
  const last = await rows.last().elementHandle();
  const place = (await last.boundingBox())!.y;
  await more.focus();
  await page.keyboard.press('Enter');
  await more.waitFor({ state: 'detached' });
  await untilChecked(page);
  expect(await rows.count()).toBeGreaterThan(before);
  expect(Math.abs((await last.boundingBox())!.y - place)).toBeLessThan(100);
  expect(await page.evaluate('document.activeElement.textContent')).toMatch(/are shown/);
  await visit.close();
});

test('the reads of a year are drawn by role, and stand in a table', async () => {
  const visit = await open('/who-looked');
  const { page } = visit;
  await page.getByRole('img', { name: 'Reads in the last 12 months, by role' }).waitFor();
  await page.locator('summary', { hasText: 'The same as a table' }).press('Enter');
  const table = page.getByRole('table');
  expect(await table.getByRole('row').count()).toBe(13);
  const cells = `[...document.querySelectorAll('main table tr')].map(({ cells }) => [...cells].map((cell) => cell.textContent))`;
  const [heads = [], ...months] = await page.evaluate<string[][]>(cells);
  const readsBy = (role: string): readonly number[] => months.map((cells) => Number(cells[heads.indexOf(role)]));
  expect([months[0]![0], months.at(-1)![0]]).toEqual(['July 2025', 'June 2026']);
  // The counter found the name in each month, and the police read in this one.
  expect(readsBy('Customer service').filter((reads) => reads > 0)).toHaveLength(12);
  expect(readsBy('Police').map((reads) => reads > 0)).toEqual(months.map((_, at) => at === 11));
  await visit.close();
});

test('who may look now is said in sentences, and a case that ends is no reason any more', async () => {
  const visit = await open('/who-may-look');
  const { page } = visit;
  expect(await page.getByRole('region', { name: 'Because you are being served' }).ariaSnapshot()).toMatchInlineSnapshot(`
   "- region "Because you are being served":
     - heading "Because you are being served" [level=2]
     - list:
       - listitem:
         - heading "Customer service" [level=3]
         - paragraph: Since June 15, 2026 at 11:00 a.m., you or an adult of your home has been served at the counter or on the phone.
       - listitem:
         - heading "Helpdesk" [level=3]
         - paragraph: An employee is working on your question T-65623059, which you asked on June 9, 2026.
       - listitem:
         - heading "Privacy office" [level=3]
         - paragraph: A privacy officer is working on your request R-73738354, which was filed on June 6, 2026."
  `);
  expect(await page.getByRole('region', { name: 'Because the law allows it' }).textContent()).toContain('Court order, in force from');
  await web.town.gateway.database.asOwner('update recreation.encounter set ended_at = now() where id = $1', [matters.encounter]);
  await visit.go('/who-may-look');
  await untilChecked(page);
  expect(await page.getByRole('main').textContent()).not.toContain('at the counter or on the phone');
  await visit.close();
});

describeHeld(() => web);
describeSignIns(() => web);

test('a language that was chosen holds on the pages after it, those of the account too', async () => {
  const visit = await open('/');
  const { page } = visit;
  await button(page, 'Français').press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Mes renseignements' }).waitFor();
  expect(await page.title()).toBe('Mes renseignements · Service des loisirs');
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Mes renseignements' }).waitFor();
  await page.getByRole('link', { name: 'Compte', exact: true }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Où votre session est ouverte' }).waitFor();
  await page.getByRole('link', { name: 'English' }).press('Enter');
  await page.getByRole('link', { name: 'Recreation department' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'My information' }).waitFor();
  await visit.close();
});

test('a read is questioned by keyboard alone, and what was typed is there after the session has ended', async () => {
  const visit = await open('/who-looked', { tolerated: [/401/] });
  const { page } = visit;
  const focused = () => page.evaluate<string>('document.activeElement.getAttribute("aria-label") ?? document.activeElement.textContent');
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      if (name.test(await focused())) return;
    }
    throw new Error(`the Tab key does not reach ${name.source}`);
  };
  await page.keyboard.press('Tab');
  expect(await focused()).toBe('Skip to the content');
  await page.keyboard.press('Enter');
  await tabTo(/^Question this read of/);
  await page.keyboard.press('Enter');
  await page.keyboard.type('What was it for?');
  await tabTo(/^Send the question/);
  await losesSession(web, visit);
  await page.locator('textarea:focus').waitFor();
  expect(await page.locator('textarea').inputValue()).toBe('What was it for?');
  await tabTo(/^Send the question/);
  await page.keyboard.press('Enter');
  await status(page)
    .getByText(/is filed/)
    .waitFor();
  expect((await questioned()).map(({ body }) => body)).toContain('What was it for?');
  await visit.close();
});

test('each page can be printed: without navigation or buttons, everything unfolded, with the instant and for whom, and no name in the title', async () => {
  const visit = await open('/who-looked');
  const { page } = visit;
  const [{ name }] = (await web.town.gateway.database.asOwner<{ name: string }>(
    'select given_name as name from recreation.resident where id = $1',
    [cast.resident],
  )) as [{ name: string }];
  await page.emulateMedia({ media: 'print' });
  await page.evaluate('dispatchEvent(new Event("beforeprint"))');
  await page.getByText(`Printed on June 15, 2026`).waitFor();
  expect(await page.getByText(/^Printed on/).textContent()).toContain(name);
  expect(await page.title()).not.toContain(name);
  expect(await page.getByRole('navigation').isVisible()).toBe(false);
  expect(await page.locator('main details:not([open])').count()).toBe(0);
  expect(await page.getByRole('table').isVisible()).toBe(true);
  expect(await page.locator('button:visible').count()).toBe(0);
  await page.evaluate('dispatchEvent(new Event("afterprint"))');
  expect(await page.locator('main details[open]').count()).toBe(0);
  const paths = await page.evaluate<string[]>(`[...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))`);
  expect(paths.length).toBeGreaterThan(7);
  for (const path of paths) {
    await page.emulateMedia({ media: 'screen' });
    // The page of before is shown until the code of the next one is there.
    await page.evaluate(`document.querySelector('main h1').setAttribute('data-left', '')`);
    await page.locator(`nav a[href="${path}"]`).press('Enter');
    await page.locator('main h1:not([data-left])').waitFor();
    await untilChecked(page);
    await button(page, 'Print this page').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Printed on June 15, 2026').waitFor();
    // A button that opens something of a list is its name, and a box says what is chosen.
    const left = page.locator(':is(button:not(.open), input:not([type=checkbox]), select, textarea, nav):visible');
    expect([path, await left.allTextContents()]).toEqual([path, []]);
  }
  await visit.close();
});

// Last: its reads are in every list of reads.
describeManyReads(() => web);
