import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { until } from '../helpers/until.ts';
import { listedPages } from './listed-pages.ts';
import { openWeb, untilShown, type Web } from './open-web.ts';
import { pageProblems } from './page-problems.ts';
import type { Visit } from './visit.ts';

// Each listed page in a real browser, with the Content-Security-Policy in force.
let web: Web;
beforeAll(async () => {
  web = await openWeb({ withReads: true });
}, 60_000);
afterAll(() => web?.close());

describe.each([
  { language: 'en', viewport: { width: 1280, height: 800 } },
  { language: 'fr', viewport: { width: 320, height: 640 } },
] as const)('in $language, $viewport.width px wide, axe finds nothing, no script fails, and nothing is wider than the screen:', (set) => {
  /** By persona. A browser that has loaded the scripts of a role and compiled them shows the next page in half the time. */
  const visits = new Map<string | undefined, Visit>();
  afterAll(async () => {
    for (const visit of visits.values()) await visit.close();
  });

  test.each(listedPages)('$name', async ({ persona, path, prepare }) => {
    const visit = visits.get(persona) ?? (await (persona === undefined ? web.visit(set) : web.signedInAs(persona, set)));
    visits.set(persona, visit);
    const earlier = visit.problems.length;
    const page = await visit.context.newPage();
    await page.goto(web.origin + path);
    await untilShown(page);
    await prepare?.(page).catch(async (cause: unknown) => {
      throw new Error(`the page does not come into its state; it says: ${await page.locator('body').innerText()}`, { cause });
    });
    expect(await page.locator('html').getAttribute('lang')).toBe(set.language);
    expect(await pageProblems(page)).toEqual([]);
    await page.close();
    expect(visit.problems.slice(earlier)).toEqual([]);
  });
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
    expect(listedPages.map((one) => one.path)).toContain(path);
  });
});

describe('what is wrong with a page is found:', () => {
  test.each<[string, string]>([
    ['image-alt', 'document.body.append(new Image())'],
    ['wider than the screen', 'document.body.style.width = "5000px"'],
  ])('%s', async (problem, script) => {
    const visit = await web.visit();
    await visit.go('/');
    await untilShown(visit.page);
    expect(await pageProblems(visit.page)).toEqual([]);
    await visit.page.evaluate(script);
    expect((await pageProblems(visit.page)).join()).toContain(problem);
    await visit.close();
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
