import { describe, expect, test } from '@jest/globals';
import { budgetedPurposes, budgetedRoles, actBudgetOf, budgetOf } from '../../../../src/engine/policy/decision/enter.ts';
import { clubPolicy } from '../../club/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import type { RowScope } from '../../../../src/engine/register.ts';
import { allPurposes, allRoles, vocabulary } from '../../club/vocabulary.ts';

// A small policy for this test.
const policy: Policy = {
  grants: [],
  vocabulary,
  prohibitions: [],
  rootFields: [
    { fields: ['Query.courses'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'openness' },
    { fields: ['Query.notice'], role: 'COACH', purposes: ['OWN_AFFAIRS'], scope: 'OPEN', clause: 'openness' },
    { fields: ['Query.lesson', 'Query.lessons'], role: 'COACH', purposes: ['COACHING'], scope: 'QUEUE', clause: 'coaching' },
    { fields: ['Query.members'], role: 'COACH', purposes: ['COACHING', 'DUES'], scope: 'ALL', clause: 'access' },
    { fields: [], role: 'COACH', purposes: ['AGE_CHECK'], scope: 'ALL', clause: 'access' },
    { fields: ['Query.visits'], role: 'CARETAKER', purposes: 'ANY', scope: 'ALL', clause: 'doors' },
    { fields: ['Query.log'], role: 'CARETAKER', purposes: ['BUILDING_SAFETY'], scope: 'OPEN', clause: 'doors' },
  ],
  budgets: [
    { role: 'CARETAKER', purposes: ['COACHING'], perHour: 7, perDay: 8, clause: 'safeguards' },
    { role: 'COACH', purposes: ['DUES', 'COACHING'], perHour: 1, perDay: 2, clause: 'safeguards' },
    { role: 'MEMBER', purposes: ['OWN_AFFAIRS'], perHour: 3, perDay: 4, clause: 'safeguards' },
    { role: 'COACH', purposes: ['COACHING', 'LOG_REVIEW'], perHour: 5, perDay: 6, clause: 'safeguards' },
  ],
};

describe('clause safeguards: a read budget', () => {
  test('comes from the first line for the role and the purpose', () => {
    expect(budgetOf(policy, 'COACH', 'DUES')).toMatchObject({ perHour: 1, perDay: 2 });
    expect(budgetOf(policy, 'COACH', 'COACHING')).toMatchObject({ perHour: 1, perDay: 2 });
    expect(budgetOf(policy, 'COACH', 'LOG_REVIEW')).toMatchObject({ perHour: 5, perDay: 6 });
  });

  test('is zero if no line is for the role and the purpose', () => {
    const none = { perHour: 0, perDay: 0 };
    expect(budgetOf(policy, 'CARETAKER', 'DUES')).toEqual(none);
    expect(budgetOf(policy, 'COACH', 'OWN_AFFAIRS')).toEqual(none);
    expect(budgetOf(policy, 'COACH', undefined)).toEqual(none);
    for (const role of budgetedRoles(vocabulary)) expect(budgetOf({ ...policy, budgets: [] }, role, 'DUES')).toEqual(none);
  });

  test('does not exist for members and anonymous callers, even if a line has one', () => {
    expect(budgetOf(policy, 'MEMBER', 'OWN_AFFAIRS')).toBeUndefined();
    expect(budgetOf(policy, 'VISITOR', undefined)).toBeUndefined();
    expect(allRoles.filter((role) => !budgetedRoles(vocabulary).includes(role))).toEqual(['VISITOR', 'MEMBER']);
  });

  test('is needed for each purpose for which a role can use a root field with personal rows', () => {
    expect([...budgetedPurposes(policy, 'COACH')]).toEqual([
      ['COACHING', 'Query.lesson'],
      ['DUES', 'Query.members'],
    ]);
    expect([...budgetedPurposes(policy, 'CARETAKER')]).toEqual([['BUILDING_SAFETY', 'Query.visits']]);
    expect([...budgetedPurposes(policy, 'INSURER')]).toEqual([]);
    const openToAll: Policy = {
      ...policy,
      rootFields: [{ fields: ['Query.all'], role: 'ANYBODY', purposes: ['DUES'], scope: 'ALL', clause: 'access' }],
    };
    expect([...budgetedPurposes(openToAll, 'INSURER')]).toEqual([['DUES', 'Query.all']]);
    // The rows of a scope that is not known could be about anyone.
    const rootFields = openToAll.rootFields.map((line) => ({ ...line, scope: 'OF_AN_OLDER_REVISION' as RowScope }));
    expect([...budgetedPurposes({ ...policy, rootFields }, 'INSURER')]).toEqual([['DUES', 'Query.all']]);
  });

  test('exists for every purpose of every counted role, with a lower limit per hour than per day', () => {
    let lines = 0;
    for (const role of budgetedRoles(vocabulary)) {
      for (const purpose of allPurposes) {
        const { perHour, perDay } = budgetOf(clubPolicy, role, purpose)!;
        expect({ role, purpose, entered: budgetedPurposes(clubPolicy, role).has(purpose) }).toEqual({
          role,
          purpose,
          entered: perHour > 0,
        });
        if (perHour === 0) continue;
        lines += 1;
        expect(perHour).toBeLessThan(perDay);
      }
    }
    expect(lines).toBe(clubPolicy.budgets.flatMap(({ purposes }) => purposes).length);
  });
});

describe('clause safeguards: the budget of an act', () => {
  const limits = { perHour: 9, perDay: 10 };
  const served: Policy = {
    ...policy,
    budgets: policy.budgets.map((line) => (line.purposes.includes('DUES') ? { ...line, acts: { CARD_CHECK: limits } } : line)),
  };

  test('comes from the line of the read budget', () => {
    expect(actBudgetOf(served, 'COACH', 'DUES', 'CARD_CHECK')).toEqual(limits);
    expect(actBudgetOf(served, 'COACH', 'COACHING', 'CARD_CHECK')).toEqual(limits);
  });

  test.each([
    ['COACH', 'DUES', 'SIGN_UP_CODE'],
    ['COACH', 'LOG_REVIEW', 'CARD_CHECK'],
    ['COACH', 'OWN_AFFAIRS', 'CARD_CHECK'],
    ['COACH', undefined, 'CARD_CHECK'],
    ['RECEPTIONIST', 'DUES', 'CARD_CHECK'],
  ] as const)('is zero if that line does not name it, or there is no line: %s, %s, %s', (role, purpose, act) => {
    expect(actBudgetOf(served, role, purpose, act)).toEqual({ perHour: 0, perDay: 0 });
  });
});
