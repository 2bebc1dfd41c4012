import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '../helpers/time/until.ts';
import { controlProblems } from './checks/control-problems.ts';
import { figureProblems } from './checks/figure-problems.ts';
import { listedPages } from './listed/listed-pages.ts';
import { openWeb, untilShown, type Web } from './open-web.ts';
import { outline } from './checks/outline.ts';
import { pageProblems } from './checks/page-problems.ts';
import { settingProblems } from './checks/setting-problems.ts';
import type { Visit } from './visit.ts';

// Each listed page in a real browser, with the Content-Security-Policy in force.
let web: Web;
beforeAll(async () => {
  web = await openWeb({ withReads: true, withMails: true });
}, 60_000);
afterAll(() => web?.close());

/** Those that axe reads. */
const read = listedPages.filter(({ alike }) => alike === undefined);

describe.each([
  { language: 'en', colorScheme: 'light', viewport: { width: 1280, height: 800 } },
  { language: 'fr', colorScheme: 'dark', viewport: { width: 320, height: 640 } },
] as const)(
  'in $language, $colorScheme, $viewport.width px wide, axe finds nothing, no script fails, nothing is wider than the screen, and a screen reader finds the same as before:',
  (set) => {
    /** By persona. A browser that has loaded the scripts of a role and compiled them shows the next page in half the time. */
    const visits = new Map<string | undefined, Visit>();
    afterAll(async () => {
      for (const visit of visits.values()) await visit.close();
    });

    test.each(read)('$name', async ({ persona, path, prepare }) => {
      const visit = visits.get(persona) ?? (await (persona === undefined ? web.visit(set) : web.signedInAs(persona, set)));
      visits.set(persona, visit);
      const earlier = visit.problems.length;
      const { page } = visit;
      await page.goto(web.origin + path);
      await untilShown(page);
      // A person with several roles has a list of them, whose code is a separate chunk.
      if (persona === 'customer-service' && path === '/') await page.locator('.capacity').waitFor();
      await prepare?.(page).catch(async (cause: unknown) => {
        throw new Error(`the page does not come into its state; it says: ${await page.locator('body').innerText()}`, { cause });
      });
      expect(await page.locator('html').getAttribute('lang')).toBe(set.language);
      if (set.language === 'en') expect(await outline(page)).toMatchSnapshot();
      expect(await pageProblems(page)).toEqual([]);
      expect(await controlProblems(page)).toEqual([]);
      expect(await settingProblems(page)).toEqual([]);
      expect(await figureProblems(page)).toEqual([]);
      expect(visit.problems.slice(earlier)).toEqual([]);
    });
  },
);

test('a page that is made of the same parts as another is left out for one that axe reads', () => {
  const names = read.map(({ name }) => name);
  const others = listedPages.flatMap(({ alike }) => (alike === undefined ? [] : [alike]));
  expect(others.filter((name) => !names.includes(name))).toEqual([]);
});

describe('each page of the application', () => {
  const root = new URL('../../', import.meta.url);
  const paths = globSync('web/src/*/pages.ts', { cwd: root }).flatMap((file) => {
    const text = readFileSync(new URL(file, root), 'utf8');
    return [...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path]) => [file.split('/')[2]!, path!] as const);
  });

  test.each(paths)('of %s at %s is served as such, and is listed', async (_role, path) => {
    const page = await fetch(web.origin + path, { headers: { accept: 'text/html' } });
    expect(await page.text()).toContain('<div id="app"');
    expect(read.map((one) => one.path)).toContain(path);
  });
});

/** Finds something of the start page. */
const [title, button] = ['document.querySelector("h1")', 'document.querySelector(".button")'];
const added = (markup: string): string => `document.body.insertAdjacentHTML("beforeend", '${markup}')`;

test.each(['counter', 'helpdesk', 'privacy-office', 'resident'])(
  'a sentence of %s has one French, whichever of the catalogues that its browser loads comes last',
  (folder) => {
    const root = new URL('../../locales/fr/web/', import.meta.url);
    const files = globSync(
      [folder, 'shared'].flatMap((one) => [`${one}.po`, `${one}-later.po`]),
      { cwd: root },
    );
    const all = files.flatMap((file) => [
      ...readFileSync(new URL(file, root), 'utf8').matchAll(/^((?:msgctxt .*\n)?msgid (?!""\n).*)\nmsgstr (.*)/gm),
    ]);
    const said = Map.groupBy(all, ([, sentence]) => sentence);
    expect(said.size).toBeGreaterThan(100);
    expect([...said].filter(([, ways]) => new Set(ways.map(([, , french]) => french)).size > 1).map(([sentence]) => sentence)).toEqual([]);
  },
);

describe('what is wrong with a page is found:', () => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await web.visit();
  });
  afterAll(() => visit?.close());

  test.each<[string, typeof pageProblems, string]>([
    ['image-alt', pageProblems, 'document.body.append(new Image())'],
    ['is wider than the screen', pageProblems, 'document.body.style.width = "5000px"'],
    ['small: <a', controlProblems, `Object.assign(${button}.style, { minHeight: 0, padding: 0, lineHeight: 1 })`],
    ['focus unseen: <a', controlProblems, `${button}.style.outline = "none"`],
    ['focus pale: <a', controlProblems, `${button}.style.outlineColor = getComputedStyle(document.body).backgroundColor`],
    ['focus covered: <a', controlProblems, 'Object.assign(document.querySelector("header").style, { position: "fixed", inset: 0 })'],
    ['twice the size the page is wider than the screen: ', settingProblems, `${title}.style.width = "50rem"`],
    [
      'text of twice the size is cut: <h1',
      settingProblems,
      `Object.assign(${title}.style, { height: "3rem", maxHeight: "48px", overflow: "hidden" })`,
    ],
    [
      'is seen by its colour alone: <hr',
      settingProblems,
      `${added('<hr>')}; Object.assign(document.querySelector("hr").style, { height: "8px", border: 0, background: "red" })`,
    ],
    [
      'has no colour of its own where colours are forced: <rect',
      settingProblems,
      added('<svg><rect width="9" height="9" fill="Canvas" /></svg>'),
    ],
    ['has a border only where colours are forced: <h1', settingProblems, `${title}.style.border = "1px solid transparent"`],
    ['as if it were not chosen where colours are forced: <i', settingProblems, added('<i aria-current="true">1</i><i>2</i>')],
    [
      'cannot be read on what is below it',
      settingProblems,
      added('<figure><svg><rect width="99" height="99" fill="CanvasText" /><text y="9">1</text></svg></figure>'),
    ],
    ['a drawing that no figure names', figureProblems, `${title}.append(document.createElementNS("http://www.w3.org/2000/svg", "svg"))`],
    ['a figure whose drawing has not its name', figureProblems, added('<figure aria-labelledby="n"><b id="n">Name</b></figure>')],
    ['a figure without the same as a table', figureProblems, added('<figure></figure>')],
    [
      'a table that no key opens',
      figureProblems,
      `${title}.insertAdjacentHTML("afterend", '<figure aria-labelledby="n"><b id="n">Name</b><svg role="img" aria-label="Name" /><details><summary tabindex="-1">Table</summary><section><table><tr><td>1</td></tr><tr><td>1</td></tr></table></section></details></figure>')`,
    ],
    ['moves although motion is reduced: <h1', settingProblems, `${title}.style.setProperty("transition", "color 1s", "important")`],
  ])('%s', async (problem, problemsOf, script) => {
    const { page } = visit;
    await visit.go('/');
    await untilShown(page);
    expect(await problemsOf(page)).toEqual([]);
    await page.evaluate(script);
    expect((await problemsOf(page)).join()).toContain(problem);
  });

  test('nothing moves where its reader wants less motion', async () => {
    const { page } = visit;
    await visit.go('/');
    await untilShown(page);
    const begin = `${title}.style.transition = "color 9s"; ${title}.getAnimations().length || getComputedStyle(${title}).transitionDuration`;
    expect(await page.evaluate(begin)).toBe('9s');
    expect(await settingProblems(page)).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['an error of a script', 'setTimeout(() => { throw new Error("broken") }); 0', 'broken'],
    ['a line of the console', 'console.error("not well"); 0', 'not well'],
    [
      'a script in the page',
      'document.body.append(Object.assign(document.createElement("script"), { textContent: "0" })); 0',
      'Content Security',
    ],
    ['a request to another host', 'fetch("http://127.0.0.2:1/").catch(() => 0); 0', 'http://127.0.0.2:1'],
    ['a request that the gateway refuses', 'fetch("/graphql").catch(() => 0); 0', '405'],
  ])('%s', async (_what, script, problem) => {
    const visit = await web.visit();
    await visit.go('/');
    await untilShown(visit.page);
    await visit.page.evaluate(script);
    await until(() => visit.problems.length > 0);
    await expect(visit.close()).rejects.toThrow(problem);
  });
});
