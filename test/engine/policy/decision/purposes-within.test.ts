import { expect, test } from '@jest/globals';
import { purposesWithin } from '../../../../src/engine/policy/decision/enter.ts';

const reviewPurpose = 'LOG_REVIEW' as const;
const both = ['INQUIRIES', reviewPurpose] as const;

test.each([
  ['reviews the log', both, { reviewsLog: true, onRecord: false }, [reviewPurpose]],
  ['reviews the log and is on record', both, { reviewsLog: true, onRecord: true }, []],
  ['does not review the log', both, { reviewsLog: false, onRecord: false }, ['INQUIRIES']],
  ['does not review the log and is on record', both, { reviewsLog: false, onRecord: true }, ['INQUIRIES']],
  ['cannot review the log', ['DUES'], { reviewsLog: true, onRecord: true }, ['DUES']],
  ['cannot review the log, and does not', ['DUES'], { reviewsLog: false, onRecord: false }, ['DUES']],
] as const)('of a person who %s', (_who, purposes, duty, left) => {
  expect(purposesWithin({ reviewPurpose }, purposes, duty)).toEqual(left);
});
