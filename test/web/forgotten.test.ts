import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { inHeap } from './heap.ts';
import { kept } from './kept.ts';
import { leftovers } from './leftovers.ts';
import { openWeb, untilShown, type Web } from './open-web.ts';
import type { Visit } from './visit.ts';

// What a browser keeps of somebody who has signed out, or was replaced by somebody else.
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

/** Opens the pages of the resident, who reads the own record and who looked at it. */
async function openResident(): Promise<Visit> {
  const visit = await web.signedInAs('resident', { tolerated: [/status of 409|status of 401/] });
  await visit.go('/');
  await untilShown(visit.page);
  await visit.page.getByText(own![1]!).first().waitFor();
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
  await page.getByRole('link', { name: 'Who looked' }).click();
  await untilShown(page);
  await page.getByRole('button', { name: 'Sign out' }).click();
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

test('where somebody else signs in with the browser, an open tab shows neither of them, and forgets the first', async () => {
  const visit = await openResident();
  const { page } = visit;
  await web.signIn(visit, 'guardian');
  const second = await visit.context.newPage();
  await second.goto(web.origin);
  await untilShown(second);
  expect(await kept(second, others!)).toEqual(others);
  await page.getByRole('link', { name: 'Who looked' }).click();
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
  expect(await kept(page, [...own!, ...others!])).toEqual([]);
  expect(await inHeap(page, own!)).toEqual([]);
  await visit.close();
});

test.each<[string, (visit: Visit) => Promise<void>]>([
  [
    'in another tab',
    async ({ context }) => {
      const second = await context.newPage();
      await second.goto(web.origin);
      await second.getByRole('button', { name: 'Sign out' }).click();
      await second.getByRole('link', { name: 'Sign in' }).waitFor();
    },
  ],
  [
    'on another device',
    async () => {
      await web.town.gateway.database.asOwner('update identity.session set ended_at = now()');
    },
  ],
])('where the session is ended %s, the next read shows that and nothing personal', async (_where, end) => {
  const visit = await openResident();
  const { page } = visit;
  await end(visit);
  await page.bringToFront();
  await page.getByRole('link', { name: 'Who looked' }).click();
  await page.getByRole('heading', { name: 'Your session has ended' }).waitFor();
  expect(await leftovers(visit, own!)).toEqual([]);
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  await visit.close();
});
