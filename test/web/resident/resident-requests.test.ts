import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { findPages } from '../../../src/server/http/pages/find-pages.ts';
import { town } from '../../../src/town/index.ts';
import { sayError } from '../../../src/platform/errors/say-error.ts';
import { readBuilt } from '../load/built-chunks.ts';
import { firstLoadOfResident } from '../load/first-load.ts';
import { intercept } from '../network/intercept.ts';
import { refuse } from '../network/refuse.ts';
import { until } from '../../helpers/time/until.ts';
import { untilShown } from '../open-web.ts';
import { focused, townOfResidents } from './resident-walk.ts';

// Requests of residents, long lists and the first load, in a real browser, in one town.
const { web, asOwner, open } = townOfResidents();

describe('requests', () => {
  test.each([
    ['See everything that is held about me', 'ACCESS'],
    ['Have something corrected', 'CORRECTION'],
    ['Complain', 'COMPLAINT'],
    ['Ask something', 'QUESTION'],
    ['Say something', 'COMMENT'],
  ])('are filed: %s', async (name, kind) => {
    const { page, close } = await open('guardian', '/requests');
    await page.locator('summary', { hasText: 'File a request' }).press('Enter');
    await page.getByLabel('What do you want?').selectOption({ label: name });
    await page.getByRole('textbox', { name: 'Your request' }).fill(`A request of the kind ${kind}.`);
    await page.getByRole('button', { name: 'File the request' }).press('Enter');
    const filed = await page
      .getByRole('status')
      .getByText(/^Your request R-\d{8} is filed\. The answer is due by July\s27,\s2026\.$/)
      .textContent();
    const number = /R-\d{8}/.exec(filed ?? '')?.[0] ?? '';
    expect(await asOwner('select kind, body, resident_id as resident from recreation.request where number = $1', [number])).toEqual([
      { kind, body: `A request of the kind ${kind}.`, resident: cast.guardian },
    ]);
    await page.getByRole('listitem').filter({ hasText: number }).getByText('30 of 30 business days are left.').waitFor();
    await close();
  });

  test('show how late they are, what is answered, and can be taken back', async () => {
    const { page, go, close } = await open('resident', '/requests');
    await page.getByText('24 of 30 business days are left.').waitFor();
    await asOwner(`update recreation.request set due_on = '2026-06-05' where id = $1`, [matters.request]);
    await go('/requests');
    await page.getByText('It was due by June 5, 2026. It is 6 business days late.').waitFor();

    await page.getByRole('button', { name: 'See everything that is held about me' }).press('Enter');
    await page.getByLabel('Add a message').fill('Please hurry.');
    await page.getByRole('button', { name: 'Send the message' }).press('Enter');
    await page.getByRole('status').getByText('Your message is sent.').waitFor();
    await page.getByRole('button', { name: 'Take the request back' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Take the request back' }).press('Enter');
    await page.getByRole('status').getByText('The request is taken back.').waitFor();
    await page.getByText('The request is closed.').waitFor();
    expect(await page.getByRole('list', { name: 'What was written' }).getByRole('listitem').count()).toBe(4);
    await close();
  });

  test('that are answered meanwhile take no message, and nothing typed is lost', async () => {
    const { page, close } = await open('guardian', '/requests', [/409/]);
    await page.getByRole('button', { name: 'Complain' }).press('Enter');
    await page.getByLabel('Add a message').fill('One more thing.');
    await asOwner(
      `update recreation.request set answer = 'You are right.', answered_at = $1, assignee_id = $2 where kind = 'COMPLAINT' and resident_id = $3`,
      [web().now(), cast.privacyOfficer, cast.guardian],
    );
    await page.getByRole('button', { name: 'Send the message' }).press('Enter');
    await page.getByRole('alert').getByText('The request has been answered meanwhile').waitFor();
    expect(await page.getByLabel('Add a message').inputValue()).toBe('One more thing.');
    await page.reload();
    // Opened items are in no history that would outlive the page.
    await page.getByRole('button', { name: 'Complain' }).press('Enter');
    await page.getByText('You are right.').waitFor();
    await close();
  });
});

describe('a long list', () => {
  beforeAll(async () => {
    await asOwner(
      `insert into recreation.ticket (id, number, resident_id, topic, subject, sensitive, opened_at)
      select gen_random_uuid(), 'T-' || (10000000 + n), $1, 'OTHER', 'Question ' || n, false, $2::timestamptz - make_interval(hours => n)
      from generate_series(1, 230) n`,
      [cast.neighbour, web().now()],
    );
  });

  test('says below what it has that more could not be read, and goes on', async () => {
    const { page, close } = await open('neighbour', '/helpdesk', [/status of 503/]);
    await intercept(page, '**/graphql', (route) => refuse(route, 'LOG_UNAVAILABLE', { status: 503 }), { times: 1 });
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    await page.locator('ol[data-rows="50"] ~ [role=alert]').getByText(sayError('en', 'LOG_UNAVAILABLE')).waitFor();
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    await page.locator('ol[data-rows="100"]').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    await close();
  });

  test('has only the rows near the window in the page, each with its place; Tab goes from row to row, the focused one stays, and print has all', async () => {
    const { page, close } = await open('neighbour', '/helpdesk');
    const rows = page.getByRole('list', { name: 'Your questions' }).getByRole('listitem');
    expect(await rows.count()).toBe(50);
    for (const shown of [100, 150, 200, 232]) {
      await page.getByRole('button', { name: 'Show more' }).press('Enter');
      await page.locator(`ol[data-rows="${shown}"]`).waitFor();
    }
    expect(await rows.count()).toBeLessThan(60);
    await page.evaluate('scrollTo(0, 0)');
    const first = rows.first();
    await page.locator('li[aria-posinset="1"]').waitFor();
    expect([await first.getAttribute('aria-posinset'), await first.getAttribute('aria-setsize')]).toEqual(['1', '232']);
    await first.getByRole('button').focus();
    const name = await focused(page);
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight)');
    await page.getByText('Question 230').waitFor();
    expect(await rows.count()).toBeLessThan(60);
    expect(await focused(page)).toBe(name);
    const place = (): Promise<string> =>
      page.evaluate('(({ ariaPosInSet, ariaSetSize }) => `${ariaPosInSet} of ${ariaSetSize}`)(document.activeElement.closest("li"))');
    const places: string[] = [];
    for (let row = 2; row <= 40; row += 1) {
      await page.keyboard.press('Tab');
      places.push(await place());
    }
    expect(places).toEqual(places.map((_, at) => `${at + 2} of 232`));
    await page.locator('li[aria-posinset="1"]').waitFor({ state: 'detached' });
    await page.keyboard.press('End');
    await page.getByText('Question 230').waitFor();
    await page.keyboard.press('Shift+Tab');
    expect(await place()).toBe('39 of 232');
    await page.locator('.more').focus();
    await page.locator('li[aria-posinset="232"]').waitFor();
    await page.keyboard.press('Shift+Tab');
    expect(await place()).toBe('232 of 232');
    // The content above has become as high as many rows: those in the window are still there.
    await page.evaluate('document.querySelector("main h1").style.marginBlockEnd = "9000px"');
    await page.evaluate('scrollTo(0, document.documentElement.scrollHeight - innerHeight * 4)');
    await until(() =>
      page.evaluate<boolean>(`Boolean(document.elementFromPoint(innerWidth / 4, innerHeight / 2)?.closest('li[data-index]'))`),
    );
    await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
    expect(await rows.count()).toBe(232);
    await close();
  });
});

describe('the first load', () => {
  test('is what is measured', async () => {
    // An address that waits is seldom, and what says so is loaded then.
    await asOwner(
      'update recreation.resident set waiting_email = null, waiting_set_by = null, waiting_asked_by = null, waiting_until = null where id = $1',
      [cast.resident],
    );
    const visit = await web().signedInAs('resident');
    const loaded = new Set<string>();
    visit.page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.endsWith('.js')) loaded.add(pathname.slice(1));
    });
    await visit.go('/');
    await untilShown(visit.page);
    const { manifest } = readBuilt(findPages(town.pages!)!);
    // It is loaded once the first page is there.
    await until(() => loaded.has(manifest['src/session/watch-session.ts']!.file));
    expect([...loaded].toSorted()).toEqual(firstLoadOfResident(manifest, 'en').toSorted());
    await visit.close();
  });
});
