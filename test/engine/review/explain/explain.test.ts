import { describe, expect, test } from '@jest/globals';
import type { Condition } from '../../../../src/engine/register.ts';
import { allCategories, allConditions, allPurposes, allRelationships, allRoles } from '../../club/vocabulary.ts';
import { decide, type Question } from '../../../../src/engine/policy/decision/decide.ts';
import { explain } from '../../../../src/engine/review/explain/explain.ts';
import { clubPolicy } from '../../club/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { applyWay, type Way } from '../../../../src/engine/review/explain/ways.ts';
import { readMatrixFile } from '../../../helpers/policy/matrix-file.ts';

// No condition, all, each one alone, and all but each one. These cover every combination of a prohibition's condition and its exception.
const holdings: readonly ReadonlySet<Condition>[] = [
  new Set(),
  new Set(allConditions),
  ...allConditions.map((one) => new Set([one])),
  ...allConditions.map((one) => new Set(allConditions.filter((other) => other !== one))),
];

function* questions(): Generator<Question> {
  for (const role of allRoles) {
    for (const purpose of [...allPurposes, undefined]) {
      for (const relationship of allRelationships) {
        for (const category of allCategories) {
          for (const holding of holdings) yield { role, purpose, relationship, category, holding };
        }
      }
    }
  }
}

/** The same way with one of its conditions left as it was. */
function withoutOne(way: Way): Way[] {
  return [
    ...way.holds.map((left) => ({ ...way, holds: way.holds.filter((one) => one !== left) })),
    ...way.ceases.map((left) => ({ ...way, ceases: way.ceases.filter((one) => one !== left) })),
  ];
}

const found = { permitted: 0, ways: 0, conditions: 0, none: 0 };
const wrong: unknown[] = [];
const matrix = readMatrixFile('test/engine/club/matrix.md');
const seenBy = new Set(matrix.map(({ role, category }) => `${role} ${category}`));

/** Checks the explanation of one question, and collects what is wrong. */
function check(question: Question): void {
  const decision = decide(clubPolicy, question);
  const explanation = explain(clubPolicy, question);
  const { line = null, clause = null } = decision;
  if (explanation.effect !== decision.effect || explanation.line !== line || explanation.clause !== clause) wrong.push(explanation);
  if (explanation.effect === 'PERMIT') {
    found.permitted += 1;
    return;
  }
  if (decision.effect === 'WITHHOLD' && decision.reason !== explanation.reason) wrong.push(explanation);
  const { ways, asked } = explanation;
  // There is a way if and only if the committed matrix lists the category for the role.
  if (ways.length > 0 !== seenBy.has(`${asked.role} ${asked.category}`)) wrong.push(explanation);
  if (ways.length === 0) found.none += 1;
  for (const way of ways) {
    found.ways += 1;
    found.conditions += way.holds.length + way.ceases.length;
    if (decide(clubPolicy, applyWay(question, way)).effect !== 'PERMIT') wrong.push({ explanation, way });
    for (const less of withoutOne(way)) {
      if (decide(clubPolicy, applyWay(question, less)).effect === 'PERMIT') wrong.push({ explanation, way, less });
    }
  }
}

describe('an explanation', () => {
  test('has the decision of `decide`, and each of its ways would be permitted, without a superfluous change', () => {
    for (const question of questions()) check(question);
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(found.permitted).toBeGreaterThan(1_000);
    expect(found.ways).toBeGreaterThan(100_000);
    expect(found.conditions).toBeGreaterThan(10_000);
    expect(found.none).toBeGreaterThan(100_000);
  });

  test('names every purpose and relationship under which the matrix lists the category for the role', () => {
    for (const role of allRoles) {
      for (const category of allCategories) {
        const question: Question = { role, purpose: undefined, relationship: 'NONE', category, holding: new Set() };
        const explanation = explain(clubPolicy, question);
        const ways = explanation.effect === 'WITHHOLD' ? explanation.ways : [];
        const listed = matrix.filter((line) => line.role === role && line.category === category);
        const name = (one: { readonly purpose: string; readonly relationship: string }): string => `${one.purpose} ${one.relationship}`;
        expect({ role, category, ways: new Set(ways.map(name)) }).toEqual({ role, category, ways: new Set(listed.map(name)) });
      }
    }
  });

  test('puts the nearest way first: a condition before a relationship, that before a purpose', () => {
    const receptionist = { role: 'RECEPTIONIST', relationship: 'NONE', category: 'EMAIL', holding: new Set<Condition>() } as const;
    const first = (question: Question): Way | undefined => {
      const explanation = explain(clubPolicy, question);
      return explanation.effect === 'WITHHOLD' ? explanation.ways[0] : undefined;
    };
    expect(first({ ...receptionist, purpose: 'RECEPTION' })).toEqual({
      purpose: 'RECEPTION',
      relationship: 'DESK',
      holds: [],
      ceases: [],
      line: 'desk-service',
      clause: 'access',
    });
    const unlisted = { ...receptionist, purpose: 'RECEPTION', relationship: 'DESK', category: 'ADDRESS' } as const;
    expect(first({ ...unlisted, holding: new Set(['UNLISTED']) })).toMatchObject({
      relationship: 'DESK',
      holds: [],
      ceases: ['UNLISTED'],
    });
    expect(first({ ...receptionist, purpose: 'RECEPTION', category: 'BALANCE' })).toMatchObject({ purpose: 'DUES' });
  });

  test('distinguishes a grant that is always prohibited from no grant', () => {
    const credential: Policy = {
      ...clubPolicy,
      grants: clubPolicy.grants.map((grant) =>
        grant.line === 'member-self' ? { ...grant, categories: [...grant.categories, 'LOCKER_CODE' as const] } : grant,
      ),
    };
    const question: Question = {
      role: 'MEMBER',
      purpose: 'OWN_AFFAIRS',
      relationship: 'SELF',
      category: 'LOCKER_CODE',
      holding: new Set(),
    };
    expect(explain(clubPolicy, question)).toMatchObject({ effect: 'WITHHOLD', granting: [], ways: [] });
    expect(explain(credential, question)).toMatchObject({
      effect: 'WITHHOLD',
      line: 'no-locker-codes',
      granting: [{ line: 'member-self', lacking: [] }],
      forbidding: [{ line: 'no-locker-codes', binds: true }],
      ways: [],
    });
  });
});
