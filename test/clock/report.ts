import { formatTable } from '../../src/cli/terminal/format-table.ts';
import type { Moment } from './moments.ts';
import type { Outcome } from './run-suites.ts';

/** Lines of a message that the text shows. */
const shownLines = 12;

/** The outcomes as text: a line for each moment, then each failure. */
export function asText(outcomes: readonly Outcome[]): string {
  const lines = formatTable(
    ['', 'at', 'suites', 'passed', 'failed', 'time'],
    outcomes.map(({ moment, suites, passed, failures, seconds }) => [
      moment.name,
      moment.at.toISOString(),
      String(suites),
      String(passed),
      String(failures.length),
      `${seconds} s`,
    ]),
    'right',
  );
  const failures = outcomes.flatMap(({ moment, failures: all }) =>
    all.map(({ suite, test, because }) => `${moment.name}: ${suite}: ${test}\n${because.split('\n').slice(0, shownLines).join('\n')}\n`),
  );
  const verdict = failures.length === 0 ? 'Nothing fails at any of these moments.' : failures.join('\n');
  return `${lines.join('\n')}\n\n${verdict}\n`;
}

/** The outcomes as JSON. */
export function asJson(outcomes: readonly Outcome[]): string {
  return `${JSON.stringify({ outcomes }, null, 2)}\n`;
}

/** The moments and suites that there are. */
export function listText(moments: readonly Moment[], suites: readonly string[]): string {
  const lines = formatTable(
    ['', 'at', 'time zone', ''],
    moments.map(({ name, at, timeZone, about }) => [name, at.toISOString(), timeZone, about]),
  );
  return `${lines.join('\n')}\n\n${suites.length} suites:\n${suites.join('\n')}\n`;
}

/** 0: nothing failed; 1: something did; 2: no test ran. */
export function exitCodeOf(outcomes: readonly Outcome[]): 0 | 1 | 2 {
  if (outcomes.some(({ failures }) => failures.length > 0)) return 1;
  return outcomes.every(({ passed }) => passed > 0) ? 0 : 2;
}
