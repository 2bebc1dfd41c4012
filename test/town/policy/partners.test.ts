import { describe, expect, test } from '@jest/globals';
import { MandateKind, Purpose, Role } from '../../../src/town/graphql/generated/schema.ts';
import { mandateKinds, partnerOf, partnerRoles, partners, perPartner } from '../../../src/town/policy/partners.ts';
import { employeeRoles } from '../../../src/town/policy/roles.ts';
import { rolesInside } from './statement.ts';

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

  test('is found by kind of mandate and by role', () => {
    for (const [kind, { role, mandateKind }] of Object.entries(mandateKinds)) {
      expect({ kind, found: partnerOf(role)?.mandateKind }).toEqual({ kind, found: mandateKind });
    }
    expect(perPartner(({ purpose }, role) => `${role} ${purpose}`).CONTROL_AGENCY).toBe('CONTROL_AGENCY CONTROL_AUDIT');
  });
});
