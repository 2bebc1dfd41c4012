import { describe, expect, test } from '@jest/globals';
import { MandateKind, Purpose, Role } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { mandateKinds, partnerOf, partnerRoles, partners, perPartner } from '../../../../src/town/policy/partners/partners.ts';
import { employeeRoles } from '../../../../src/town/policy/words/roles.ts';
import { rolesInside } from '../statement.ts';

describe('the table of partners', () => {
  test('has a row for every role that is not inside the municipality', () => {
    expect([...employeeRoles].toSorted()).toEqual(rolesInside.slice(2).toSorted());
    expect([...partnerRoles].toSorted()).toEqual(
      Object.values(Role)
        .filter((role) => !rolesInside.includes(role))
        .toSorted(),
    );
    for (const role of Object.values(Role)) expect(partnerOf(role) !== undefined).toBe(!rolesInside.includes(role));
    expect(partnerOf('toString')).toBeUndefined();
  });

  test('gives each partner a purpose and a kind of mandate of its own', () => {
    const rows = Object.values(partners);
    expect(new Set(rows.map(({ purpose }) => purpose)).size).toBe(rows.length);
    expect(rows.map(({ mandateKind }) => mandateKind).toSorted()).toEqual(Object.values(MandateKind).toSorted());
    for (const { purpose } of rows) expect(Object.values(Purpose)).toContain(purpose);
  });

  // Written by hand from STATEMENT.md.
  test('says what each partner is, and what its mandate takes', () => {
    const row = (noun: string, term: string, approvals: number, namesSubjects: boolean, canBeSealed: boolean, onlyWhile?: string) => ({
      noun,
      term,
      approvals,
      namesSubjects,
      canBeSealed,
      onlyWhile,
    });
    const found = perPartner(({ noun, term, approvals, namesSubjects, canBeSealed, onlyWhile }) =>
      row(noun, term, approvals, namesSubjects, canBeSealed, onlyWhile),
    );
    expect(found).toStrictEqual({
      MAINTENANCE_AGENT: row('a maintenance agent', 'dpv:TechnicalServiceProvision', 1, true, false),
      CREDIT_REPORTING_AGENCY: row('a credit reporting agency', 'fin:CreditChecking', 1, true, false, 'CREDIT_CHECK_OPEN'),
      COLLECTION_AGENCY: row('a collection agency', 'fin:DebtManagement', 1, true, false, 'OVERDUE_AND_ASSIGNED'),
      LAW_ENFORCEMENT: row('law enforcement', 'dpv:LegalCompliance', 2, true, true),
      CONTROL_AGENCY: row('a control agency', 'ntk:ControlAudit', 1, false, false),
    });
    for (const one of Object.values(partners)) expect(Object.hasOwn(one, 'onlyWhile')).toBe(true);
  });

  test('is found by kind of mandate and by role', () => {
    for (const [kind, { role, mandateKind }] of Object.entries(mandateKinds)) {
      expect({ kind, found: partnerOf(role)?.mandateKind }).toEqual({ kind, found: mandateKind });
    }
    expect(perPartner(({ purpose }, role) => `${role} ${purpose}`).CONTROL_AGENCY).toBe('CONTROL_AGENCY CONTROL_AUDIT');
  });
});
