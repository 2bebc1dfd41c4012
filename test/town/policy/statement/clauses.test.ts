import { describe, expect, test } from '@jest/globals';
import { clausePeriods, clausesOf } from '../../../../src/town/policy/statement/clauses.ts';
import { clauseWords } from '../../../../src/engine/policy/declaration/vocabulary.ts';
import { statements } from '../../../../src/town/policy/statement/statements.ts';

describe('the clauses of a version of the statement', () => {
  const versions = ['1', '2', '3', '4'];
  const periods = { first: { from: '1' }, ended: { from: '1', until: '3' }, later: { from: '3' }, last: { from: '4' } };

  test('are in force from their first version until before their end version', () => {
    expect(versions.map((version) => clausesOf(periods, versions, version))).toEqual([
      ['first', 'ended'],
      ['first', 'ended'],
      ['first', 'later'],
      ['first', 'later', 'last'],
    ]);
  });

  test('clause changes: are those that the statement has words for, and each begins with a version that exists', () => {
    const all: readonly string[] = statements.map(({ version }) => version);
    for (const { version, clauses } of statements) expect(Object.keys(clauses)).toEqual(clausesOf(clausePeriods, all, version));
    for (const { from, until } of Object.values(clausePeriods)) {
      expect(all).toContain(from);
      if (until !== undefined) expect(all.indexOf(until)).toBeGreaterThan(all.indexOf(from));
    }
  });

  test('have words, and a clause that a version lacks has a sentence that says so', () => {
    const [first] = statements;
    const { contact: _contact, ...clauses } = first.clauses;
    expect(clauseWords({ ...first, clauses }, 'agents')).toBe(first.clauses.agents);
    expect(clauseWords({ ...first, clauses }, 'contact')).toBe('(not in version 1 of the privacy statement)');
  });
});
