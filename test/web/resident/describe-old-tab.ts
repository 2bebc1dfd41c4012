import { type Language, languages } from '../../../src/platform/language/languages.ts';
import { describe, expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { inHeap } from '../checks/heap.ts';
import { intercept } from '../network/intercept.ts';
import { kept } from '../checks/kept.ts';
import { untilShown, type Web } from '../open-web.ts';
import { pageProblems } from '../checks/page-problems.ts';
import { setOffline } from '../network/set-offline.ts';
import type { Visit } from '../visit.ts';

type InLanguages = Readonly<Record<Language, string>>;
const newer: InLanguages = { en: 'There is a newer version of these pages.', fr: 'Il existe une version plus récente de ces pages.' };
const notShown: InLanguages = {
  en: 'Something could not be loaded. Load the pages again.',
  fr: 'Quelque chose n’a pas pu être chargé. Rechargez les pages.',
};
const offline: InLanguages = { en: 'You are offline.', fr: 'Vous êtes hors ligne.' };
const goesAlong: InLanguages = {
  en: 'What you typed was not sent. It goes along into a new tab.',
  fr: 'Ce que vous avez saisi n’a pas été envoyé. Vous le retrouvez',
};
const loadAgain: InLanguages = { en: 'Load again', fr: 'Recharger' };
const tryAgain: InLanguages = { en: 'Try again', fr: 'Réessayer' };
const inNewTab: InLanguages = { en: 'Go on in a new tab', fr: 'Continuer dans un nouvel onglet' };
const movedOn: InLanguages = { en: 'You went on in another tab', fr: 'Vous avez continué dans un autre onglet' };

const tolerated = [/Failed to load resource|dynamically imported module|unable to preload/i];

/** A gateway after an upgrade: its start page is another one, and it lacks the files of the former pages. */
async function upgrade(page: Page): Promise<void> {
  await intercept(page, '**/assets/*.js', (route) => route.fulfill({ status: 404 }));
  await intercept(page, /:\d+\/$/, (route) => {
    if (route.request().isNavigationRequest()) return route.continue();
    return route.fulfill({ contentType: 'text/html', body: '<script type="module" src="/assets/index-newer.js"></script>' });
  });
}

const alert = (page: Page) => page.getByRole('alert').first();
const link = (page: Page, path: string) => page.locator(`nav a[href="${path}"]`);

/** Tabs whose pages the gateway does not have any more, or whose code does not come for another reason. */
export function describeOldTab(web: () => Web): void {
  describe.each(languages)('in %s, a tab that cannot load a page says why', (language) => {
    const text = `Nothing of this may be lost (${language}).`;

    async function open(path: string): Promise<Visit> {
      const visit = await web().signedInAs('resident', { language, tolerated });
      await visit.go(path);
      await untilShown(visit.page);
      return visit;
    }

    /** Types a request, and leaves it for a page that the gateway does not have any more. */
    async function typeAndUpgrade(): Promise<Visit> {
      const visit = await open('/requests');
      const { page } = visit;
      await page.locator('details.ask > summary').click();
      await page.locator('details.ask textarea').fill(text);
      await upgrade(page);
      await link(page, '/purchases').click();
      await alert(page).getByText(goesAlong[language]).waitFor();
      return visit;
    }

    /** Goes on in a new tab, for which the gateway has the pages. */
    async function goOn({ page, context }: Visit): Promise<Page> {
      await page.unrouteAll();
      const opening = context.waitForEvent('page');
      await alert(page).getByRole('button', { name: inNewTab[language] }).click();
      const next = await opening;
      await untilShown(next);
      return next;
    }

    test('after an upgrade, and loads the new pages', async () => {
      const visit = await open('/');
      const { page } = visit;
      await upgrade(page);
      await link(page, '/purchases').click();
      await alert(page).getByText(newer[language]).waitFor();
      expect(await pageProblems(page)).toEqual([]);
      // The loaded parts are still there.
      await link(page, '/').click();
      await page.locator('main dt').first().waitFor();
      await link(page, '/purchases').click();
      await page.unrouteAll();
      await alert(page).getByRole('button', { name: loadAgain[language] }).click();
      await page.locator('[data-rows]').first().waitFor();
      await visit.close();
    });

    test('after an upgrade, and what was typed goes along into a new tab, and nowhere else', async () => {
      const visit = await typeAndUpgrade();
      const { page } = visit;
      expect(await pageProblems(page)).toEqual([]);
      const next = await goOn(visit);
      await page.getByRole('heading', { name: movedOn[language] }).waitFor();
      expect(await kept(page, [text])).toEqual([]);
      await link(next, '/requests').click();
      await untilShown(next);
      expect(await next.locator('details.ask textarea').inputValue()).toBe(text);
      expect(await next.evaluate('opener')).toBeNull();
      await next.close();
      expect(await inHeap(page, [text])).toEqual([]);
      await visit.close();
    });

    test('after an upgrade, and no one else gets what was typed', async () => {
      const visit = await typeAndUpgrade();
      await web().signIn(visit, 'guardian');
      const next = await goOn(visit);
      await link(next, '/requests').click();
      await untilShown(next);
      await next.locator('details.ask > summary').click();
      expect(await next.locator('details.ask textarea').inputValue()).toBe('');
      await visit.close();
    });

    test('where its script is blocked', async () => {
      const visit = await open('/');
      const { page } = visit;
      await intercept(page, '**/assets/purchases-*.js', (route) => route.abort());
      await link(page, '/purchases').click();
      await alert(page).getByText(notShown[language]).waitFor();
      expect(await pageProblems(page)).toEqual([]);
      await page.unrouteAll();
      await alert(page).getByRole('button', { name: loadAgain[language] }).click();
      await page.locator('[data-rows]').first().waitFor();
      await visit.close();
    });

    test.each([
      ['the gateway stops', (route: Route) => route.fulfill({ status: 503 })],
      ['no answer comes', (route: Route) => route.abort()],
    ])('where it cannot find out who has signed in, because %s', async (_why, answer) => {
      const visit = await web().signedInAs('resident', { language, tolerated: [...tolerated, /\/session answers 503|Failed to fetch/] });
      const { page } = visit;
      await page.route(/\/session$/, answer);
      await visit.go('/');
      await alert(page).getByText(notShown[language]).waitFor();
      expect(await pageProblems(page)).toEqual([]);
      await page.unroute(/\/session$/);
      await alert(page).getByRole('button', { name: loadAgain[language] }).click();
      await page.locator('main dt').first().waitFor();
      await visit.close();
    });

    test('where the browser is offline, and goes on when it is online again', async () => {
      const visit = await open('/');
      const { page } = visit;
      await setOffline(page, true);
      await link(page, '/purchases').click();
      await alert(page).getByText(offline[language]).waitFor();
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      await setOffline(page, false);
      await alert(page).getByRole('button', { name: tryAgain[language] }).click();
      await page.locator('[data-rows]').first().waitFor();
      await visit.close();
    });
  });

  test('a tab whose code does not come says so after half a minute, and goes on', async () => {
    const visit = await web().signedInAs('resident', { tolerated: [/it does not come/] });
    const { page, context } = visit;
    await context.clock.install({ time: web().now() });
    const asks: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['my-information', () => page.goto(web().origin, { waitUntil: 'commit' })],
      ['change-contact', () => page.getByRole('button', { name: 'Change how to reach you' }).click()],
      ['purchases', () => link(page, '/purchases').click()],
    ];
    let withheld = 'nothing';
    await page.route('**/assets/*.js', (route) => (route.request().url().includes(`/${withheld}-`) ? undefined : route.continue()));
    for (const [script, ask] of asks) {
      withheld = script;
      const asked = page.waitForRequest(new RegExp(`/assets/${script}-`));
      await ask();
      await asked;
      expect(await page.getByRole('alert').count()).toBe(0);
      await context.clock.fastForward('00:30');
      await alert(page).getByText(notShown.en).waitFor();
      withheld = 'nothing';
      await alert(page).getByRole('button', { name: loadAgain.en }).click();
      await alert(page).waitFor({ state: 'detached' });
      await untilShown(page);
    }
    await page.locator('[data-rows]').first().waitFor();
    await visit.close();
  });
}
