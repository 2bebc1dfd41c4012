import { expect, test } from '@jest/globals';
import { policyInForce } from '../../src/policy/policy.ts';
import { reviewPurpose } from '../../src/policy/separate-duty.ts';

test('the whole log is open for the purpose of reviewing it alone, and that purpose opens nothing else', () => {
  const log = ['Query.accessEntries', 'Query.disclosures', 'Query.accessLog'];
  const whole = policyInForce.rootFields.filter(({ fields, scope }) => scope === 'ALL' && fields.some((field) => log.includes(field)));
  const reviewing = policyInForce.rootFields.filter(({ purposes }) => purposes.includes(reviewPurpose));
  expect(whole).toHaveLength(1);
  expect(whole).toMatchObject([{ role: 'PRIVACY_OFFICER', purposes: [reviewPurpose] }]);
  expect(reviewing).toEqual(whole);
});
