import { town } from '../../../../src/town/index.ts';
import type { Budget } from '../../../../src/engine/policy/lines.ts';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { schemaSources } from '../../../../src/town/graphql/schema-sources.ts';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import { budgetedPurposes, budgetedRoles } from '../../../../src/engine/policy/budget-of.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/policy.ts';
import { withBudget } from '../../../helpers/changed-policy.ts';
import { withRootFields, word } from './changed-policy.ts';

const support = 'budgets SUPPORT CUSTOMER_SUPPORT';
const changed = (change: Partial<Budget>): Policy => withBudget('SUPPORT', 'CUSTOMER_SUPPORT', (line) => ({ ...line, ...change }));
const and = (line: Partial<Budget>): Policy => ({
  ...policyInForce,
  budgets: [...policyInForce.budgets, { role: 'SUPPORT', purposes: ['PAYMENT'], perHour: 1, perDay: 2, clause: 'safeguards', ...line }],
});
const wholeNumber = 'give a whole number from 1';

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'a budget of zero data subjects',
    changed({ perHour: 0 }),
    { coordinate: support, problem: 'perHour is not a positive whole number', hint: wholeNumber },
  ],
  [
    'budgets that are not whole numbers',
    changed({ perHour: 0.5, perDay: Infinity }),
    { coordinate: support, problem: 'perHour is not a positive whole number', hint: wholeNumber },
    { coordinate: support, problem: 'perDay is not a positive whole number', hint: wholeNumber },
  ],
  [
    'a limit per hour that exceeds the limit per day',
    changed({ perHour: 401 }),
    { coordinate: support, problem: 'perHour is more than perDay, so it never binds', hint: 'make it at most perDay' },
  ],
  [
    'a budget of encounters that is not a positive whole number',
    withBudget('CUSTOMER_SERVICE', 'PAYMENT', (line) => ({ ...line, unserved: { perHour: 1.5, perDay: 2 } })),
    { coordinate: 'budgets CUSTOMER_SERVICE PAYMENT', problem: 'unserved.perHour is not a positive whole number', hint: wholeNumber },
  ],
  [
    'a budget of encounters for an hour that exceeds the one for a day',
    withBudget('CUSTOMER_SERVICE', 'PAYMENT', (line) => ({ ...line, unserved: { perHour: 3, perDay: 2 } })),
    {
      coordinate: 'budgets CUSTOMER_SERVICE PAYMENT',
      problem: 'unserved.perHour is more than unserved.perDay, so it never binds',
      hint: 'make it at most unserved.perDay',
    },
  ],
  [
    'a budget of encounters for a role that begins none',
    changed({ unserved: { perHour: 1, perDay: 2 } }),
    { coordinate: support, problem: 'SUPPORT may not begin encounters for its purposes', hint: 'remove unserved' },
  ],
  [
    'a budget of identity checks that is not a positive whole number',
    withBudget('CUSTOMER_SERVICE', 'SERVICE_PROVISION', (line) => ({ ...line, identityChecks: { perHour: 0, perDay: 2 } })),
    {
      coordinate: 'budgets CUSTOMER_SERVICE SERVICE_PROVISION',
      problem: 'identityChecks.perHour is not a positive whole number',
      hint: wholeNumber,
    },
  ],
  [
    'a budget of identity checks for a role that makes none',
    changed({ identityChecks: { perHour: 1, perDay: 2 } }),
    { coordinate: support, problem: 'SUPPORT may not check identities for its purposes', hint: 'remove identityChecks' },
  ],
  [
    'identity checks without a budget',
    withBudget('CUSTOMER_SERVICE', 'SERVICE_PROVISION', ({ identityChecks: _none, ...line }) => line),
    {
      coordinate: 'rootFields Mutation.confirmIdentity',
      problem: 'CUSTOMER_SERVICE may check identities for SERVICE_PROVISION, but no budget limits how often',
      hint: 'give identityChecks to the budget for CUSTOMER_SERVICE and SERVICE_PROVISION',
      words: ['CUSTOMER_SERVICE', 'SERVICE_PROVISION'],
    },
  ],
  [
    'a budget of claims for a role that makes none',
    changed({ claims: { perHour: 1, perDay: 2 } }),
    { coordinate: support, problem: 'SUPPORT may not confirm codes to claim records for its purposes', hint: 'remove claims' },
  ],
  [
    'claims without a budget',
    withBudget('CUSTOMER_SERVICE', 'SERVICE_PROVISION', ({ claims: _none, ...line }) => line),
    {
      coordinate: 'rootFields Mutation.confirmClaim',
      problem: 'CUSTOMER_SERVICE may confirm codes to claim records for SERVICE_PROVISION, but no budget limits how often',
      hint: 'give claims to the budget for CUSTOMER_SERVICE and SERVICE_PROVISION',
      words: ['CUSTOMER_SERVICE', 'SERVICE_PROVISION'],
    },
  ],
  [
    'encounters without a budget',
    withBudget('CUSTOMER_SERVICE', 'PAYMENT', ({ unserved: _none, ...line }) => line),
    {
      coordinate: 'rootFields Mutation.startEncounter',
      problem: 'CUSTOMER_SERVICE may begin encounters for PAYMENT, but no budget limits how many people it may leave unserved',
      hint: 'give unserved to the budget for CUSTOMER_SERVICE and PAYMENT',
      words: ['CUSTOMER_SERVICE', 'PAYMENT'],
    },
  ],
  [
    'a second line for the same role and purpose',
    and({ purposes: ['CUSTOMER_SUPPORT'] }),
    {
      coordinate: support,
      problem: 'an earlier line is for SUPPORT and CUSTOMER_SUPPORT',
      hint: 'leave one line for each role and purpose',
    },
  ],
  [
    'a line for a purpose that the role does not have',
    and({}),
    { coordinate: 'budgets SUPPORT PAYMENT', problem: 'SUPPORT may not enter any root field for PAYMENT', hint: 'remove PAYMENT from it' },
  ],
  [
    'a line for residents',
    and({ role: 'RESIDENT', purposes: ['SELF_SERVICE'] }),
    { coordinate: 'budgets RESIDENT SELF_SERVICE', problem: 'the reads of RESIDENT are not counted', hint: 'remove the line' },
  ],
  [
    'a line without purposes',
    and({ purposes: [] }),
    { coordinate: 'budgets SUPPORT (none)', problem: 'purposes names nothing', hint: 'name something, or leave it out' },
  ],
  [
    'an unknown word',
    and({ clause: word('safegards') }),
    { coordinate: 'budgets SUPPORT PAYMENT', problem: 'there is no clause "safegards"', hint: 'did you mean safeguards?' },
  ],
  [
    'a root field for a purpose without a budget',
    withRootFields({ role: 'SUPPORT', purposes: ['PAYMENT'] }),
    {
      coordinate: 'rootFields Query.requests',
      problem: 'SUPPORT may enter it for PAYMENT, but no budget limits how many data subjects it may read',
      hint: 'give budgets a line for SUPPORT and PAYMENT',
      words: ['SUPPORT', 'PAYMENT'],
    },
  ],
];

describe('clause safeguards: read budgets', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });

  const needed = budgetedRoles(policyInForce.vocabulary).flatMap((role) =>
    [...budgetedPurposes(policyInForce, role).keys()].map((purpose) => ({ role, purpose })),
  );
  test.each(needed)('the gateway does not start without one of $role for $purpose', ({ role, purpose }) => {
    const without = withBudget(role, purpose, (line) => {
      const purposes = line.purposes.filter((other) => other !== purpose);
      return purposes.length === 0 ? undefined : { ...line, purposes };
    });
    const problem = `${role} may enter it for ${purpose}, but no budget limits how many data subjects it may read`;
    expect(checkPolicy(without).map((one) => one.problem)).toEqual([problem]);
    expect(() => buildSchema(town, schemaSources(), without)).toThrow(problem);
  });
});
