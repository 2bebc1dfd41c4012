import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openBrowser } from '../../../clients/browser/open-browser.ts';
import { openGateway, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { openMailServer, type MailServer } from '../../../helpers/identity/mail-server.ts';
import { pageProblems } from '../../../web/checks/page-problems.ts';

// The pages that are open to everybody in a real browser without scripts; test/web/ has axe read them too.
let gateway: TestGateway;
let mails: MailServer;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  mails = await openMailServer();
  [gateway, browser] = await Promise.all([openGateway({ smtpUrl: mails.url }), openBrowser()]);
  origin = new URL(gateway.url).origin;
});
afterAll(async () => {
  await browser?.close();
  await gateway.close();
  await mails.close();
});

async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'en-CA', javaScriptEnabled: false, ...options });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  await page.goto(origin + path);
  return page;
}
/** Presses a button of a form, and waits for the page that answers it. */
async function submit(page: Page, button: string): Promise<void> {
  await Promise.all([page.waitForEvent('load'), page.locator(button).click()]);
}
const [sendCode, file] = ['button[value=send-code]', 'button[value=file]'];

async function fillIn(page: Page, email: string): Promise<void> {
  await page.locator('input[value=COMPLAINT]').check();
  await page.locator('#body').fill('Nobody answered.\n\nI asked twice.');
  await page.locator('#email').fill(email);
}

interface State {
  readonly name: string;
  readonly path: string;
  readonly prepare?: (page: Page) => Promise<void>;
}

/** Each page in each of its states. */
const states: readonly State[] = [
  { name: 'the statement', path: '/statement' },
  { name: 'what changed', path: '/statement?from=1&to=2', prepare: (page) => page.locator('summary').click() },
  { name: 'no such version', path: '/statement?version=9' },
  { name: 'services', path: '/services' },
  { name: 'partners', path: '/partners' },
  { name: 'the form', path: '/ask' },
  { name: 'the form with problems', path: '/ask', prepare: (page) => submit(page, sendCode) },
  {
    name: 'the code',
    path: '/ask',
    prepare: async (page) => {
      await fillIn(page, 'axe@example.org');
      await submit(page, sendCode);
    },
  },
  {
    name: 'a wrong code',
    path: '/ask',
    prepare: async (page) => {
      await fillIn(page, 'axe.wrong@example.org');
      await submit(page, sendCode);
      await submit(page, file);
    },
  },
  { name: 'number and code', path: '/request-state' },
  { name: 'number and code with problems', path: '/request-state', prepare: (page) => submit(page, 'main button') },
];

/** test/web/ reads most of them in light colours. */
const settings: readonly (readonly [string, BrowserContextOptions])[] = [
  ['French, dark, 320 px', { locale: 'fr-CA', colorScheme: 'dark', viewport: { width: 320, height: 640 } }],
  ['English, forced colours', { locale: 'en-CA', forcedColors: 'active', viewport: { width: 640, height: 800 } }],
];

/**
 * A control that is smaller than 24 px and no link within a sentence, or has no outline while it has the focus (WCAG 2.2, 2.5.8 and 2.4.7).
 */
const smallOrUnseen = `[...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')].flatMap((element) => {
  const inSentence = getComputedStyle(element).display === 'inline' && element.closest('p, td, th, dd, footer, .summary') !== null;
  const { width, height } = element.getBoundingClientRect();
  const label = element.closest('label')?.getBoundingClientRect() ?? { width, height };
  element.focus({ focusVisible: true });
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const name = element.outerHTML.slice(0, 60);
  return [
    ...(inSentence || Math.min(Math.max(width, label.width), Math.max(height, label.height)) >= 24 ? [] : ['small: ' + name]),
    ...(outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? ['unseen: ' + name] : []),
  ];
})`;
/** Whether a page is wider than the screen where the reader has set text of twice the usual size. Below 640 px that is more than is asked. */
async function isTooWideWhenLarger(page: Page): Promise<boolean> {
  if (page.viewportSize()!.width < 640) return false;
  const debuggerSession = await page.context().newCDPSession(page);
  await debuggerSession.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
  expect(await evaluate(page, 'getComputedStyle(document.documentElement).fontSize')).toBe('32px');
  return (await evaluate(page, 'document.documentElement.scrollWidth > innerWidth')) as boolean;
}

async function evaluate(page: Page, expression: string): Promise<unknown> {
  const debuggerSession = await page.context().newCDPSession(page);
  const { result } = await debuggerSession.send('Runtime.evaluate', { expression, returnByValue: true });
  await debuggerSession.detach();
  return result.value;
}

describe.each(settings)('%s:', (_name, options) => {
  test.each(states)('$name: accessible, reflows, and can be enlarged', async ({ path, prepare }) => {
    // The debugger evaluates axe; no page has a script.
    const page = await open(path, { ...options, javaScriptEnabled: true });
    await prepare?.(page);
    expect(await pageProblems(page)).toEqual([]);
    expect(await evaluate(page, smallOrUnseen)).toEqual([]);
    expect(await isTooWideWhenLarger(page)).toBe(false);
    await page.context().close();
  });
});

test('a complaint is made by keyboard alone, and nothing of it is in an address', async () => {
  const page = await open('/ask');
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focused = (): Promise<string | null> => page.locator(':focus').getAttribute('id');
  const tabTo = async (selector: string): Promise<void> => {
    for (let tries = 0; tries < 40; tries += 1) {
      if ((await page.locator(`${selector}:focus`).count()) === 1) return;
      await press('Tab');
    }
    throw new Error(`no way to ${selector} by keyboard`);
  };
  await press('Tab');
  expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
  await press('Enter');
  await page.waitForURL(`${origin}/ask#content`);

  await tabTo(sendCode);
  await press('Enter');
  // The first field with a problem has the focus.
  await page.getByRole('alert').waitFor();
  await page.locator('input[value=QUESTION]:focus').waitFor();
  await press('ArrowDown', 'ArrowDown', 'Tab');
  expect(await focused()).toBe('body');
  await page.keyboard.type('Nobody answered.');
  await press('Enter');
  await page.keyboard.type('I asked twice.');
  await press('Tab');
  expect(await focused()).toBe('email');
  await page.keyboard.type('by.keyboard@example.org');
  await press('Enter');
  await page.locator('#code:focus').waitFor();
  await page.keyboard.type(await mails.codeFor('by.keyboard@example.org'));
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Your message has arrived' }).waitFor();
  expect(page.url()).toBe(`${origin}/ask`);
  const [number, code] = await page.locator('dd').allTextContents();
  const [row] = await gateway.database.asOwner<{ kind: string; body: string }>(
    'select kind, body from recreation.request where number = $1',
    [number!],
  );
  expect(row).toEqual({ kind: 'COMPLAINT', body: 'Nobody answered.\nI asked twice.' });

  await tabTo('main a');
  await press('Enter');
  await page.locator('#number').waitFor();
  await tabTo('#number');
  await page.keyboard.type(number!);
  await press('Tab');
  await page.keyboard.type(code!.toLowerCase().replaceAll('-', ''));
  await press('Enter');
  await page.getByRole('heading', { level: 1, name: `Request ${number!}` }).waitFor();
  expect(page.url()).toBe(`${origin}/request-state`);
  await page.context().close();
});

test('a screen reader is told what is wrong, and where', async () => {
  const page = await open('/ask');
  await page.locator('#email').fill('nowhere');
  await page.locator('input[value=QUESTION]').check();
  await submit(page, sendCode);
  expect(await page.locator('main').ariaSnapshot()).toBe(
    `
- main:
  - heading "Ask, comment or complain" [level=1]
  - paragraph: You can write to our privacy officers without an account. Your message gets a number and a day by which we answer.
  - paragraph: "To see or correct what we hold about you, or to ask who looked at it, sign in: then we know that it is you."
  - list "Steps":
    - listitem: Write
    - listitem: Confirm
    - listitem: Done
  - alert:
    - paragraph: "Something is missing or wrong:"
    - list:
      - listitem:
        - link "Write a message of at most 4,000 characters.":
          - /url: "#body"
      - listitem:
        - link "Give your email address, such as name@example.org.":
          - /url: "#email"
  - group "What do you want to send?":
    - text: What do you want to send?
    - radio "A question" [checked]
    - text: A question
    - radio "A comment"
    - text: A comment
    - radio "A complaint"
    - text: A complaint
  - text: Your message
  - paragraph: At most 4,000 characters.
  - paragraph: Write a message of at most 4,000 characters.
  - textbox "Your message" [invalid]
  - text: Your email address
  - paragraph: We send a code to it, and later a mail that your message is answered. We use it for nothing else.
  - paragraph: Give your email address, such as name@example.org.
  - textbox "Your email address" [invalid]: nowhere
  - button "Send me a code"
`.trim(),
  );
  await page.context().close();
});

test('a page can be printed: what is for the screen alone is left out', async () => {
  const page = await open('/statement');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('form').filter({ visible: true }).count()).toBe(0);
  expect(await page.locator('.clauses section').filter({ visible: true }).count()).toBeGreaterThan(10);
  await page.context().close();
});
