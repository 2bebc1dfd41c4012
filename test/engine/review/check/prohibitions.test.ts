import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { withProhibitions } from './changed-policy.ts';

const inEveryRelationship = ['SELF', 'PARENT', 'TEAM', 'DESK', 'TRAINEE', 'INQUIRY', 'SQUAD', 'NONE'] as const;

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'a prohibition that another covers',
    withProhibitions({ categories: ['LOCKER_CODE', 'BOOKING'], when: ['CLAIM_OPEN'] }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'LOCKER_CODE is already prohibited by no-locker-codes wherever this line binds',
      hint: 'remove LOCKER_CODE from no-more',
    },
  ],
  [
    'a prohibition that others cover together',
    withProhibitions({}, { line: 'b', roles: ['COACH'] }, { line: 'both', roles: ['COACH', 'CARETAKER'], when: ['CLAIM_OPEN'] }),
    {
      coordinate: 'prohibitions both',
      problem: 'BOOKING is already prohibited by b and no-more wherever this line binds',
      hint: 'remove BOOKING from both',
    },
  ],
  [
    'a condition in when and in unless',
    withProhibitions({ when: ['UNLISTED'], unless: { conditions: ['UNLISTED'] } }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'UNLISTED is in when and in unless.conditions, so it can never bind',
      hint: 'remove UNLISTED from one of the two',
    },
  ],
  [
    'a prohibition that excepts each of its purposes',
    withProhibitions({ purposes: ['BUILDING_SAFETY'], unless: { purposes: ['BUILDING_SAFETY', 'DUES'] } }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'unless excepts each of its purposes, so it can never bind',
      hint: 'remove its own purposes from unless.purposes',
    },
  ],
  [
    'a prohibition that excepts every relationship',
    withProhibitions({ unless: { relationships: inEveryRelationship } }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'unless excepts every relationship, so it can never bind',
      hint: 'remove its own relationships from unless.relationships',
    },
  ],
];

describe('prohibitions', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });
});
