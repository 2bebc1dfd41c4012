import { expect, test } from '@jest/globals';
import { allPurposes, authorityOn, purposes } from '../../../src/town/policy/purposes.ts';
import { statementOn } from '../../../src/town/policy/statements.ts';
import { purposeTerms } from './statement.ts';

test('every purpose has the term that the statement names', () => {
  expect(Object.fromEntries(allPurposes.map((purpose) => [purpose, purposes[purpose].term]))).toEqual(purposeTerms);
});

test('clause authority: every purpose has a term, and each act is cited while it is in force', () => {
  for (const purpose of allPurposes) expect(purposes[purpose].term).toMatch(/^(dpv|fin|ntk):[A-Z]\w+$/);
  expect(authorityOn('2024-05-01')).toBe('Municipal Government Act; Freedom of Information and Protection of Privacy Act');
  expect(authorityOn('2025-06-11')).toBe('Municipal Government Act; Protection of Privacy Act; Access to Information Act');
});

test('clause changes: each version of the statement is in force from its date', () => {
  expect(statementOn('2019-12-31')).toBeUndefined();
  expect(statementOn('2020-01-01')?.version).toBe('1');
  expect(statementOn('2025-06-10')?.version).toBe('1');
  expect(statementOn('2025-06-11')?.version).toBe('2');
});
