import { expect, test } from '@jest/globals';
import type { Verification } from '../../../../src/log/verify/verification.ts';
import { describeVerification } from '../../../../src/cli/log/verify/describe-verification.ts';

const nothing: Verification = {
  checkpoint: undefined,
  findings: [],
  unlisted: 0,
  erased: [],
  witnesses: [],
  older: 0,
  segments: 0,
  padded: 0,
  staged: 0,
  receipts: { given: 0, kept: 0, pending: [], faults: [], unlisted: 0 },
  notShown: [],
};

test.each([
  [1_790_000_000, '2026-09-21T14:13:20.000Z'],
  [2 ** 62, '4611686018427388000 seconds after 1970'],
  [8_640_000_000_000, '+275760-09-13T00:00:00.000Z'],
])('a witness may sign any time: %i', (time, words) => {
  expect(describeVerification({ ...nothing, witnesses: [{ name: 'w.example', time }] })).toContain(`witness  w.example, ${words}`);
});
