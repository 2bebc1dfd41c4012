import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { matrixMarkdown, matrixSensitiveRoles } from '../../../src/engine/policy/matrix.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';

test('the committed matrix is the matrix of the policy in force', () => {
  const committed = readFileSync(new URL('../../../policy-matrix.md', import.meta.url), 'utf8');
  expect(matrixMarkdown(policyInForce)).toBe(committed);
});

test('three roles are sensitive', () => {
  expect(matrixSensitiveRoles(policyInForce).map(({ role }) => role)).toEqual(['PRIVACY_OFFICER', 'SECURITY', 'STAFF_ADMINISTRATOR']);
});
