import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { personaNamed } from '../../../demo/personas.ts';
import { findPages } from '../../../src/server/http/pages/find-pages.ts';
import { town as municipality } from '../../../src/town/index.ts';
import { openBrowser } from '../../clients/browser/open-browser.ts';
import { testNow, testToday } from '../../helpers/database/cluster.ts';
import { firstTown } from '../../non-interference/towns/first-town.ts';
import { makeSecondTown } from '../../non-interference/towns/second-town.ts';
import { standpoints, type Standpoint } from '../../non-interference/towns/standpoints.ts';
import { headersOf, openTownGateway, type TownGateway } from '../../non-interference/towns/town-gateway.ts';
import { writeTown, type Town } from '../../non-interference/towns/town.ts';
import type { ListedPage } from '../listed/listed-page.ts';
import { listedPages } from '../listed/listed-pages.ts';
import { differenceOf } from './difference-of.ts';
import { inTurn } from './in-turn.ts';
import { judgeShown, mayShowTo, readOwnWords } from './judge-shown.ts';
import { readOwnedValues, type OwnedValues } from './owned-values.ts';
import { seenPages } from './seen-pages.ts';
import { TownView, type Shown } from './town-view.ts';

// The proof of non-interference, for what the pages show: two towns that differ in everything that the matrix withholds from a viewer
// give the same pages, to the byte, and make them ask the same. And each personal value that is shown is one that the matrix permits.
let pair: readonly [TownGateway, TownGateway];
let browser: Browser;
let views: readonly [TownView, TownView];
let town: Town;
let owned: OwnedValues;
let ownWords: string;
beforeAll(async () => {
  pair = [await openTownGateway(), await openTownGateway()];
  [town, browser] = await Promise.all([firstTown(pair[0].database), openBrowser()]);
  [owned, ownWords] = [await readOwnedValues(pair[0].database), readOwnWords(town)];
  const [first, second] = pair.map(inTurn) as [TownGateway['ask'], TownGateway['ask']];
  const numbers = new Map<string, number>();
  const numberOf = (question: string): number => {
    const number = numbers.get(question) ?? numbers.size + 1;
    numbers.set(question, number);
    return number;
  };
  const open = (own: TownGateway['ask']): Promise<TownView> =>
    TownView.open(browser, findPages(municipality.pages!)!, { own, first }, numberOf);
  views = await Promise.all([open(first), open(second)]);
}, 120_000);
afterAll(async () => {
  await Promise.all((views ?? []).map((view) => view.close()));
  await browser?.close();
  for (const one of pair ?? []) await one.close();
});

const standpointNamed = (name: string): Standpoint => standpoints.find((one) => one.name === name)!;

async function become(standpoint: Standpoint): Promise<void> {
  const headers = await headersOf(standpoint, pair);
  for (const view of views) view.become(standpoint, headers);
}

/** Shows a page in both towns. */
async function show(listed: ListedPage): Promise<readonly [Shown, Shown]> {
  return (await Promise.all(
    views.map(async (view) => {
      await view.goTo(listed);
      return view.shown();
    }),
  )) as [Shown, Shown];
}

test('each page of each role is seen', () => {
  const seen = seenPages.flatMap(({ standpoint, pages }) => pages(town).map(({ path }) => `${standpointNamed(standpoint).role} ${path}`));
  // The authorization server's pages show a person's own account, and nothing of the town.
  const ofTown = listedPages.filter(({ path }) => !path.startsWith('/oidc/'));
  const listed = ofTown.flatMap(({ persona, path }) => (persona === undefined ? [] : [`${personaNamed(persona).role} ${path}`]));
  expect([...new Set(listed)].filter((one) => !seen.includes(one))).toEqual([]);
});

test.each(seenPages)(
  '$standpoint: the pages are the same in both towns, and show nothing personal that the matrix does not permit',
  async ({ standpoint: name, pages }) => {
    const standpoint = standpointNamed(name);
    await writeTown(pair[1].database.roles.owner, makeSecondTown(town, standpoint, name, testToday, testNow));
    await become(standpoint);
    const permitted = new Set<string>();
    const wrong: string[] = [];
    for (const listed of pages(town)) {
      const [first, other] = await show(listed);
      for (const text of differenceOf(first, other) ?? []) wrong.push(`${listed.name} differs: ${text}`);
      const judged = judgeShown(first.texts, owned, mayShowTo(standpoint, views[0].needs, town), ownWords);
      for (const value of judged.withheld) wrong.push(`${listed.name} shows ${value}`);
      for (const value of judged.permitted) permitted.add(value);
    }
    expect(wrong).toEqual([]);
    const { needs } = views[0];
    expect(needs).toContainEqual({ purpose: standpoint.purpose, case: standpoint.case });
    // The access log names people by pseudonyms, and employees by their names.
    const ofStaff = new Set(town['recreation.employee'].flatMap((one) => [one.given_name, one.family_name]));
    if (standpoint.purpose === 'ACCESS_REVIEW') expect([...permitted].filter((value) => !ofStaff.has(value))).toEqual([]);
    else expect(permitted.size).toBeGreaterThan(0);

    // Another person may see the values that differ, and is shown them.
    await become(standpointNamed('the neighbour'));
    const [first, other] = await show({ name: 'own information', path: '/' });
    expect(differenceOf(first, other)).toBeDefined();
    expect(judgeShown(first.texts, owned, mayShowTo(standpoint, needs, town), ownWords).withheld).not.toEqual([]);
  },
  120_000,
);
