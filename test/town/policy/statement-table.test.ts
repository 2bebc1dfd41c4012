import { describe, expect, test } from '@jest/globals';
import type { DataCategory, Purpose, Relationship, Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { readMatrixFile } from '../../helpers/policy/matrix-file.ts';
import { columns, hints, rows, values } from './statement.ts';

const matrix = readMatrixFile();

function listed(role: Role, purpose: Purpose, relationship: Relationship): Set<string> {
  return new Set(
    matrix
      .filter((line) => line.role === role && line.purpose === purpose && line.relationship === relationship)
      .map(({ category }) => category),
  );
}

describe('the committed matrix', () => {
  test.each(rows)('has the row of the statement: %s for %s under %s', (role, purpose, relationship, cells) => {
    const seen = listed(role, purpose, relationship);
    cells.split(' ').forEach((cell, index) => {
      const column = columns[index]!;
      for (const category of values[column]!) expect({ category, listed: seen.has(category) }).toEqual({ category, listed: cell === 'R' });
      for (const category of hints[column] ?? [])
        expect({ category, listed: seen.has(category) }).toEqual({ category, listed: cell !== '-' });
    });
  });

  test('has no other row', () => {
    const known = new Set(rows.map(([role, purpose, relationship]) => `${role} ${purpose} ${relationship}`));
    // The table has no column for the names of employees.
    const unknown = matrix
      .filter(({ category }) => category !== 'EMPLOYEE_IDENTITY')
      .map(({ role, purpose, relationship }) => `${role} ${purpose} ${relationship}`)
      .filter((row) => !known.has(row))
      .map(
        (row) => `${row} is in policy-matrix.md: check it against the statement and add it to \`rows\` in test/town/policy/statement.ts`,
      );
    expect([...new Set(unknown)]).toEqual([]);
  });

  test('has the conditions of the statement’s text', () => {
    const when = (role: Role, category: DataCategory): readonly string[] =>
      matrix.find((line) => line.role === role && line.category === category)!.when;
    expect(when('CREDIT_REPORTING_AGENCY', 'NAME')).toContain('CREDIT_CHECK_OPEN');
    expect(when('COLLECTION_AGENCY', 'OVERDUE')).toContain('OVERDUE_AND_ASSIGNED');
    for (const { when: needed, category } of matrix.filter(({ role }) => role === 'LAW_ENFORCEMENT')) {
      expect(needed).toEqual(category === 'EXISTENCE' ? [] : ['CATEGORY_NAMED']);
    }
    const guardian = (category: string): readonly string[] =>
      matrix.find((line) => line.relationship === 'GUARDIAN' && line.category === category)!.when;
    expect([guardian('ADDRESS'), guardian('HOUSEHOLD'), guardian('SUPPORT_HISTORY')]).toEqual([
      ['CARE_INCLUDES_ADDRESS', 'ADULT_OF_THAT_HOUSEHOLD'],
      ['CARE_INCLUDES_HOUSEHOLD', 'ADULT_OF_THAT_HOUSEHOLD'],
      ['CARE_INCLUDES_SUPPORT'],
    ]);
    expect(guardian('TELEPHONE')).toEqual(['ADULT_OF_THAT_HOUSEHOLD']);
    expect(guardian('EMAIL')).toEqual([]);
  });
});
