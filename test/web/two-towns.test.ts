import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Browser, Route } from 'playwright-core';
import { personaNamed } from '../../demo/personas.ts';
import { findPages } from '../../src/gateway/find-pages.ts';
import { servePages } from '../../src/gateway/serve-pages.ts';
import { openBrowser } from '../clients/browser/open-browser.ts';
import { testNow, testToday } from '../helpers/cluster.ts';
import { firstTown } from '../non-interference/first-town.ts';
import { makeSecondTown } from '../non-interference/second-town.ts';
import { standpoints, type Standpoint } from '../non-interference/standpoints.ts';
import { headersOf, openTownGateway, type TownGateway } from '../non-interference/town-gateway.ts';
import { writeTown, type Town } from '../non-interference/town.ts';
import { listedPages } from './listed-pages.ts';
import type { ListedPage } from './listed-page.ts';
import { untilShown } from './open-web.ts';

// The proof of non-interference, for what the pages show: two towns that differ in everything that the matrix withholds from a viewer
// give the same pages, to the byte, and make them ask the same.
const folder = findPages()!;
const documents = JSON.parse(readFileSync(join(folder, 'persisted-documents.json'), 'utf8')) as Readonly<Record<string, string>>;
let pair: readonly [TownGateway, TownGateway];
let town: Town;
let app: FastifyInstance;
let origin: string;
let browser: Browser;
beforeAll(async () => {
  pair = [await openTownGateway(), await openTownGateway()];
  town = await firstTown(pair[0].database);
  app = Fastify();
  await servePages(app, folder, undefined);
  origin = await app.listen({ host: '127.0.0.1', port: 0 });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await app?.close();
  for (const one of pair ?? []) await one.close();
});

/** What a page showed, and what it asked. */
interface Shown {
  readonly html: string;
  readonly asked: readonly string[];
  /** Whether it asked from the standpoint in which the towns differ. */
  readonly isAffected: boolean;
}

/** Gives the same number to the same question of a page, so that both towns make the same ids and nonces for it. */
const numbers = new Map<string, number>();
function numberOf(question: string): number {
  const known = numbers.get(question) ?? numbers.size + 1;
  numbers.set(question, known);
  return known;
}

async function show(listed: ListedPage, standpoint: Standpoint, headers: Record<string, string>, source: TownGateway): Promise<Shown> {
  const { role, purposes } = personaNamed(listed.persona!);
  const context = await browser.newContext({ locale: 'en-CA', timezoneId: 'America/Edmonton', viewport: { width: 1280, height: 800 } });
  await context.clock.setFixedTime(testNow);
  const asked: string[] = [];
  let isAffected = false;
  let last: Promise<unknown> = Promise.resolve();
  const answer = async (route: Route): Promise<void> => {
    const request = route.request();
    const { extensions, ...body } = request.postDataJSON() as { extensions: { persistedQuery: { sha256Hash: string } } };
    const need = { purpose: await request.headerValue('privacy-purpose'), case: await request.headerValue('privacy-case') };
    const isOwn = need.purpose === (standpoint.purpose ?? null) && (need.case ?? undefined) === standpoint.case;
    isAffected ||= isOwn;
    const text = JSON.stringify([need, extensions.persistedQuery.sha256Hash, body]);
    asked.push(text);
    const number = numberOf(`${listed.name} ${asked.filter((one) => one === text).length} ${text}`);
    const { authorization } = headers;
    const sent = {
      ...(authorization !== undefined && { authorization }),
      ...(need.purpose !== null && { 'privacy-purpose': need.purpose }),
      ...(need.case !== null && { 'privacy-case': need.case }),
    };
    const query = documents[`sha256:${extensions.persistedQuery.sha256Hash}`];
    // Only what is asked from the standpoint may be asked of a town that differs from it.
    const { status, body: answered } = await (isOwn ? source : pair[0]).ask(sent, { ...body, query }, number);
    await route.fulfill({ status, body: answered, contentType: 'application/graphql-response+json' });
  };
  await context.route('**/graphql', async (route) => {
    last = last.then(() => answer(route));
    await last;
  });
  const session = {
    id: 'one',
    account: 'one',
    role,
    roles: [role],
    purposes,
    idleUntil: new Date(testNow.getTime() + 600_000).toISOString(),
  };
  await context.route('**/session', (route) => route.fulfill({ json: session }));
  const page = await context.newPage();
  await page.goto(origin + listed.path);
  await untilShown(page);
  await listed.prepare?.(page);
  // Until it has asked nothing more, and shown what came.
  let before = -1;
  while (before !== asked.length) {
    before = asked.length;
    await last;
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))');
  }
  const html = await page.locator('body').innerHTML();
  await context.close();
  return { html, asked: asked.toSorted(), isAffected };
}

/** Ids that React numbers in the order in which parts of a page are rendered. */
const numbered = /_r_[\da-z]+_/g;

/** The first difference, with some text around it. */
function differenceOf(one: Shown, other: Shown): readonly string[] | undefined {
  const [left, right] = [one, other].map(({ html, asked }) => [html.replaceAll(numbered, '_r_'), ...asked].join('\n')) as [string, string];
  if (left === right) return undefined;
  let at = 0;
  while (left[at] === right[at]) at += 1;
  return [left, right].map((text) => text.slice(Math.max(0, at - 100), at + 100));
}

const seen: readonly (readonly [standpoint: string, persona: string])[] = [
  ['the resident, a minor', 'resident'],
  ['the guardian', 'guardian'],
];

test.each(seen)(
  '%s sees the same pages in both towns',
  async (name, persona) => {
    const standpoint = standpoints.find((one) => one.name === name)!;
    await writeTown(pair[1].database.roles.owner, makeSecondTown(town, standpoint, name, testToday, testNow));
    const headers = await headersOf(standpoint, pair);
    const pages = listedPages.filter((listed) => listed.persona === persona && listed.path !== '/developer');
    expect(pages.length).toBeGreaterThan(1);
    let affected = 0;
    for (const listed of pages) {
      const first = await show(listed, standpoint, headers, pair[0]);
      const other = await show(listed, standpoint, headers, pair[1]);
      expect([listed.name, differenceOf(first, other)]).toEqual([listed.name, undefined]);
      if (first.isAffected) affected += 1;
    }
    expect(affected).toBeGreaterThan(0);
  },
  120_000,
);

test('a page shows the difference to somebody for whom the towns were not made alike', async () => {
  const neighbour = standpoints.find(({ name }) => name === 'the neighbour')!;
  const headers = await headersOf(neighbour, pair);
  const own: ListedPage = { name: 'own information', persona: 'neighbour', path: '/' };
  expect(differenceOf(await show(own, neighbour, headers, pair[0]), await show(own, neighbour, headers, pair[1]))).toBeDefined();
});
