import type { Command } from 'commander';
import type { LoadApplication } from '../../../engine/application.ts';
import { formatTable } from '../../terminal/format-table.ts';
import { coverageOf, uncovered, type ClauseCoverage } from './coverage-of.ts';
import { readTests, testFolder } from './read-tests.ts';
import { dayAndStatement } from '../../terminal/day.ts';
import { helpAfter } from '../../terminal/help-after.ts';
import { withExitCode } from '../../terminal/with-exit-code.ts';

const examples = `
A test names a clause by writing "clause <id>" in a title or a comment.

Examples:
  $0 coverage
  $0 coverage --json

Exit codes: 0, 1 if a clause has no test, 2 on failure.`;

/** `coverage`: each clause of the statement with its policy lines and tests. */
export function addCoverage(program: Command, load: LoadApplication): void {
  program
    .command('coverage')
    .description('Shows each clause of the privacy statement with its policy lines and the tests that name it.')
    .option('--tests <folder>', 'where the tests are (default: this repository’s)')
    .option('--json', 'as JSON')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async ({ tests = testFolder, json }: { readonly tests?: string; readonly json?: true }) => {
        const { policy } = await load();
        const { statement } = dayAndStatement(policy.vocabulary, undefined);
        const coverage = coverageOf(policy, statement, readTests(tests));
        const missing = uncovered(coverage);
        const data = { statement: statement.version, clauses: coverage, uncovered: missing };
        process.stdout.write(json ? `${JSON.stringify(data, null, 2)}\n` : table(coverage));
        if (!json && missing.length > 0) process.stdout.write(`\nNo test names: ${missing.join(', ')}.\n`);
        return missing.length > 0;
      }),
    );
}

function table(coverage: readonly ClauseCoverage[]): string {
  return `${formatTable(['clause', 'lines', 'tests', 'says'], coverage.flatMap(rowsOf)).join('\n')}\n`;
}

/** As many rows as the clause has lines or tests. */
function rowsOf({ clause, words, lines, rootFields, budgets, tests }: ClauseCoverage): string[][] {
  const fields = new Set(rootFields.map(({ field }) => field)).size;
  const counted = (count: number, what: string): string[] => (count === 0 ? [] : [`${count} ${what}${count === 1 ? '' : 's'}`]);
  const left = [...lines, ...counted(fields, 'root field'), ...counted(budgets.length, 'read budget')];
  const right = tests.length > 0 ? tests : ['none'];
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [
    index === 0 ? clause : '',
    left[index] ?? '',
    right[index] ?? '',
    index === 0 ? firstWords(words) : '',
  ]);
}

function firstWords(words: string): string {
  const some = words.split(' ').slice(0, 8).join(' ');
  return some === words ? words : `${some} …`;
}
