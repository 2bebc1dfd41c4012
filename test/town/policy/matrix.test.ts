import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { matrixMarkdown, matrixSensitiveRoles, type MatrixFilter } from '../../../src/engine/policy/matrix.ts';
import type { Role } from '../../../src/town/graphql/generated/schema.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';

test('the committed matrix is the matrix of the policy in force', () => {
  const committed = readFileSync(new URL('../../../policy-matrix.md', import.meta.url), 'utf8');
  expect(matrixMarkdown(policyInForce)).toBe(committed);
});

test('the sensitive roles of a part of the matrix are those of its role; a purpose or a category has none', () => {
  const names = (filter: MatrixFilter) => matrixSensitiveRoles(policyInForce, filter).map(({ role }) => role);
  expect(names({})).toEqual(['PRIVACY_OFFICER', 'SECURITY', 'STAFF_ADMINISTRATOR']);
  expect([names({ role: 'SECURITY' }), names({ role: 'SUPPORT' })]).toEqual([['SECURITY'], []]);
  expect([names({ purpose: 'PAYMENT' }), names({ category: 'NAME' }), names({ purpose: 'PAYMENT', category: 'NAME' })]).toEqual([
    [],
    [],
    [],
  ]);
});

test('the matrix lists sensitive roles where there is one, and has no heading for none', () => {
  const { vocabulary } = policyInForce;
  const withSensitive = (role?: Role): string => {
    const roles = Object.fromEntries(
      Object.entries(vocabulary.roles).map(([name, { sensitive, ...rest }]) => [name, name === role ? { ...rest, sensitive } : rest]),
    ) as typeof vocabulary.roles;
    return matrixMarkdown({ ...policyInForce, vocabulary: { ...vocabulary, roles } });
  };
  expect(withSensitive()).not.toContain('## Roles that a second administrator approves');
  expect(withSensitive('SECURITY')).toContain('## Roles that a second administrator approves');
});
