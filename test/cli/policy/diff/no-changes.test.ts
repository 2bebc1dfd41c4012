import { expect, test } from '@jest/globals';
import { describeNoChanges } from '../../../../src/cli/policy/diff/no-changes.ts';

test.each([
  [true, true, 'Policy and schema are the same'],
  [true, false, 'The schema differs'],
  [false, true, 'The lines of the policy differ'],
  [false, false, 'The lines of the policy differ, so does the schema'],
])('policy the same: %s, schema the same: %s', (policyIsSame, schemaIsSame, what) => {
  expect(describeNoChanges(policyIsSame, schemaIsSame)).toBe(`${what}, and nothing is shown or hidden by the change.\n`);
});
