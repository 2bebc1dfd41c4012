import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { matrixPage } from '../../../../src/cli/policy/pages/matrix-page.ts';
import { allCategories, categories } from '../../../../src/town/policy/words/categories.ts';
import { matrixBudgets, matrixCells, matrixRootFields, type MatrixCell } from '../../../../src/engine/policy/matrix.ts';
import { sensitiveRoles } from '../../../../src/town/policy/words/roles.ts';
import { policyHash } from '../../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { statements } from '../../../../src/town/policy/statement/statements.ts';
import { readMatrixFile } from '../../../helpers/policy/matrix-file.ts';
import { elements, readPage, textOf, type PageElement } from '../../../helpers/asking/read-page.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import { runPrivacy } from '../../../helpers/processes/run-privacy.ts';

const statement = statements.at(-1)!;

/** A cell of a page: its letter, and the lines that its numbers refer to, each with its clause and conditions. */
interface ReadCell {
  readonly letter: string;
  readonly notes: readonly { readonly line: string; readonly conditions: string; readonly clause: string; readonly words: string }[];
}

/** Parses the heat map of a page, by role, purpose and relationship, and by the label of the column. */
function readHeatMap(text: string): Map<string, Map<string, ReadCell>> {
  const [map, notes] = elements(readPage(text), 'table') as [PageElement, PageElement];
  const rows = elements(notes, 'tr').slice(1);
  const byNumber = new Map(
    rows.map((row) => {
      const [line = '', conditions = '', clause = '', words = ''] = elements(row, 'td').map(textOf);
      expect(row.attributes.get('id')).toBe(`note-${textOf(elements(row, 'th')[0]!)}`);
      return [textOf(elements(row, 'th')[0]!), { line, conditions, clause, words }];
    }),
  );
  const [head, body] = [elements(map, 'thead')[0]!, elements(map, 'tbody')[0]!];
  const labels = elements(elements(head, 'tr')[1]!, 'th').map(textOf);
  return new Map(
    elements(body, 'tr').map((row) => {
      const cells = elements(row, 'td').map((cell, index): [string, ReadCell] => [
        labels[index]!,
        {
          letter: textOf(elements(cell, 'b')[0]!),
          notes: elements(cell, 'a').map((link) => {
            expect(link.attributes.get('href')).toBe(`#note-${textOf(link)}`);
            return byNumber.get(textOf(link))!;
          }),
        },
      ]);
      expect(cells).toHaveLength(labels.length);
      return [textOf(elements(row, 'code')[0]!), new Map(cells)];
    }),
  );
}

const access = ({ role, purpose, relationship }: MatrixCell): string => `${role} · ${purpose} · ${relationship}`;

describe('the page', () => {
  const read = readHeatMap(matrixPage(policyInForce, {}, statement, '2026-01-31'));

  test('has every cell of the matrix, with its line and clause', () => {
    const all = matrixCells(policyInForce);
    expect(all).toHaveLength(readMatrixFile().length);
    for (const cell of all) {
      const { letter, notes } = read.get(access(cell))!.get(categories[cell.category].label)!;
      const conditional = cell.when.length > 0 || cell.except.length > 0;
      expect({ ...cell, letter }).toEqual({ ...cell, letter: conditional ? 'C' : 'P' });
      const [note, ...more] = notes;
      expect(note).toMatchObject({ line: cell.line, clause: cell.clause, words: statement.clauses[cell.clause] });
      expect(note!.conditions.startsWith(cell.when.length > 0 ? 'Only while ' : 'Always.')).toBe(true);
      expect(more.map(({ line }) => line)).toEqual(cell.except.map(({ line }) => line));
      for (const { conditions } of more) expect(conditions).toMatch(/^Withheld nevertheless while /);
    }
  });

  test('shows a hint or a dash in all other cells', () => {
    const listed = new Set(matrixCells(policyInForce).map((cell) => `${access(cell)} ${cell.category}`));
    const counts: Record<string, number> = {};
    for (const [who, cells] of read) {
      expect(cells.size).toBe(allCategories.length);
      for (const category of allCategories) {
        const { letter, notes } = cells.get(categories[category].label)!;
        counts[letter] = (counts[letter] ?? 0) + 1;
        if (listed.has(`${who} ${category}`)) continue;
        const hinted = categories[category].hints?.some((hint) => listed.has(`${who} ${hint}`)) ?? false;
        expect({ who, category, letter }).toEqual({ who, category, letter: hinted ? 'H' : '–' });
        expect(notes.length > 0).toBe(hinted);
      }
    }
    expect(Object.keys(counts).toSorted()).toEqual(['C', 'H', 'P', '–']);
  });

  test('has every root field with its roles, and every prohibition', () => {
    const text = textOf(readPage(matrixPage(policyInForce, {}, statement, '2026-01-31')));
    for (const { line, because } of policyInForce.prohibitions) {
      expect(text).toContain(line);
      expect(text).toContain(because);
    }
    const rows = elements(readPage(matrixPage(policyInForce, {}, statement, '2026-01-31')), 'tr').map(textOf);
    for (const { field, role, scope, clause } of matrixRootFields(policyInForce)) {
      const found = rows.filter((row) => row.startsWith(`${field} ${role === 'ANYBODY' ? 'anybody' : role} `));
      expect(found.some((row) => row.includes(` ${scope}: `) && row.endsWith(` ${clause}`))).toBe(true);
    }
    for (const { role, purposes, perHour, perDay, acts = {}, clause } of policyInForce.budgets) {
      const limits = [acts.UNSERVED_ENCOUNTER, acts.IDENTITY_CHECK, acts.CLAIM_CODE].flatMap((one) =>
        one ? [`${one.perHour} in an hour, ${one.perDay} in a day`] : [],
      );
      expect(rows).toContain([role, purposes.join(', '), perHour, perDay, ...limits, clause].join(' '));
    }
  });

  test('loads no other resource and runs no script', () => {
    const page = matrixPage(policyInForce, {}, statement, '2026-01-31');
    const root = readPage(page);
    for (const name of ['script', 'link', 'img', 'iframe', 'object']) expect(elements(root, name)).toEqual([]);
    expect(page).not.toMatch(/url\(|@import|\son\w+=|https?:/);
    expect(page).toContain('@media print');
  });

  test('escapes all text', () => {
    const hostile = `"><script>alert('x')</script>&amp;<b title="`;
    const policy: Policy = {
      ...policyInForce,
      grants: policyInForce.grants.map((grant) => (grant.line === 'guardian-telephone' ? { ...grant, line: hostile } : grant)),
      prohibitions: policyInForce.prohibitions.map((one) =>
        one.line === 'address-protection' ? { ...one, line: `${hostile}2`, because: hostile } : one,
      ),
      budgets: policyInForce.budgets,
      rootFields: policyInForce.rootFields.map((line) => (line.scope === 'SELF' ? { ...line, fields: [`Query.${hostile}`] } : line)),
    };
    const words = { ...statement, version: hostile, clauses: { ...statement.clauses, rights: hostile } };
    const page = matrixPage(policy, {}, words, hostile);
    const root = readPage(page);
    expect(elements(root, 'script')).toEqual([]);
    expect(page).not.toContain('<script');
    const cell = readHeatMap(page).get('RESIDENT · SELF_SERVICE · GUARDIAN')!.get('telephone number')!;
    expect(cell.notes.map(({ line }) => line)).toEqual([hostile, `${hostile}2`]);
    expect(cell.notes[0]!.words).toBe(hostile);
    expect(textOf(root).split(hostile).length).toBeGreaterThan(8);
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

  test.each(['table', 'markdown', 'html'])('states that no cell matches a filter, as %s', async (format) => {
    const { code, stdout } = await privacyHere(['matrix', '--category', 'CREDENTIAL', '--format', format]);
    expect(code).toBe(0);
    expect(stdout).toContain('nothing: all of it is withheld');
  });

  test('writes a page', async () => {
    const { code, stdout } = await privacyHere(['matrix', '--role', 'SUPPORT', '--format', 'html']);
    expect(code).toBe(0);
    expect([...readHeatMap(stdout).keys()]).toEqual(['SUPPORT · CUSTOMER_SUPPORT · ASSIGNED_TICKET', 'SUPPORT · CUSTOMER_SUPPORT · NONE']);
    expect(stdout).toContain(policyHash(policyInForce));
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
    expect(stdout).toContain('npm run -s privacy -- matrix --format html');
  });
});
