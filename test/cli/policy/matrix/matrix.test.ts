import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { allCategories, categories } from '../../../../src/town/policy/words/categories.ts';
import { matrixBudgets, matrixCells, matrixRootFields, type MatrixCell } from '../../../../src/engine/policy/matrix.ts';
import { sensitiveRoles } from '../../../../src/town/policy/words/roles.ts';
import { policyHash } from '../../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { heatMap } from '../../../../src/engine/review/heat-map.ts';
import { readMatrixFile } from '../../../helpers/policy/matrix-file.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import { runPrivacy } from '../../../helpers/processes/run-privacy.ts';

const access = ({ role, purpose, relationship }: Pick<MatrixCell, 'role' | 'purpose' | 'relationship'>): string =>
  `${role} ${purpose} ${relationship}`;

describe('the map', () => {
  const listed = new Map(matrixCells(policyInForce).map((cell) => [`${access(cell)} ${cell.category}`, cell]));
  const { rows } = heatMap(policyInForce, {});
  const shown = rows.flatMap((row) => row.cells.map((cell) => ({ ...cell, key: `${access(row)} ${cell.category}`, of: access(row) })));

  test('has every cell of the matrix, with its conditions', () => {
    expect(listed.size).toBe(readMatrixFile().length);
    const found = shown.filter(({ key }) => listed.has(key));
    expect(found).toHaveLength(listed.size);
    for (const { key, shade, cells } of found) {
      const cell = listed.get(key)!;
      const conditional = cell.when.length > 0 || cell.except.length > 0;
      expect({ key, shade, cells }).toEqual({ key, shade: conditional ? 'CONDITIONAL' : 'PERMITTED', cells: [cell] });
    }
  });

  test('shows a hint or nothing in all other cells', () => {
    for (const row of rows) expect(row.cells.map(({ category }) => category)).toEqual(allCategories);
    for (const { key, of, category, shade, cells } of shown) {
      if (listed.has(key)) continue;
      const hints = (categories[category].hints ?? []).flatMap((hint) => listed.get(`${of} ${hint}`) ?? []);
      expect({ key, shade, cells: new Set(cells) }).toEqual({ key, shade: hints.length > 0 ? 'HINT' : 'WITHHELD', cells: new Set(hints) });
    }
    expect(new Set(shown.map(({ shade }) => shade))).toEqual(new Set(['PERMITTED', 'CONDITIONAL', 'HINT', 'WITHHELD']));
  });
});

describe('the command', () => {
  test('shows the committed file as Markdown', async () => {
    const { code, stdout } = await privacyHere(['matrix', '--format', 'markdown']);
    expect(code).toBe(0);
    expect(stdout).toBe(readFileSync(new URL('../../../../policy-matrix.md', import.meta.url), 'utf8'));
  });

  test('lists every cell and root field as JSON', async () => {
    const { code, stdout } = await runPrivacy(['matrix', '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({
      policy: policyHash(policyInForce),
      filter: {},
      cells: matrixCells(policyInForce),
      rootFields: matrixRootFields(policyInForce),
      budgets: matrixBudgets(policyInForce),
      sensitiveRoles: [...sensitiveRoles],
    });
  });

  test('filters by role, purpose and category', async () => {
    const { stdout } = await privacyHere(['matrix', '--role', 'PRIVACY_OFFICER', '--purpose', 'ACCESS_REVIEW', '--json']);
    const { cells, rootFields, budgets } = JSON.parse(stdout);
    expect(cells.map(({ line, category }: any) => `${line} ${category}`)).toEqual([
      'access-review ACCESS_HISTORY',
      'access-review EMPLOYEE_IDENTITY',
    ]);
    const open = policyInForce.rootFields.flatMap(({ fields, role }) => (role === 'ANYBODY' ? fields : []));
    const review = ['Query.accessEntries', 'Query.accessLog', 'Query.accessReceipt', 'Query.disclosures'];
    const ofEmployees = ['Mutation.acknowledgePurpose', 'Query.identifications'];
    expect(rootFields.map(({ field }: any) => field).toSorted()).toEqual([...review, ...open, ...ofEmployees].toSorted());
    expect(budgets).toEqual(
      policyInForce.budgets.filter(({ role, purposes }) => role === 'PRIVACY_OFFICER' && purposes.includes('ACCESS_REVIEW')),
    );
    const credit = JSON.parse((await privacyHere(['matrix', '--category', 'OVERDUE', '--json'])).stdout);
    expect(new Set(credit.cells.map(({ category }: any) => category))).toEqual(new Set(['OVERDUE']));
    expect(credit.cells).toHaveLength(readMatrixFile().filter(({ category }) => category === 'OVERDUE').length);
    expect(credit.rootFields.map(({ field, role }: any) => `${field} ${role}`)).toEqual(['Query.accounts COLLECTION_AGENCY']);
  });

  test('aligns the columns of a table on a terminal', async () => {
    const { code, stdout } = await privacyHere(['matrix', '--role', 'COLLECTION_AGENCY']);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines).toContain('COLLECTION_AGENCY for DEBT_COLLECTION under MANDATE');
    const shown = lines.filter((line) => / {2}(permitted|conditional|hint only) /.test(line));
    expect(shown).toHaveLength(readMatrixFile().filter(({ role }) => role === 'COLLECTION_AGENCY').length);
    expect(new Set(shown.map((line) => line.search(/permitted|conditional|hint only/))).size).toBe(1);
    expect(shown.find((line) => line.startsWith('  OVERDUE '))).toMatch(
      /collection-debtor +collections +while OVERDUE_AND_ASSIGNED and CATEGORY_NAMED$/,
    );
    expect(lines.at(-2)).toMatch(/^ {2}COLLECTION_AGENCY +100 +400 +safeguards +DEBT_COLLECTION$/);
  });

  test.each(['table', 'markdown'])('states that no cell matches a filter, as %s', async (format) => {
    const { code, stdout } = await privacyHere(['matrix', '--category', 'CREDENTIAL', '--format', format]);
    expect(code).toBe(0);
    expect(stdout).toContain('nothing: all of it is withheld');
  });

  test.each([
    [['--role', 'SUPORT'], '--role: unknown name; did you mean SUPPORT?'],
    [['--purpose', 'NOSINESS'], '--purpose: unknown name; there are '],
    [['--category', 'BIRTHDATE'], '--category: unknown name; did you mean BIRTH_DATE?'],
    [['--format', 'pdf'], '--format: unknown name'],
    [['--colour'], "unknown option '--colour'"],
  ])('fails for %j', async (given, words) => {
    const { code, stdout, stderr } = await privacyHere(['matrix', ...given]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });

  test('has help with examples', async () => {
    const { code, stdout } = await privacyHere(['matrix', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('npm run -s privacy -- matrix --format markdown');
  });
});
