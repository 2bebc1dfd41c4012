import { type Language, languages } from '../../src/platform/language/languages.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import type { ErrorCode } from '../../src/platform/errors/errors.ts';
import { sayError } from '../../src/platform/errors/say-error.ts';
import { describeOldTab } from './resident/describe-old-tab.ts';
import { describeTyped } from './resident/describe-typed.ts';
import { intercept } from './network/intercept.ts';
import { openWeb, untilShown, type Web } from './open-web.ts';
import { pageProblems } from './checks/page-problems.ts';
import { refuse } from './network/refuse.ts';
import { setOffline } from './network/set-offline.ts';
import type { Visit } from './visit.ts';

// The messages of a page that cannot read or be read: the event, and the next step. Nothing is lost or shown by it.
let web: Web;
beforeAll(async () => {
  web = await openWeb({ withReads: true });
}, 60_000);
afterAll(() => web?.close());

type InLanguages = Readonly<Record<Language, string>>;

interface Fault {
  /** The gateway's sentence for this code, or a sentence of the pages. */
  readonly says: ErrorCode | InLanguages;
  /** The next step, if it is more than to try again. */
  readonly advises?: Readonly<Record<Language, string | RegExp>>;
  /** The fate of an operation. Default: it is sent. */
  readonly answer?: (route: Route, language: Language) => Promise<void>;
  readonly set?: (page: Page) => Promise<void>;
  /** The text in place of a value that did not come. */
  readonly inPlace?: Readonly<Record<Language, string>>;
  /** Default: to try again. */
  readonly button?: InLanguages;
}

const tryAgain = { en: 'Try again', fr: 'Réessayer' };
const noAnswer = { en: 'The gateway does not answer', fr: 'La passerelle ne répond pas' };

function refused(code: ErrorCode, status: number): Fault {
  return {
    says: code,
    answer: (route, language) => refuse(route, code, { status, language }),
    advises: { en: /Wait until \d+:\d\d\s[ap]\.m\., and try again\./, fr: /Attendez jusqu’à \d+\sh\s\d\d, puis réessayez\./ },
  };
}

/** The real answer, as it would be if one field had failed. */
async function halve(route: Route, language: Language): Promise<void> {
  const response = await route.fetch();
  const { data, ...more } = (await response.json()) as { data: { me?: Record<string, unknown> } };
  if (!data.me || !('purchases' in data.me)) return route.fulfill({ response });
  const message = sayError(language, 'REQUEST_OVERDUE');
  const errors = [{ message, path: ['me', 'purchases'], extensions: { code: 'REQUEST_OVERDUE' } }];
  await route.fulfill({ response, body: JSON.stringify({ ...more, data: { ...data, me: { ...data.me, purchases: null } }, errors }) });
}

const faults: Readonly<Record<string, Fault>> = {
  'too many requests': refused('TOO_MANY_REQUESTS', 429),
  'a read budget that is spent': refused('READ_BUDGET_SPENT', 429),
  'a log that cannot be written': refused('LOG_UNAVAILABLE', 503),
  'a gateway that stops': refused('STOPPING', 503),
  'a proxy without a gateway': {
    says: noAnswer,
    answer: (route) => route.fulfill({ status: 502, contentType: 'text/html', body: '<p>Bad gateway' }),
  },
  'no connection': { says: noAnswer, answer: (route) => route.abort('connectionrefused') },
  'a browser that is offline': { says: { en: 'You are offline', fr: 'Vous êtes hors ligne' }, set: (page) => setOffline(page, true) },
  'a document that the gateway does not know, because its pages are newer ones': {
    says: { en: 'There is a newer version of these pages', fr: 'Il existe une version plus récente de ces pages' },
    answer: (route) =>
      route.continue({
        postData: route
          .request()
          .postData()!
          .replace(/[\da-f]{64}/, '0'.repeat(64)),
      }),
    button: { en: 'Load again', fr: 'Recharger' },
  },
  'an answer that is cut off': {
    says: noAnswer,
    answer: (route) => route.fulfill({ contentType: 'application/graphql-response+json', body: '{"data":{"me":{"givenName":"Pe' }),
  },
  'an answer that is whole but for one field': {
    says: 'REQUEST_OVERDUE',
    answer: halve,
    inPlace: { en: 'This could not be read just now', fr: 'Ce renseignement n’a pas pu être lu à l’instant' },
  },
};

describe.each(languages)('in %s, a page says what happened and goes on after', (language) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await web.signedInAs('resident', { language, tolerated: [/Failed to load resource/] });
  });
  afterAll(() => visit?.close());

  test.each(Object.entries(faults))('%s', async (_title, { says, advises, answer, set, inPlace, button = tryAgain }) => {
    const { page, go } = visit;
    await go('/family');
    await untilShown(page);
    if (answer) await intercept(page, '**/graphql', (route) => answer(route, language));
    await set?.(page);
    await page.locator('nav a[href="/"]').press('Enter');
    const alert = page.getByRole('alert').first();
    const sentence = typeof says === 'string' ? sayError(language, says) : says[language];
    await alert.getByText(sentence).waitFor();
    if (inPlace) await page.locator('main dd').getByText(inPlace[language]).waitFor();
    if (advises) await alert.getByText(advises[language]).waitFor();
    expect(await pageProblems(page)).toEqual([]);
    await page.unroute('**/graphql');
    await setOffline(page, false);
    await alert.getByRole('button', { name: button[language] }).press('Enter');
    await page.locator('main dt').first().waitFor();
    await alert.waitFor({ state: 'detached' });
  });
});

/** The acts of an employee that read about people. */
interface Work {
  readonly what: string;
  readonly persona: string;
  /** Brings the page to where it shows no person. */
  readonly begin: (page: Page) => Promise<void>;
  readonly read: (page: Page) => Promise<void>;
  /** The content once it is read. */
  readonly shown: string;
}

const works: readonly Work[] = [
  {
    what: 'a customer is looked for',
    persona: 'customer-service',
    begin: async (page) => {
      await page.keyboard.press('F9');
      await page.locator('.find input:focus').waitFor();
    },
    read: async (page) => {
      await page.keyboard.type('Amberley');
      await page.keyboard.press('Enter');
    },
    shown: '.people button',
  },
  {
    what: 'a ticket is read',
    persona: 'support',
    begin: async (page) => {
      await page.locator('.tickets .main').first().focus();
    },
    read: (page) => page.keyboard.press('Enter'),
    shown: '.ticket .conversation',
  },
];

/** Whether an operation looks for a person by name, or is about a case. */
function isAboutSomebody(route: Route): boolean {
  return route.request().headers()['privacy-case'] !== undefined || route.request().postData()!.includes('Amberley');
}

const ofStaff: Readonly<Record<string, Fault>> = {
  'too many requests': refused('TOO_MANY_REQUESTS', 429),
  'a log that cannot be written': refused('LOG_UNAVAILABLE', 503),
  'a read budget that is spent': {
    ...refused('READ_BUDGET_SPENT', 429),
    says: {
      en: 'You have been shown as many people as one hour or one day allows',
      fr: 'Vous avez atteint le nombre de personnes permis par heure ou par jour',
    },
  },
};

describe.each(works)('where $what, the page says what happened, and goes on after', ({ persona, begin, read, shown }) => {
  test.each(languages)('in %s', async (language) => {
    const visit = await web.signedInAs(persona, { language, tolerated: [/Failed to load resource/] });
    const { page } = visit;
    for (const { says, answer } of Object.values(ofStaff)) {
      await visit.go('/');
      await untilShown(page);
      await begin(page);
      await intercept(page, '**/graphql', (route) => (isAboutSomebody(route) ? answer!(route, language) : route.continue()));
      await read(page);
      const alert = page.getByRole('alert').first();
      await alert.getByText(typeof says === 'string' ? sayError(language, says) : says[language]).waitFor();
      expect(await pageProblems(page)).toEqual([]);
      await page.unroute('**/graphql');
      await alert.getByRole('button', { name: tryAgain[language] }).press('Enter');
      await page.locator(shown).first().waitFor();
    }
    await visit.close();
  });
});

test('after too many requests a page waits as long as it is told to, and asks again by itself', async () => {
  const visit = await web.signedInAs('resident', { tolerated: [/status of 429/] });
  const { page } = visit;
  await visit.go('/purchases');
  await untilShown(page);
  let asked = 0;
  await intercept(page, '**/graphql', (route) => {
    if (!route.request().postData()!.includes('WhoMayLook')) return route.continue();
    asked += 1;
    return asked === 1 ? route.fulfill({ status: 429, headers: { 'retry-after': '1' }, body: '{}' }) : route.continue();
  });
  await page.getByRole('link', { name: 'Who may look now' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Who may look now' }).waitFor();
  await untilShown(page);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(asked).toBe(2);
  await visit.close();
});

describe('where scripts are blocked, a page says so in both languages and leads to the sign-in:', () => {
  const headings = ['These pages need JavaScript', 'Ces pages ont besoin de JavaScript'];

  test.each(languages)('by the browser (%s)', async (language) => {
    const visit = await web.visit({ language, javaScriptEnabled: false });
    const { page } = visit;
    await visit.go('/');
    expect(await page.getByRole('heading').allTextContents()).toEqual(headings);
    await page
      .getByRole('link')
      .nth(language === 'en' ? 0 : 1)
      .press('Enter');
    await page.getByRole('heading', { name: { en: 'Sign in', fr: 'Se connecter' }[language] }).waitFor();
    await visit.close();
  });

  test('or by something on the way', async () => {
    const visit = await web.visit({ tolerated: [/Failed to load resource/] });
    const { page } = visit;
    await visit.context.route('**/assets/*.js', (route) => route.abort());
    await visit.go('/');
    // Nothing is said while the script may still come, however long the machine takes to look.
    await page.evaluate('document.getAnimations().forEach((animation) => { animation.pause(); animation.currentTime = 4_900; })');
    expect(await page.getByRole('heading').count()).toBe(0);
    await page.evaluate('document.getAnimations().forEach((animation) => animation.finish())');
    expect(await page.getByRole('heading').allTextContents()).toEqual(headings);
    expect(await pageProblems(page)).toEqual([]);
    await visit.close();
  });
});

describeOldTab(() => web);
describeTyped(() => web);
