import { expect, test } from '@jest/globals';
import { statements } from '../../../../src/town/policy/statement/statements.ts';

test('the statement has three versions', () => {
  expect(statements.map(({ version, effectiveFrom }) => [version, effectiveFrom])).toEqual([
    ['1', '2020-01-01'],
    ['2', '2025-06-11'],
    ['3', '2026-12-01'],
  ]);
});

test('a later version takes nothing back that an earlier one said of identity and of rights', () => {
  const [first, second, third] = statements;
  expect(second.clauses).toEqual({ ...first.clauses, authority: third.clauses.authority });
  for (const clause of ['identity', 'rights'] as const) {
    expect(third.clauses[clause].startsWith(`${first.clauses[clause]} `)).toBe(true);
  }
  expect(third.clauses.identity).toContain('No employee alone can give your record to an account');
  expect(third.clauses.rights).toContain('Two of our officers must agree');
});
