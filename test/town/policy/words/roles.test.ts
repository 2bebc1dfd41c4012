import { expect, test } from '@jest/globals';
import { contactRules } from '../../../../src/town/policy/rules/contact-rules.ts';
import { administratorsNeeded, employeeRoles, roleReviewMonths, sensitiveOf } from '../../../../src/town/policy/words/roles.ts';

test('a second administrator approves the roles of privacy officers, web security and administrators', () => {
  expect(sensitiveOf([...employeeRoles].toReversed())).toEqual(['STAFF_ADMINISTRATOR', 'SECURITY', 'PRIVACY_OFFICER']);
  expect(sensitiveOf(['SUPPORT', 'CUSTOMER_SERVICE', 'RESIDENT'])).toEqual([]);
});

// A change of a number is a change of the policy: it is written here as well.
test('the numbers of the policy for staff and for mail addresses', () => {
  expect({ roleReviewMonths, administratorsNeeded }).toEqual({ roleReviewMonths: 6, administratorsNeeded: 2 });
  expect(contactRules).toStrictEqual({
    hours: 48,
    asksPerDay: { SELF: 8, GUARDIAN: 8, EMPLOYEE: 120 },
    mailsPerDay: 4,
    mailsPerAsker: 3,
  });
});
