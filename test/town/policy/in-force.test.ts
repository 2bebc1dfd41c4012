import { describe, expect, test } from '@jest/globals';
import { mostChargedPerEntry } from '../../../src/engine/guard/seen-subjects.ts';
import { findLooksPersonal } from '../../../src/engine/markings/check/names/looks-personal.ts';
import { budgetedPurposes, budgetedRoles, budgetOf } from '../../../src/engine/policy/decision/enter.ts';
import { linesOf } from '../../../src/engine/policy/declaration/policy.ts';
import { policyHash } from '../../../src/engine/policy/declaration/policy-hash.ts';
import { checkClauses } from '../../../src/engine/review/check/clauses.ts';
import { parsePolicy } from '../../../src/engine/review/parse-policy.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { inspectSchema } from '../../../src/server/spine/document/inspect-schema.ts';
import { schemaSources } from '../../../src/town/shared/graphql/schema-sources.ts';
import { town } from '../../../src/town/index.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { allPurposes } from '../../../src/town/policy/words/purposes.ts';
import { statements } from '../../../src/town/policy/statement/statements.ts';
import { vocabulary } from '../../../src/town/policy/words/vocabulary.ts';
import { withBudget } from '../../helpers/policy/changed-policy.ts';
import { seenWithoutId } from '../../helpers/policy/seen-without-id.ts';

describe('the policy in force', () => {
  test('agrees with the schema and with itself, under each version of the statement', () => {
    for (const statement of statements) {
      expect(inspectSchema(town.schema, schemaSources(), policyInForce, statement).disagreements).toEqual([]);
      expect(checkClauses(policyInForce, statement)).toEqual([]);
    }
    expect(() => buildSchema(town)).not.toThrow();
  });

  test('is the same after it was written as JSON and parsed', () => {
    const parsed = parsePolicy(vocabulary, JSON.parse(JSON.stringify(linesOf(policyInForce))));
    expect(parsed).toEqual(policyInForce);
    expect(policyHash(parsed)).toBe(policyHash(policyInForce));
  });

  test('shows a reader of a value of an object also its id, so that no cache keeps it by its place', () => {
    const { compared, alone } = seenWithoutId(buildSchema(town), policyInForce);
    expect(alone).toEqual([]);
    expect(compared).toBeGreaterThan(100);
  });
});

test('nothing in the schema looks personal and is marked impersonal', () => {
  const { built } = inspectSchema(town.schema, schemaSources(), policyInForce);
  expect(findLooksPersonal(built!.schema, built!.markings)).toEqual([]);
});

describe('clause safeguards: a read budget', () => {
  test('exists for every purpose of every counted role, with a lower limit per hour than per day', () => {
    let lines = 0;
    for (const role of budgetedRoles(vocabulary)) {
      for (const purpose of allPurposes) {
        const { perHour, perDay } = budgetOf(policyInForce, role, purpose)!;
        expect({ role, purpose, entered: budgetedPurposes(policyInForce, role).has(purpose) }).toEqual({
          role,
          purpose,
          entered: perHour > 0,
        });
        if (perHour === 0) continue;
        lines += 1;
        expect(perHour).toBeLessThan(perDay);
      }
    }
    expect(lines).toBe(policyInForce.budgets.flatMap(({ purposes }) => purposes).length);
  });

  test('of a reviewer is that of a hundred of the largest entries in an hour', () => {
    expect(budgetOf(policyInForce, 'PRIVACY_OFFICER', 'ACCESS_REVIEW')!.perHour / mostChargedPerEntry).toBe(100);
  });

  const needed = budgetedRoles(vocabulary).flatMap((role) =>
    [...budgetedPurposes(policyInForce, role).keys()].map((purpose) => ({ role, purpose })),
  );
  test.each(needed)('is needed for the gateway to start: $role for $purpose', ({ role, purpose }) => {
    const without = withBudget(role, purpose, (line) => {
      const purposes = line.purposes.filter((other) => other !== purpose);
      return purposes.length === 0 ? undefined : { ...line, purposes };
    });
    expect(() => buildSchema(town, schemaSources(), without)).toThrow(
      `${role} may enter it for ${purpose}, but no budget limits how many data subjects it may read`,
    );
  });
});
