import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import { Purpose, Role } from '../../../src/town/graphql/generated/schema.ts';
import { budgetedPurposes, budgetedRoles, actBudgetOf, budgetOf } from '../../../src/engine/policy/budget-of.ts';
import { mostChargedPerEntry } from '../../../src/engine/guard/seen-subjects.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';

// A small policy for this test.
const policy: Policy = {
  grants: [],
  vocabulary,
  prohibitions: [],
  rootFields: [
    { fields: ['Query.services'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'willing' },
    { fields: ['Query.notice'], role: 'SUPPORT', purposes: ['SELF_SERVICE'], scope: 'OPEN', clause: 'willing' },
    { fields: ['Query.ticket', 'Query.tickets'], role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], scope: 'QUEUE', clause: 'helpdesk' },
    { fields: ['Query.residents'], role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT', 'PAYMENT'], scope: 'ALL', clause: 'access' },
    { fields: [], role: 'SUPPORT', purposes: ['AGE_VERIFICATION'], scope: 'ALL', clause: 'access' },
    { fields: ['Query.visits'], role: 'SECURITY', purposes: 'ANY', scope: 'ALL', clause: 'telemetry' },
    { fields: ['Query.log'], role: 'SECURITY', purposes: ['WEBSITE_SECURITY'], scope: 'OPEN', clause: 'telemetry' },
  ],
  budgets: [
    { role: 'SECURITY', purposes: ['CUSTOMER_SUPPORT'], perHour: 7, perDay: 8, clause: 'safeguards' },
    { role: 'SUPPORT', purposes: ['PAYMENT', 'CUSTOMER_SUPPORT'], perHour: 1, perDay: 2, clause: 'safeguards' },
    { role: 'RESIDENT', purposes: ['SELF_SERVICE'], perHour: 3, perDay: 4, clause: 'safeguards' },
    { role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT', 'ACCESS_REVIEW'], perHour: 5, perDay: 6, clause: 'safeguards' },
  ],
};

describe('clause safeguards: a read budget', () => {
  test('comes from the first line for the role and the purpose', () => {
    expect(budgetOf(policy, 'SUPPORT', 'PAYMENT')).toMatchObject({ perHour: 1, perDay: 2 });
    expect(budgetOf(policy, 'SUPPORT', 'CUSTOMER_SUPPORT')).toMatchObject({ perHour: 1, perDay: 2 });
    expect(budgetOf(policy, 'SUPPORT', 'ACCESS_REVIEW')).toMatchObject({ perHour: 5, perDay: 6 });
  });

  test('is zero if no line is for the role and the purpose', () => {
    const none = { perHour: 0, perDay: 0 };
    expect(budgetOf(policy, 'SECURITY', 'PAYMENT')).toEqual(none);
    expect(budgetOf(policy, 'SUPPORT', 'SELF_SERVICE')).toEqual(none);
    expect(budgetOf(policy, 'SUPPORT', undefined)).toEqual(none);
    for (const role of budgetedRoles(vocabulary)) expect(budgetOf({ ...policy, budgets: [] }, role, 'PAYMENT')).toEqual(none);
  });

  test('does not exist for residents and anonymous callers, even if a line has one', () => {
    expect(budgetOf(policy, 'RESIDENT', 'SELF_SERVICE')).toBeUndefined();
    expect(budgetOf(policy, 'ANONYMOUS', undefined)).toBeUndefined();
    expect(Object.values(Role).filter((role) => !budgetedRoles(vocabulary).includes(role))).toEqual(['ANONYMOUS', 'RESIDENT']);
  });

  test('is needed for each purpose for which a role can use a root field with personal rows', () => {
    expect([...budgetedPurposes(policy, 'SUPPORT')]).toEqual([
      ['CUSTOMER_SUPPORT', 'Query.ticket'],
      ['PAYMENT', 'Query.residents'],
    ]);
    expect([...budgetedPurposes(policy, 'SECURITY')]).toEqual([['WEBSITE_SECURITY', 'Query.visits']]);
    expect([...budgetedPurposes(policy, 'CONTROL_AGENCY')]).toEqual([]);
    const openToAll: Policy = {
      ...policy,
      rootFields: [{ fields: ['Query.all'], role: 'ANYBODY', purposes: ['PAYMENT'], scope: 'ALL', clause: 'access' }],
    };
    expect([...budgetedPurposes(openToAll, 'CONTROL_AGENCY')]).toEqual([['PAYMENT', 'Query.all']]);
  });

  test('exists for every purpose of every counted role, with a lower limit per hour than per day', () => {
    let lines = 0;
    for (const role of budgetedRoles(vocabulary)) {
      for (const purpose of Object.values(Purpose)) {
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
});

describe('clause safeguards: the budget of an act', () => {
  const limits = { perHour: 9, perDay: 10 };
  const served: Policy = {
    ...policy,
    budgets: policy.budgets.map((line) => (line.purposes.includes('PAYMENT') ? { ...line, acts: { IDENTITY_CHECK: limits } } : line)),
  };

  test('comes from the line of the read budget', () => {
    expect(actBudgetOf(served, 'SUPPORT', 'PAYMENT', 'IDENTITY_CHECK')).toEqual(limits);
    expect(actBudgetOf(served, 'SUPPORT', 'CUSTOMER_SUPPORT', 'IDENTITY_CHECK')).toEqual(limits);
  });

  test.each([
    ['SUPPORT', 'PAYMENT', 'CLAIM_CODE'],
    ['SUPPORT', 'ACCESS_REVIEW', 'IDENTITY_CHECK'],
    ['SUPPORT', 'SELF_SERVICE', 'IDENTITY_CHECK'],
    ['SUPPORT', undefined, 'IDENTITY_CHECK'],
    ['CUSTOMER_SERVICE', 'PAYMENT', 'IDENTITY_CHECK'],
  ] as const)('is zero if that line does not name it, or there is no line: %s, %s, %s', (role, purpose, act) => {
    expect(actBudgetOf(served, role, purpose, act)).toEqual({ perHour: 0, perDay: 0 });
  });
});

test('clause safeguards: a reviewer may read a hundred of the largest entries in an hour', () => {
  expect(budgetOf(policyInForce, 'PRIVACY_OFFICER', 'ACCESS_REVIEW')!.perHour / mostChargedPerEntry).toBe(100);
});
