import type { Page } from 'playwright-core';
import { until } from '../../helpers/time/until.ts';

/** Runs in the page: what is wrong with its drawings for those who do not see them. */
const findSilent = `[
  ...[...document.querySelectorAll('main svg')].filter((drawing) => !drawing.closest('figure, .graphiql') && drawing.ariaHidden !== 'true')
    .map((drawing) => 'a drawing that no figure names: ' + drawing.outerHTML.slice(0, 80)),
  ...[...document.querySelectorAll('figure')].flatMap((figure) => {
    const name = document.getElementById(figure.getAttribute('aria-labelledby'))?.textContent ?? '';
    const image = figure.querySelector('svg[role=img]');
    const [head, ...rows] = figure.querySelectorAll('details tr');
    return [
      ...(name && image?.ariaLabel === name ? [] : ['a figure whose drawing has not its name: ' + name]),
      ...(image?.querySelector('a, [tabindex]') ? ['a figure whose drawing takes the focus: ' + name] : []),
      ...(rows.length > 0 && rows.every((row) => row.cells.length === head.cells.length) ? [] : ['a figure without the same as a table: ' + name]),
    ];
  }),
]`;

/**
 * The problems of the figures of a page for people who use keys or do not see them (WCAG 2.2, 1.1.1, 2.1.1). Their tables are open
 * afterwards.
 */
export async function figureProblems(page: Page): Promise<readonly string[]> {
  const silent = await page.evaluate<readonly string[]>(findSilent);
  if (silent.length > 0) return silent;
  const problems: string[] = [];
  for (const figure of await page.locator('main figure').all()) {
    const [details, summary] = [figure.locator('details'), figure.locator('summary')];
    if ((await details.getAttribute('open')) !== null) await summary.press('Enter');
    await summary.press('Enter');
    await page.keyboard.press('Tab');
    if ((await figure.locator('details[open] > section:focus').count()) === 0)
      problems.push(`a table that no key opens: ${await figure.innerText()}`);
    else if (await page.evaluate('document.activeElement.scrollWidth > document.activeElement.clientWidth')) {
      await page.keyboard.press('ArrowRight');
      await until(() => page.evaluate<boolean>('document.activeElement.scrollLeft > 0'));
    }
  }
  return problems;
}
