import { town } from '../../../../src/town/index.ts';
import { expect, test } from '@jest/globals';
import { inspectSchema } from '../../../../src/server/spine/document/inspect-schema.ts';
import { schemaSources } from '../../../../src/town/graphql/schema-sources.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { statements } from '../../../../src/town/policy/statements.ts';
import { checkClauses } from '../../../../src/engine/review/check/clauses.ts';

const statement = statements.at(-1)!;
const { control: _control, cookies: _cookies, ...clauses } = statement.clauses;

test('every line names a clause of the statement in force', () => {
  for (const each of statements) expect(checkClauses(policyInForce, each)).toEqual([]);
});

test('a line whose clause begins later, or has ended, is reported with the version', () => {
  const found = checkClauses(policyInForce, { ...statement, clauses });
  expect(found.map(({ coordinate }) => coordinate)).toEqual([
    'grants audit-log',
    'rootFields Query.mandate',
    'rootFields Query.accessEntries',
  ]);
  expect(new Set(found.map(({ problem }) => problem))).toEqual(
    new Set([`clause control is not in version ${statement.version} of the privacy statement, which is in force`]),
  );
});

test('the start check refuses such a line', () => {
  expect(inspectSchema(town.schema, schemaSources(), policyInForce, statement).disagreements).toEqual([]);
  const { disagreements } = inspectSchema(town.schema, schemaSources(), policyInForce, { ...statement, clauses });
  expect(disagreements.map(({ coordinate }) => coordinate)).toContain('grants audit-log');
});

test('an unknown clause is left to the check of the vocabulary', () => {
  const [first] = policyInForce.grants;
  expect(checkClauses({ ...policyInForce, grants: [{ ...first!, clause: 'unheard' as 'rights' }] }, statement)).toEqual([]);
});
