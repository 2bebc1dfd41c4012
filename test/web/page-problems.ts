import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Runs in the page. The debugger evaluates it, so the Content-Security-Policy stays in force. Inside of GraphiQL, where its editor has
 * fields without labels, nothing is ours.
 */
const run = `axe.run({ exclude: ['.graphiql'] }).then(({ violations }) => [
  ...violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')),
  ...(document.documentElement.scrollWidth > innerWidth ? ['is wider than the screen'] : []),
])`;

/** What is wrong with a page as it is shown: what axe finds, and whether it is wider than the screen. */
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
  await evaluate(`if (!globalThis.axe) { ${axe.source} }; undefined`);
  const problems = (await evaluate(run)) as readonly string[];
  await debuggerSession.detach();
  return problems;
}
