import { expect, test } from '@jest/globals';
import { enrichDetails } from '../../../../src/identity/partners/details/enrich-details.ts';
import { mandateType, type MandateDetails } from '../../../../src/identity/partners/details/mandate-details.ts';
import { matters } from '../../../../demo/personas.ts';

const details: MandateDetails = {
  type: mandateType,
  mandate: matters.courtOrder,
  actions: ['read'],
  purpose: 'LEGAL_DEMAND',
  categories: ['NAME'],
};

test('a grant tells the authority, its times, the read limit, the policy and what may be done with what is shown', () => {
  const granted = enrichDetails(details, {
    issuer: 'Court of King’s Bench',
    reference: 'KB-1108',
    validFrom: new Date('2026-01-02T07:00:00Z'),
    validUntil: new Date('2026-12-31T07:00:00Z'),
    budget: { perHour: 100, perDay: 400 },
    policyVersion: 'abc',
    notice: 'Use this only for the stated purpose.',
  });
  expect(granted).toEqual({
    ...details,
    authority: 'Court of King’s Bench',
    reference: 'KB-1108',
    not_before: '2026-01-02T07:00:00.000Z',
    not_after: '2026-12-31T07:00:00.000Z',
    read_limit: { per_hour: 100, per_day: 400 },
    policy_version: 'abc',
    onward_use: 'Use this only for the stated purpose.',
  });
});
