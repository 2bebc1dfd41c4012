import type { Budget } from '../../../../src/engine/policy/declaration/lines.ts';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import { budgetedPurposes, budgetedRoles } from '../../../../src/engine/policy/decision/enter.ts';
import { clubPolicy } from '../../club/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { withBudget } from '../../club/changed-policy.ts';
import { withRootFields, word } from './changed-policy.ts';
import { club, clubSources } from '../../club/club.ts';

const coaching = 'budgets COACH COACHING';
const changed = (change: Partial<Budget>): Policy => withBudget('COACH', 'COACHING', (line) => ({ ...line, ...change }));
const and = (line: Partial<Budget>): Policy => ({
  ...clubPolicy,
  budgets: [...clubPolicy.budgets, { role: 'COACH', purposes: ['DUES'], perHour: 1, perDay: 2, clause: 'safeguards', ...line }],
});
const wholeNumber = 'give a whole number from 1';

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'a budget of zero data subjects',
    changed({ perHour: 0 }),
    { coordinate: coaching, problem: 'perHour is not a positive whole number', hint: wholeNumber },
  ],
  [
    'budgets that are not whole numbers',
    changed({ perHour: 0.5, perDay: Infinity }),
    { coordinate: coaching, problem: 'perHour is not a positive whole number', hint: wholeNumber },
    { coordinate: coaching, problem: 'perDay is not a positive whole number', hint: wholeNumber },
  ],
  [
    'a limit per hour that exceeds the limit per day',
    changed({ perHour: 401 }),
    { coordinate: coaching, problem: 'perHour is more than perDay, so it never binds', hint: 'make it at most perDay' },
  ],
  [
    'a budget of an act that is not a positive whole number',
    withBudget('RECEPTIONIST', 'DUES', (line) => ({ ...line, acts: { MISSED_VISIT: { perHour: 1.5, perDay: 2 } } })),
    {
      coordinate: 'budgets RECEPTIONIST DUES',
      problem: 'acts.MISSED_VISIT.perHour is not a positive whole number',
      hint: wholeNumber,
    },
  ],
  [
    'a budget of an act for an hour that exceeds the one for a day',
    withBudget('RECEPTIONIST', 'DUES', (line) => ({ ...line, acts: { MISSED_VISIT: { perHour: 3, perDay: 2 } } })),
    {
      coordinate: 'budgets RECEPTIONIST DUES',
      problem: 'acts.MISSED_VISIT.perHour is more than acts.MISSED_VISIT.perDay, so it never binds',
      hint: 'make it at most acts.MISSED_VISIT.perDay',
    },
  ],
  ...(
    [
      ['MISSED_VISIT', 'Mutation.startVisit', 'DUES'],
      ['CARD_CHECK', 'Mutation.checkCard', 'RECEPTION'],
      ['SIGN_UP_CODE', 'Mutation.confirmSignUp', 'RECEPTION'],
    ] as const
  ).flatMap(([act, field, purpose]): (readonly [string, Policy, Disagreement])[] => [
    [
      `a budget of ${act} for a role that does not do it`,
      changed({ acts: { [act]: { perHour: 1, perDay: 2 } } }),
      { coordinate: coaching, problem: `COACH may not enter ${field} for its purposes`, hint: `remove acts.${act}` },
    ],
    [
      `${act} without a budget`,
      withBudget('RECEPTIONIST', purpose, ({ acts: { [act]: _none, ...acts } = {}, ...line }) => ({ ...line, acts })),
      {
        coordinate: `rootFields ${field}`,
        problem: `RECEPTIONIST may enter it for ${purpose}, but no budget limits how often`,
        hint: `give acts.${act} to the budget for RECEPTIONIST and ${purpose}`,
        words: ['RECEPTIONIST', purpose],
      },
    ],
  ]),
  [
    'a second line for the same role and purpose',
    and({ purposes: ['COACHING'] }),
    {
      coordinate: coaching,
      problem: 'an earlier line is for COACH and COACHING',
      hint: 'leave one line for each role and purpose',
    },
  ],
  [
    'a line for a purpose that the role does not have',
    and({}),
    { coordinate: 'budgets COACH DUES', problem: 'COACH may not enter any root field for DUES', hint: 'remove DUES from it' },
  ],
  [
    'a line for members',
    and({ role: 'MEMBER', purposes: ['OWN_AFFAIRS'] }),
    { coordinate: 'budgets MEMBER OWN_AFFAIRS', problem: 'the reads of MEMBER are not counted', hint: 'remove the line' },
  ],
  [
    'a line without purposes',
    and({ purposes: [] }),
    { coordinate: 'budgets COACH (none)', problem: 'purposes names nothing', hint: 'name something, or leave it out' },
  ],
  [
    'an unknown word',
    and({ clause: word('safegards') }),
    { coordinate: 'budgets COACH DUES', problem: 'there is no clause "safegards"', hint: 'did you mean safeguards?' },
  ],
  [
    'a root field for a purpose without a budget',
    withRootFields({ role: 'COACH', purposes: ['DUES'] }),
    {
      coordinate: 'rootFields Query.inquiries',
      problem: 'COACH may enter it for DUES, but no budget limits how many data subjects it may read',
      hint: 'give budgets a line for COACH and DUES',
      words: ['COACH', 'DUES'],
    },
  ],
];

describe('clause safeguards: read budgets', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });

  const needed = budgetedRoles(clubPolicy.vocabulary).flatMap((role) =>
    [...budgetedPurposes(clubPolicy, role).keys()].map((purpose) => ({ role, purpose })),
  );
  test.each(needed)('the gateway does not start without one of $role for $purpose', ({ role, purpose }) => {
    const without = withBudget(role, purpose, (line) => {
      const purposes = line.purposes.filter((other) => other !== purpose);
      return purposes.length === 0 ? undefined : { ...line, purposes };
    });
    const problem = `${role} may enter it for ${purpose}, but no budget limits how many data subjects it may read`;
    expect(checkPolicy(without).map((one) => one.problem)).toEqual([problem]);
    expect(() => buildSchema(club, clubSources(), without)).toThrow(problem);
  });
});
