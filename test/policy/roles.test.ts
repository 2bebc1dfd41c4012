import { expect, test } from '@jest/globals';
import { Role } from '../../src/generated/schema.ts';
import { employees, partners } from '../../src/policy/roles.ts';

test('every role is nobody’s, a resident’s, an employee’s or a partner’s', () => {
  expect(employees.toSorted()).toEqual(['CUSTOMER_SERVICE', 'PRIVACY_OFFICER', 'SECURITY', 'SUPPORT']);
  expect(partners.toSorted()).toEqual([
    'COLLECTION_AGENCY',
    'CONTROL_AGENCY',
    'CREDIT_REPORTING_AGENCY',
    'LAW_ENFORCEMENT',
    'MAINTENANCE_AGENT',
  ]);
  expect(['ANONYMOUS', 'RESIDENT', ...employees, ...partners].toSorted()).toEqual(Object.values(Role).toSorted());
});
