import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import type { Policy } from '../../../../src/engine/policy/policy.ts';
import { withProhibitions } from './changed-policy.ts';

const inEveryRelationship = ['SELF', 'GUARDIAN', 'HOUSEHOLD', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE', 'NONE'] as const;

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'a prohibition that another covers',
    withProhibitions({ categories: ['CREDENTIAL', 'PURCHASE'], when: ['CREDIT_CHECK_OPEN'] }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'CREDENTIAL is already prohibited by no-passwords wherever this line binds',
      hint: 'remove CREDENTIAL from no-more',
    },
  ],
  [
    'a prohibition that others cover together',
    withProhibitions({}, { line: 'b', roles: ['SUPPORT'] }, { line: 'both', roles: ['SUPPORT', 'SECURITY'], when: ['CREDIT_CHECK_OPEN'] }),
    {
      coordinate: 'prohibitions both',
      problem: 'PURCHASE is already prohibited by no-more and b wherever this line binds',
      hint: 'remove PURCHASE from both',
    },
  ],
  [
    'a condition in when and in unless',
    withProhibitions({ when: ['ADDRESS_PROTECTED'], unless: { conditions: ['ADDRESS_PROTECTED'] } }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'ADDRESS_PROTECTED is in when and in unless.conditions, so it can never bind',
      hint: 'remove ADDRESS_PROTECTED from one of the two',
    },
  ],
  [
    'a prohibition that excepts each of its purposes',
    withProhibitions({ purposes: ['WEBSITE_SECURITY'], unless: { purposes: ['WEBSITE_SECURITY', 'PAYMENT'] } }),
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
