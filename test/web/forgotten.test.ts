import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inHeap } from './checks/heap.ts';
import { kept } from './checks/kept.ts';
import { leftovers } from './checks/leftovers.ts';
import { openWeb, untilShown, type Web } from './open-web.ts';
import type { Visit } from './visit.ts';

// The data that a browser keeps of a person who has signed out, or was replaced by another person.
let web: Web;
/** Values of the resident and of the guardian that their pages show. */
let [own, others]: readonly (readonly string[])[] = [];
beforeAll(async () => {
  web = await openWeb({ withReads: true });
  [own, others] = await Promise.all(['resident', 'guardian'].map(valuesOf));
}, 60_000);
afterAll(() => web?.close());

async function valuesOf(persona: string): Promise<readonly string[]> {
  const { data } = await web.town.gateway.ask(persona, '{ me { givenName email address { street } } }');
  const { address, ...values } = data.me as Record<string, string> & { address: { street: string } };
  return [...Object.values(values), address.street];
}

/** Opens the start page, and waits until it has read all and watches its session: each answer is a use of it. */
async function goWatched({ page, go }: Visit): Promise<void> {
  const watching = page.waitForResponse(/\/assets\/watch-session-/);
  await go('/');
  await untilShown(page);
  await page.getByText(own![1]!).first().waitFor();
  // Modules are there in the order in which they are asked for.
  await page.evaluate(`import('${(await watching).url()}').then(() => undefined)`);
}

/** Opens the pages of the resident, who reads the own record and who looked at it. */
async function openResident(): Promise<Visit> {
  const visit = await web.signedInAs('resident', { tolerated: [/status of 409|status of 401/] });
  await goWatched(visit);
  expect(await kept(visit.page, own!)).toEqual(own);
  expect(await inHeap(visit.page, own!)).toEqual(own);
  return visit;
}

test('what a browser keeps is found wherever it is', async () => {
  const visit = await web.visit();
  const { page } = visit;
  await visit.go('/');
  await untilShown(page);
  expect(await leftovers(visit, own!)).toEqual([]);
  const [name, email, street] = own!.map((value) => JSON.stringify(value));
  const script = await page.locator('script[src]').getAttribute('src');
  await page.evaluate(`Promise.all([
    localStorage.setItem('name', ${name}),
    history.replaceState(${email}, ''),
    Object.assign(globalThis, { street: [...${street}].join('') }),
    caches.open('answers'),
    new Promise((done) => Object.assign(indexedDB.open('answers'), { onsuccess: done })),
    fetch('${script}'),
  ]).then(() => undefined)`);
  expect(await leftovers(visit, own!)).toEqual(
    expect.arrayContaining([
      `page or storage: ${own![0]}`,
      `page or storage: ${own![1]}`,
      'cache storage: answers',
      'database: answers',
      `HTTP cache: ${web.origin}${script}`,
      `memory: ${own![2]}`,
    ]),
  );
  await visit.close();
});

test('after a sign-out nothing is kept in the page, the history, any store, the cache or memory', async () => {
  const visit = await openResident();
  const { page, context } = visit;
  // The steps of the browser before it sends the page on which people sign in.
  await page.evaluate(
    `Object.assign(document.createElement('input'), { type: 'email', value: ${JSON.stringify(own![1])} }).checkValidity()`,
  );
  await page.getByRole('link', { name: 'Who looked' }).press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Who looked' }).waitFor();
  await untilShown(page);
  await page.getByRole('button', { name: 'Sign out' }).press('Enter');
  await page.getByRole('link', { name: 'Sign in' }).waitFor();
  expect(await context.cookies()).toEqual([]);
  expect([...visit.addresses].map((address) => new URL(address).pathname)).toEqual(expect.arrayContaining(['/graphql', '/session']));
  expect(await leftovers(visit, own!)).toEqual([]);
  for (const go of [() => page.goBack(), () => page.goForward()]) {
    await go();
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    expect(await leftovers(visit, own!)).toEqual([]);
  }
  await visit.close();
});

/** Waits, without a read, until an open tab shows that its session is over. */
async function untilEnded({ page }: Visit): Promise<void> {
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
}

test('where another person signs in with the browser, an open tab shows neither of them, and forgets the first', async () => {
  const visit = await openResident();
  const { page } = visit;
  await web.signIn(visit, 'guardian');
  const second = await visit.context.newPage();
  await second.goto(web.origin);
  await untilShown(second);
  expect(await kept(second, others!)).toEqual(others);
  await untilEnded(visit);
  expect(await kept(page, [...own!, ...others!])).toEqual([]);
  expect(await inHeap(page, own!)).toEqual([]);
  await visit.close();
});

// Another gateway of the same municipality, or a server’s own page, ended it: no other tab can say so.
const endElsewhere = async (): Promise<void> =>
  void (await web.town.gateway.database.asOwner('update identity.session set ended_at = now()'));

test.each<[string, (visit: Visit) => Promise<void>]>([
  [
    'in another tab, at once',
    async ({ context }) => {
      const second = await context.newPage();
      await second.goto(web.origin);
      await second.getByRole('button', { name: 'Sign out' }).press('Enter');
      await second.getByRole('link', { name: 'Sign in' }).waitFor();
    },
  ],
  [
    'on another device, when somebody comes back to the tab',
    async ({ page }) => {
      await endElsewhere();
      await page.evaluate(`void dispatchEvent(new Event('focus'))`);
    },
  ],
  [
    'on another device, with the next read',
    async ({ page }) => {
      await endElsewhere();
      await page.getByRole('link', { name: 'Who looked' }).press('Enter');
    },
  ],
])('where the session is ended %s, the page shows that and nothing personal', async (_where, end) => {
  const visit = await openResident();
  const { page } = visit;
  await end(visit);
  await untilEnded(visit);
  expect(await leftovers(visit, own!)).toEqual([]);
  await page.bringToFront();
  await page.getByRole('button', { name: 'Leave' }).press('Enter');
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await visit.close();
});

test.each([
  ['', 0, '30:00'],
  [', or as usual by a clock that is far ahead', 40 * 60_000, '20:00'],
])(
  'where no one has used a session for as long as it lasts%s, an open tab no longer shows what it had read',
  async (_how, ahead, lasts) => {
    const visit = await web.visit();
    await visit.context.clock.install({ time: web.now().getTime() + ahead });
    await web.signIn(visit, 'resident');
    await goWatched(visit);
    await visit.context.clock.fastForward(lasts);
    expect(await kept(visit.page, own!)).toEqual(own);
    await visit.context.clock.fastForward('02:00');
    await untilEnded(visit);
    expect(await kept(visit.page, own!)).toEqual([]);
    await visit.close();
  },
);

test('a tab that cannot be told of the end of its session shows nothing, and goes on once it can', async () => {
  const visit = await web.signedInAs('resident', { tolerated: [/Failed to load resource/] });
  const { page } = visit;
  const watch = '**/assets/watch-session-*.js';
  await visit.context.route(watch, (route) => route.abort());
  await visit.go('/');
  await page.getByText('Something could not be loaded. Load the pages again.').waitFor();
  expect(await leftovers(visit, own!)).toEqual([]);
  await visit.context.unroute(watch);
  await page.getByRole('button', { name: 'Load again' }).press('Enter');
  await page.getByText(own![1]!).first().waitFor();
  await visit.close();
});

/** Runs in a page: from now on no timer and no message comes, as in a page that a browser keeps for Back, until `goOn` is called. */
const stop = `{
  const { setTimeout: later } = globalThis;
  const { postMessage } = MessagePort.prototype;
  const held = [];
  globalThis.setTimeout = (...given) => held.push(() => later(...given));
  MessagePort.prototype.postMessage = function (...given) { held.push(() => postMessage.apply(this, given)); };
  globalThis.goOn = () => {
    globalThis.setTimeout = later;
    MessagePort.prototype.postMessage = postMessage;
    for (const run of held) run();
  };
}`;

test('a page that the browser keeps for Back is empty meanwhile, and comes back for the same person alone', async () => {
  const visit = await web.signedInAs('resident');
  const { page } = visit;
  await visit.go('/family');
  await untilShown(page);
  expect(await inHeap(page, own!)).toContain(own![0]);
  // This browser keeps no pages: its events say what others do.
  const leave = (): Promise<void> => page.evaluate(`void dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))`);
  const back = (): Promise<void> => page.evaluate(`void dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))`);
  const shown = (): Promise<unknown> => page.evaluate(`document.querySelector('#app').textContent`);
  await page.evaluate(stop);
  // React holds the last update of a component that goes before it is rendered again. A print updates what says when it was made.
  await page.evaluate(`for (const type of ['beforeprint', 'afterprint']) dispatchEvent(new Event(type))`);
  await leave();
  // Without the driver's own search, which keeps the text of the page in which it has found something.
  expect(await shown()).toBe('Loading…');
  expect(await inHeap(page, own!)).toEqual([]);
  await page.evaluate('goOn()');
  await back();
  await page.getByRole('heading', { level: 1, name: 'Family' }).waitFor();
  await untilShown(page);
  await leave();
  expect(await shown()).toBe('Loading…');
  await endElsewhere();
  await back();
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  expect(await leftovers(visit, own!)).toEqual([]);
  await visit.close();
});
