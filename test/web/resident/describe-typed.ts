import { type Language, languages } from '../../../src/platform/language/languages.ts';
import { describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import type { Route } from 'playwright-core';
import { sayError } from '../../../src/platform/errors/say-error.ts';
import { inHeap } from '../checks/heap.ts';
import { intercept } from '../network/intercept.ts';
import { kept } from '../checks/kept.ts';
import { untilShown, type Web } from '../open-web.ts';
import { pageProblems } from '../checks/page-problems.ts';
import { counterPages } from '../listed/pages/counter.ts';
import { refuse } from '../network/refuse.ts';
import { setOffline } from '../network/set-offline.ts';
import type { Visit } from '../visit.ts';

type InLanguages = Readonly<Record<Language, string>>;
const offline: InLanguages = { en: 'You are offline.', fr: 'Vous êtes hors ligne.' };
const goesAlong: InLanguages = {
  en: 'What you typed was not sent. It goes along into a new tab.',
  fr: 'Ce que vous avez saisi n’a pas été envoyé. Vous le retrouvez',
};
const onlyOnce: InLanguages = { en: 'Send it again: it is done only once', fr: 'Envoyez de nouveau : ce n’est fait qu’une fois' };
const ended: InLanguages = { en: 'Your session has ended', fr: 'Votre session a pris fin' };
const caseOver: InLanguages = { en: 'This encounter has ended', fr: 'Cette rencontre a pris fin' };
const signOut: InLanguages = { en: 'Sign out', fr: 'Se déconnecter' };
const signIn: InLanguages = { en: 'Sign in', fr: 'Se connecter' };
const notSignedOut: InLanguages = { en: 'You are not signed out yet', fr: 'Votre session n’est pas encore fermée' };

const tolerated = [/Failed to load resource/];

/** The fate of values that are shown or typed if a session or a case ends, or the network is away. */
export function describeTyped(web: () => Web): void {
  const asOwner = (text: string, ...values: readonly unknown[]): Promise<unknown> => web().town.gateway.database.asOwner(text, values);

  describe.each(languages)('in %s, no value is lost or shown', (language) => {
    const text = `Nothing of this may be lost (${language}).`;

    async function type(visit: Visit): Promise<void> {
      const { page } = visit;
      await visit.go('/requests');
      await untilShown(page);
      await page.locator('details.ask > summary').click();
      await page.locator('details.ask select').first().selectOption('QUESTION');
      await page.locator('details.ask textarea').fill(text);
    }

    test('where a form is sent without a network', async () => {
      const visit = await web().signedInAs('guardian', { language, tolerated });
      const { page } = visit;
      await type(visit);
      await setOffline(page, true);
      await page.locator('details.ask [type=submit]').click();
      await page.getByRole('alert').getByText(offline[language]).waitFor();
      expect(await page.locator('details.ask textarea').inputValue()).toBe(text);
      await setOffline(page, false);
      await page.locator('details.ask [type=submit]').click();
      await page
        .getByRole('status')
        .getByText(/R-\d{8}/)
        .waitFor();
      await visit.close();
    });

    test('where a form is refused or gets no whole answer; sent again it is filed once', async () => {
      const visit = await web().signedInAs('guardian', { language, tolerated });
      const { page } = visit;
      await type(visit);
      const once = `${text} It is filed once.`;
      await page.locator('details.ask textarea').fill(once);
      const [form, alert] = [page.locator('details.ask'), page.locator('details.ask').getByRole('alert')];
      const failures: readonly (readonly [string, (route: Route) => Promise<void>])[] = [
        [sayError(language, 'TOO_MANY_REQUESTS'), (route) => refuse(route, 'TOO_MANY_REQUESTS', { status: 429, language })],
        [sayError(language, 'LOG_UNAVAILABLE'), (route) => refuse(route, 'LOG_UNAVAILABLE', { status: 503, language })],
        [goesAlong[language], (route) => refuse(route, 'PERSISTED_QUERY_NOT_FOUND', { status: 400, language })],
        [
          onlyOnce[language],
          async (route) => {
            await route.fulfill({ response: await route.fetch(), body: '{"data":{"fileRequest":{"rec' });
          },
        ],
      ];
      for (const [says, answer] of failures) {
        await intercept(page, '**/graphql', answer, { times: 1 });
        await form.locator('[type=submit]').click();
        await alert.getByText(says).waitFor();
        expect(await form.locator('textarea').inputValue()).toBe(once);
      }
      expect(await pageProblems(page)).toEqual([]);
      await form.locator('[type=submit]').click();
      await page
        .getByRole('status')
        .getByText(/R-\d{8}/)
        .waitFor();
      expect(await asOwner('select from recreation.request where body = $1', once)).toHaveLength(1);
      await visit.close();
    });

    test('where the session is revoked; what was typed waits for the same person, and is wiped for anyone else', async () => {
      const visit = await web().signedInAs('guardian', { language, tolerated });
      const { page } = visit;
      const revoke = async (): Promise<void> => {
        // A read that is under way would find the end before the form does.
        await untilShown(page);
        await asOwner('update identity.session set ended_at = $1', web().now());
        await page.locator('details.ask [type=submit]').click();
        await page.getByRole('heading', { name: ended[language] }).waitFor();
        expect(await page.locator('textarea').count()).toBe(0);
      };
      const comeBack = async (persona: string): Promise<void> => {
        await web().signIn(visit, persona);
        await page.evaluate('window.dispatchEvent(new Event("focus"))');
        await page.locator('nav').waitFor();
      };
      await type(visit);
      // For a minor in care.
      await page.locator('details.ask select').nth(1).selectOption({ index: 1 });
      const minor = await page.locator('details.ask select').nth(1).inputValue();
      await revoke();
      expect(await pageProblems(page)).toEqual([]);
      await comeBack('guardian');
      await page.locator('details.ask textarea').waitFor();
      expect(await page.locator('details.ask textarea').inputValue()).toBe(text);
      expect([await page.locator('details.ask select').nth(1).inputValue(), minor]).toEqual([minor, cast.resident]);
      await revoke();
      await comeBack('neighbour');
      await untilShown(page);
      expect(await kept(page, [text])).toEqual([]);
      expect(await inHeap(page, [text])).toEqual([]);
      await visit.close();
    });

    test('where a case has ended', async () => {
      const visit = await web().signedInAs('customer-service', { language, tolerated });
      const { page } = visit;
      await visit.go('/');
      await untilShown(page);
      const [next, field] = [page.getByRole('button', { name: 'F9' }), page.locator('.find input:focus')];
      await next.or(field).first().waitFor();
      if (await next.isVisible()) await next.click();
      await field.waitFor();
      await counterPages.find(({ name }) => name === 'counter-service')!.prepare!(page);
      expect(await kept(page, ['Amberley'])).toEqual(['Amberley']);
      await asOwner('update recreation.encounter set ended_at = last_active_at where employee_id = $1 and ended_at is null', cast.clerk);
      await page.keyboard.press('F8');
      await page.getByRole('heading', { name: caseOver[language] }).waitFor();
      expect(await kept(page, ['Amberley'])).toEqual([]);
      await visit.close();
    });

    test('where a person signs out without a network; it is done as soon as there is one', async () => {
      const visit = await web().signedInAs('resident', { language, tolerated });
      const { page, context } = visit;
      await visit.go('/');
      await untilShown(page);
      const { data } = await web().town.gateway.ask('resident', '{ me { givenName email } }');
      const own = Object.values(data.me as Record<string, string>);
      expect(await kept(page, own)).toEqual(own);
      await setOffline(page, true);
      await page.getByRole('button', { name: signOut[language] }).click();
      await page.getByRole('heading', { name: notSignedOut[language] }).waitFor();
      // A debugger that goes away takes the browser's being offline along.
      await intercept(page, '**/session', (route) => route.abort());
      expect(await kept(page, own)).toEqual([]);
      expect(await inHeap(page, own)).toEqual([]);
      expect(await pageProblems(page)).toEqual([]);
      expect(await context.cookies()).toHaveLength(1);
      await page.unroute('**/session');
      await setOffline(page, false);
      await page.evaluate('window.dispatchEvent(new Event("online"))');
      await page.getByRole('link', { name: signIn[language] }).waitFor();
      expect(await context.cookies()).toEqual([]);
      await visit.close();
    });
  });
}
