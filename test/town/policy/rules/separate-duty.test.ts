import { expect, test } from '@jest/globals';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { reviewPurpose } from '../../../../src/town/policy/rules/separate-duty.ts';

test('the whole log is open for the purpose of reviewing it alone, and that purpose opens nothing else', () => {
  const log = ['Query.accessEntries', 'Query.disclosures', 'Query.accessLog'];
  const whole = policyInForce.rootFields.filter(({ fields, scope }) => scope === 'ALL' && fields.some((field) => log.includes(field)));
  // A receipt is of an answer that the principal got for the same purpose.
  const receipts = (fields: readonly string[]): boolean => fields.every((field) => field === 'Query.accessReceipt');
  const reviewing = policyInForce.rootFields.filter(({ fields, purposes }) => purposes.includes(reviewPurpose) && !receipts(fields));
  expect(whole).toHaveLength(1);
  expect(whole).toMatchObject([{ role: 'PRIVACY_OFFICER', purposes: [reviewPurpose] }]);
  expect(reviewing).toEqual(whole);
});
