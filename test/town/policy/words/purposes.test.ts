import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { expect, test } from '@jest/globals';
import { authorityOn, statementOn } from '../../../../src/engine/policy/declaration/vocabulary.ts';
import { allPurposes, purposes } from '../../../../src/town/policy/words/purposes.ts';
import { purposeTerms } from '../statement.ts';

test('every purpose has the term that the statement names', () => {
  expect(Object.fromEntries(allPurposes.map((purpose) => [purpose, purposes[purpose].term]))).toEqual(purposeTerms);
});

test('clause authority: every purpose has a term, and each act is cited while it is in force', () => {
  for (const purpose of allPurposes) expect(purposes[purpose].term).toMatch(/^(dpv|fin|ntk):[A-Z]\w+$/);
  expect(authorityOn(vocabulary, '2024-05-01')).toBe('Municipal Government Act; Freedom of Information and Protection of Privacy Act');
  expect(authorityOn(vocabulary, '2025-06-11')).toBe('Municipal Government Act; Protection of Privacy Act; Access to Information Act');
  // A result that is cached for a date belongs to one application.
  expect(authorityOn({ authorities: [{ act: 'Statutes of the club' }] }, '2025-06-11')).toBe('Statutes of the club');
});

test('clause changes: each version of the statement is in force from its date', () => {
  expect(statementOn(vocabulary, '2019-12-31')).toBeUndefined();
  expect(statementOn(vocabulary, '2020-01-01')?.version).toBe('1');
  expect(statementOn(vocabulary, '2025-06-10')?.version).toBe('1');
  expect(statementOn(vocabulary, '2025-06-11')?.version).toBe('2');
});
