import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import { clubPolicy } from '../../club/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { prohibition, withGrants } from './changed-policy.ts';

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'each category of a grant that a prohibition always beats',
    withGrants({ categories: ['TEAM', 'LOCKER_CODE', 'DOOR', 'BADGE'] }),
    {
      coordinate: 'grants one-more',
      problem: 'LOCKER_CODE can never be permitted by this line: always prohibited by no-locker-codes',
      hint: 'remove LOCKER_CODE from one-more, or make an exception in no-locker-codes',
    },
    {
      coordinate: 'grants one-more',
      problem: 'DOOR, BADGE can never be permitted by this line: always prohibited by no-door-visits',
      hint: 'remove DOOR, BADGE from one-more, or make an exception in no-door-visits',
    },
  ],
  [
    'a grant under the same condition as a prohibition',
    {
      ...withGrants({ when: ['CLAIM_OPEN', 'UNLISTED'] }),
      prohibitions: [...clubPolicy.prohibitions, { ...prohibition, categories: ['TEAM'], roles: ['RECEPTIONIST'], when: ['CLAIM_OPEN'] }],
    },
    {
      coordinate: 'grants one-more',
      problem: 'TEAM can never be permitted by this line: always prohibited by unlisted and no-more',
      hint: 'remove TEAM from one-more, or make an exception in unlisted and no-more',
    },
  ],
  [
    'a grant that one of two prohibitions beats in every case',
    {
      ...withGrants({ categories: ['TRAINING'] }),
      prohibitions: [
        ...clubPolicy.prohibitions,
        { ...prohibition, line: 'while', categories: ['TRAINING'], roles: ['RECEPTIONIST'], when: ['CLAIM_OPEN'] },
        {
          ...prohibition,
          line: 'else',
          categories: ['TRAINING'],
          roles: ['RECEPTIONIST'],
          unless: { conditions: ['CLAIM_OPEN'] },
        },
      ],
    },
    {
      coordinate: 'grants one-more',
      problem: 'TRAINING can never be permitted by this line: always prohibited by while and else',
      hint: 'remove TRAINING from one-more, or make an exception in while and else',
    },
  ],
  [
    'a grant for a purpose that the role can never declare',
    withGrants({ purpose: 'STAFFING' }),
    {
      coordinate: 'grants one-more',
      problem: 'RECEPTIONIST can never declare STAFFING: no root field is open for it',
      hint: 'open a root field to RECEPTIONIST for STAFFING',
    },
  ],
  [
    'a grant that another covers',
    withGrants({ categories: ['TEAM', 'AGE', 'NAME'], when: ['CLAIM_OPEN'] }),
    {
      coordinate: 'grants one-more',
      problem: 'desk-age already grants AGE, NAME, under no further conditions',
      hint: 'remove AGE, NAME from one-more, or add the condition that desk-age lacks',
    },
  ],
  [
    'an earlier grant that a later one covers',
    withGrants({ when: ['CLAIM_OPEN'] }, { line: 'wider' }),
    {
      coordinate: 'grants one-more',
      problem: 'wider already grants TEAM, under no further conditions',
      hint: 'remove TEAM from one-more, or add the condition that wider lacks',
    },
  ],
  [
    'the later one of two equal grants',
    withGrants({}, { line: 'again' }),
    {
      coordinate: 'grants again',
      problem: 'one-more already grants TEAM, under no further conditions',
      hint: 'remove TEAM from again, or add the condition that one-more lacks',
    },
  ],
];

describe('grants', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });
});
