import { expect, test } from '@jest/globals';
import { nothingTold } from '../../../src/cli/privacy/diff/nothing-told.ts';

test.each([
  [true, true, 'Policy and schema are the same'],
  [true, false, 'The schema differs'],
  [false, true, 'The lines of the policy differ'],
  [false, false, 'The lines of the policy differ, so does the schema'],
])('policy the same: %s, schema the same: %s', (policyIsSame, schemaIsSame, what) => {
  expect(nothingTold(policyIsSame, schemaIsSame)).toBe(`${what}, and nothing is shown or hidden by the change.\n`);
});
