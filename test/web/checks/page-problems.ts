import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Axe without its comments, half as long: each page that is loaded gets it again. */
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/**
 * Runs in the page. The debugger evaluates it, so the Content-Security-Policy stays in force. Problems of GraphiQL itself are left out, but
 * nothing else inside of it: a tab that holds a button to close it, and a scrolled editor whose field has the focus in its place. For
 * checks that pass, axe need not name each place.
 */
const run = `axe.run({ elementRef: true, resultTypes: ['violations'] }).then(({ violations }) => {
  const own = { 'nested-interactive': '.graphiql-tab', 'scrollable-region-focusable': '.graphiql .CodeMirror-scroll' };
  return [
    ...violations
      .map(({ id, nodes }) => [id, nodes.filter(({ element }) => !(own[id] && element.matches(own[id])))])
      .filter(([, nodes]) => nodes.length > 0)
      .map(([id, nodes]) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')),
    ...[...document.querySelectorAll('input')]
      .filter(({ type }) => ['text', 'search', 'email', 'tel', 'number'].includes(type))
      .filter((input) => !input.closest('.graphiql') && input.autocomplete === '' && input.form?.autocomplete !== 'off')
      .map(({ labels }) => 'the browser keeps what is typed into: ' + labels[0]?.textContent),
    ...(document.documentElement.scrollWidth > innerWidth ? ['is wider than the screen'] : []),
  ];
})`;

/**
 * The problems of a page as it is shown: findings of axe, fields whose texts the browser keeps, and whether it is wider than the screen.
 */
export async function pageProblems(page: Page): Promise<readonly string[]> {
  const debuggerSession = await page.context().newCDPSession(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await debuggerSession.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(`if (!globalThis.axe) { ${axe} }; undefined`);
  const problems = (await evaluate(run)) as readonly string[];
  await debuggerSession.detach();
  return problems;
}
