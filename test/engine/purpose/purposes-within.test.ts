import { expect, test } from '@jest/globals';
import { purposesWithin } from '../../../src/engine/purpose/purposes-within.ts';

const reviewPurpose = 'ACCESS_REVIEW' as const;
const both = ['RIGHTS_FULFILMENT', reviewPurpose] as const;

test.each([
  ['reviews the log', both, { reviewsLog: true, onRecord: false }, [reviewPurpose]],
  ['reviews the log and is on record', both, { reviewsLog: true, onRecord: true }, []],
  ['does not review the log', both, { reviewsLog: false, onRecord: false }, ['RIGHTS_FULFILMENT']],
  ['does not review the log and is on record', both, { reviewsLog: false, onRecord: true }, ['RIGHTS_FULFILMENT']],
  ['cannot review the log', ['PAYMENT'], { reviewsLog: true, onRecord: true }, ['PAYMENT']],
  ['cannot review the log, and does not', ['PAYMENT'], { reviewsLog: false, onRecord: false }, ['PAYMENT']],
] as const)('of somebody who %s', (_who, purposes, duty, left) => {
  expect(purposesWithin({ reviewPurpose }, purposes, duty)).toEqual(left);
});
