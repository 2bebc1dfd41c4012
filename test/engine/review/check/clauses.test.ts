import { expect, test } from '@jest/globals';
import { inspectSchema } from '../../../../src/server/spine/document/inspect-schema.ts';
import { clubPolicy } from '../../club/policy.ts';
import { checkClauses } from '../../../../src/engine/review/check/clauses.ts';
import { club, clubSources } from '../../club/club.ts';
import { vocabulary } from '../../club/vocabulary.ts';

const statement = vocabulary.statements.at(-1)!;
const { doors: _doors, ...clauses } = statement.clauses;

test('every line names a clause of the statement in force', () => {
  expect(checkClauses(clubPolicy, statement)).toEqual([]);
});

test('a line whose clause begins later, or has ended, is reported with the version', () => {
  const found = checkClauses(clubPolicy, { ...statement, clauses });
  // The first version had the other clauses alone.
  expect(checkClauses(clubPolicy, vocabulary.statements[0]!)).toHaveLength(found.length);
  expect(found.map(({ coordinate }) => coordinate)).toEqual(['grants doors', 'prohibitions no-door-visits', 'rootFields Query.doorVisits']);
  expect(new Set(found.map(({ problem }) => problem))).toEqual(
    new Set([`clause doors is not in version ${statement.version} of the privacy statement, which is in force`]),
  );
});

test('the start check refuses such a line', () => {
  expect(inspectSchema(club.schema, clubSources(), clubPolicy, statement).disagreements).toEqual([]);
  const { disagreements } = inspectSchema(club.schema, clubSources(), clubPolicy, { ...statement, clauses });
  expect(disagreements.map(({ coordinate }) => coordinate)).toContain('grants doors');
});

test('an unknown clause is left to the check of the vocabulary', () => {
  const [first] = clubPolicy.grants;
  expect(checkClauses({ ...clubPolicy, grants: [{ ...first!, clause: 'unheard' as 'rights' }] }, statement)).toEqual([]);
});
