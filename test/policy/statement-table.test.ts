import { describe, expect, test } from '@jest/globals';
import type { DataCategory, Purpose, Relationship, Role } from '../../src/generated/schema.ts';
import { readMatrixFile } from '../helpers/matrix-file.ts';

// The statement's table "who sees what", as a person wrote it: R revealed, H the hint alone, blank withheld.
const heads = [
  'name',
  'birth date',
  'age band',
  'e-mail, phone',
  'address',
  'household',
  'purchases',
  'balance',
  'overdue',
  'credit',
  'support history',
  'who looked',
];
const values: Readonly<Record<string, readonly DataCategory[]>> = {
  name: ['NAME'],
  'birth date': ['BIRTH_DATE'],
  'age band': ['AGE'],
  'e-mail, phone': ['EMAIL', 'TELEPHONE'],
  address: ['ADDRESS'],
  household: ['HOUSEHOLD'],
  purchases: ['PURCHASE'],
  balance: ['BALANCE'],
  overdue: ['OVERDUE'],
  credit: ['CREDIT'],
  'support history': ['SUPPORT_HISTORY'],
  'who looked': ['ACCESS_HISTORY'],
};
const hints: Readonly<Record<string, readonly DataCategory[]>> = {
  name: ['INITIALS'],
  'e-mail, phone': ['EMAIL_HINT', 'TELEPHONE_HINT'],
  address: ['LOCALITY'],
};

const rows: readonly [Role, Purpose, Relationship, string][] = [
  ['RESIDENT', 'SELF_SERVICE', 'SELF', 'R R R R R R R R R R R R'],
  ['RESIDENT', 'SELF_SERVICE', 'GUARDIAN', 'R R R R R R R R R - R R'],
  ['RESIDENT', 'SELF_SERVICE', 'HOUSEHOLD', 'R - - - - - - - - - - -'],
  ['CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'NONE', 'R - R H H - - - - - - -'],
  ['CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'ENCOUNTER', 'R - R R R R R - - - - -'],
  ['CUSTOMER_SERVICE', 'PAYMENT', 'ENCOUNTER', 'R - - - - - R R R - - -'],
  ['CUSTOMER_SERVICE', 'AGE_VERIFICATION', 'ENCOUNTER', 'R R R - - - - - - - - -'],
  ['SUPPORT', 'CUSTOMER_SUPPORT', 'NONE', '- - - - - - - - - - - -'],
  ['SUPPORT', 'CUSTOMER_SUPPORT', 'ASSIGNED_TICKET', 'R - - R - - - - - - R -'],
  ['PRIVACY_OFFICER', 'RIGHTS_FULFILMENT', 'OPEN_REQUEST', 'R R R R R R R R R R R R'],
  ['PRIVACY_OFFICER', 'ACCESS_REVIEW', 'NONE', '- - - - - - - - - - - R'],
  ['PRIVACY_OFFICER', 'MANDATE_ADMINISTRATION', 'NONE', 'R R - - H - - R R R - -'],
  ['SECURITY', 'WEBSITE_SECURITY', 'NONE', '- - - - - - - - - - - -'],
  ['MAINTENANCE_AGENT', 'MAINTENANCE', 'MANDATE', 'H - R H H - - - - - - -'],
  ['CREDIT_REPORTING_AGENCY', 'CREDIT_VERIFICATION', 'MANDATE', 'R R - - R - - - - - - -'],
  ['COLLECTION_AGENCY', 'DEBT_COLLECTION', 'MANDATE', 'R - - R R - - - R - - -'],
  ['LAW_ENFORCEMENT', 'LEGAL_DEMAND', 'MANDATE', 'R R R R R R R R R R R -'],
  ['CONTROL_AGENCY', 'CONTROL_AUDIT', 'MANDATE', '- - - - - - - - - - - R'],
];

const matrix = readMatrixFile();

function listed(role: Role, purpose: Purpose, relationship: Relationship): Set<string> {
  return new Set(
    matrix
      .filter((line) => line.role === role && line.purpose === purpose && line.relationship === relationship)
      .map(({ category }) => category),
  );
}

describe('the committed matrix is the statement’s table', () => {
  test.each(rows)('%s for %s under %s', (role, purpose, relationship, cells) => {
    const seen = listed(role, purpose, relationship);
    cells.split(' ').forEach((cell, index) => {
      const head = heads[index]!;
      for (const category of values[head]!) expect({ category, listed: seen.has(category) }).toEqual({ category, listed: cell === 'R' });
      for (const category of hints[head] ?? [])
        expect({ category, listed: seen.has(category) }).toEqual({ category, listed: cell !== '-' });
    });
  });

  test('and no other row sees any of it', () => {
    const known = new Set(rows.map(([role, purpose, relationship]) => `${role} ${purpose} ${relationship}`));
    const more = matrix.filter(({ role, purpose, relationship }) => !known.has(`${role} ${purpose} ${relationship}`));
    expect(new Set(more.map(({ category }) => category))).toEqual(new Set(['EMPLOYEE_IDENTITY']));
  });

  test('with the conditions of the text beside it', () => {
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
      ['CARE_INCLUDES_ADDRESS'],
      ['CARE_INCLUDES_HOUSEHOLD'],
      ['CARE_INCLUDES_SUPPORT'],
    ]);
  });
});
