import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clausesNamed } from '../../../../src/cli/policy/coverage/clauses-in.ts';
import { coverageOf, type ClauseCoverage } from '../../../../src/cli/policy/coverage/coverage-of.ts';
import { readTests, testFolder } from '../../../../src/cli/policy/coverage/read-tests.ts';
import { clauses } from '../../../../src/town/policy/statement/clauses.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { statements } from '../../../../src/town/policy/statement/statements.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import { runPrivacy } from '../../../helpers/processes/run-privacy.ts';

const statement = statements.at(-1)!;
const folder = mkdtempSync(join(tmpdir(), 'ntk-coverage-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Assembled at run time, so that this file itself names no clause.
const naming = (clause: string): string => ['clause', clause].join(' ');

describe('every clause of the statement has a test that names it:', () => {
  const coverage = coverageOf(policyInForce, statement, readTests(testFolder));

  test.each(clauses)('%s', (clause) => {
    expect(coverage.find((one) => one.clause === clause)!.tests).not.toEqual([]);
  });

  test('every line of the policy is listed once, under its clause', () => {
    const lines = coverage.flatMap(({ clause, lines: names }) => names.map((line) => `${line} ${clause}`));
    const all = [...policyInForce.grants, ...policyInForce.prohibitions].map(({ line, clause }) => `${line} ${clause}`);
    expect(lines.toSorted()).toEqual(all.toSorted());
    expect(coverage.flatMap(({ rootFields }) => rootFields)).toHaveLength(policyInForce.rootFields.flatMap(({ fields }) => fields).length);
    expect(coverage.flatMap(({ budgets }) => budgets)).toHaveLength(policyInForce.budgets.length);
  });
});

describe('a test file names a clause', () => {
  test.each([
    ['in the title of a test', `test('${naming('police')}: by order', () => {});`],
    ['in the title of a group', `describe("${naming('police')}", () => {});`],
    ['in the title of a test for each row', `test.each(['a', 'b'])(\`%s, ${naming('police')}\`, () => {});`],
    ['in a comment', `// ${naming('`police`')}: by order`],
    ['in a comment at the end of a line', `const order = 1; // by ${naming('police')}`],
    ['in a comment of several lines', `/*\n * ${naming('police').replace('c', 'C')}\n */`],
  ])('%s', (_where, source) => {
    expect([...clausesNamed(clauses, source)]).toEqual(['police']);
  });

  test.each([
    ['in a value', `expect(line).toEqual({ text: '${naming('police')}' });`],
    ['in a title that is skipped', `test.skip('${naming('police')}', () => {});`],
    ['that does not exist', `test('${naming('policemen')} and ${naming('by')} ${naming('one')}', () => {});`],
  ])('but not %s', (_where, source) => {
    expect([...clausesNamed(clauses, source)]).toEqual([]);
  });
});

interface Printed {
  readonly statement: string;
  readonly clauses: readonly ClauseCoverage[];
  readonly uncovered: readonly string[];
}

describe('the command', () => {
  let ended: Awaited<ReturnType<typeof runPrivacy>>;
  beforeAll(async () => {
    writeFileSync(join(folder, 'some.test.ts'), `test('${naming('police')}: by order', () => {});\n`);
    ended = await runPrivacy(['coverage', '--json']);
  });

  test('finds nothing in this repository, and prints what it read', () => {
    expect(ended.code).toBe(0);
    const { clauses: all, uncovered, statement: version } = JSON.parse(ended.stdout) as Printed;
    // The one in force on the day of the test.
    const shown = statements.find((one) => one.version === version)!;
    expect(all).toEqual(coverageOf(policyInForce, shown, readTests(testFolder)));
    expect(uncovered).toEqual([]);
  });

  test('shows a table with lines, tests and the clause’s first words', async () => {
    const { code, stdout } = await privacyHere(['coverage']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^clause +lines +tests +says$/m);
    expect(stdout).toMatch(/^police +order-subject +\S+\.test\.ts +Law enforcement sees what a subpoena, warrant or …$/m);
  });

  test('finds every clause that no test names', async () => {
    const { code, stdout } = await privacyHere(['coverage', '--tests', folder, '--json']);
    expect(code).toBe(1);
    const { clauses: all, uncovered } = JSON.parse(stdout);
    expect(uncovered).toEqual(clauses.filter((clause) => clause !== 'police'));
    expect(all.find(({ clause }: any) => clause === 'police').tests).toEqual(['some.test.ts']);
    const table = await privacyHere(['coverage', '--tests', folder]);
    expect(table.code).toBe(1);
    expect(table.stdout).toContain(`No test names: ${uncovered.join(', ')}.`);
  });

  test('fails if there are no tests to read', async () => {
    const { code, stderr } = await privacyHere(['coverage', '--tests', join(folder, 'nowhere')]);
    expect(code).toBe(2);
    expect(stderr).toContain('--tests: the folder can’t be read (ENOENT)');
  });

  test('has help with examples', async () => {
    expect((await privacyHere(['coverage', '--help'])).stdout).toContain('npm run -s privacy -- coverage --json');
  });
});
