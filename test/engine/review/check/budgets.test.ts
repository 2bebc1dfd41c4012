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
    'a budget of an act that is not a positive whole number',
    withBudget('CUSTOMER_SERVICE', 'PAYMENT', (line) => ({ ...line, acts: { UNSERVED_ENCOUNTER: { perHour: 1.5, perDay: 2 } } })),
    {
      coordinate: 'budgets CUSTOMER_SERVICE PAYMENT',
      problem: 'acts.UNSERVED_ENCOUNTER.perHour is not a positive whole number',
      hint: wholeNumber,
    },
  ],
  [
    'a budget of an act for an hour that exceeds the one for a day',
    withBudget('CUSTOMER_SERVICE', 'PAYMENT', (line) => ({ ...line, acts: { UNSERVED_ENCOUNTER: { perHour: 3, perDay: 2 } } })),
    {
      coordinate: 'budgets CUSTOMER_SERVICE PAYMENT',
      problem: 'acts.UNSERVED_ENCOUNTER.perHour is more than acts.UNSERVED_ENCOUNTER.perDay, so it never binds',
      hint: 'make it at most acts.UNSERVED_ENCOUNTER.perDay',
    },
  ],
  ...(
    [
      ['UNSERVED_ENCOUNTER', 'Mutation.startEncounter', 'PAYMENT'],
      ['IDENTITY_CHECK', 'Mutation.confirmIdentity', 'SERVICE_PROVISION'],
      ['CLAIM_CODE', 'Mutation.confirmClaim', 'SERVICE_PROVISION'],
    ] as const
  ).flatMap(([act, field, purpose]): (readonly [string, Policy, Disagreement])[] => [
    [
      `a budget of ${act} for a role that does not do it`,
      changed({ acts: { [act]: { perHour: 1, perDay: 2 } } }),
      { coordinate: support, problem: `SUPPORT may not enter ${field} for its purposes`, hint: `remove acts.${act}` },
    ],
    [
      `${act} without a budget`,
      withBudget('CUSTOMER_SERVICE', purpose, ({ acts: { [act]: _none, ...acts } = {}, ...line }) => ({ ...line, acts })),
      {
        coordinate: `rootFields ${field}`,
        problem: `CUSTOMER_SERVICE may enter it for ${purpose}, but no budget limits how often`,
        hint: `give acts.${act} to the budget for CUSTOMER_SERVICE and ${purpose}`,
        words: ['CUSTOMER_SERVICE', purpose],
      },
    ],
  ]),
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
