import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../src/policy-review/check-policy.ts';
import type { Disagreement } from '../../../src/policy-review/check/disagreement.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { withProhibitions } from './changed-policy.ts';

const inEveryRelationship = ['SELF', 'GUARDIAN', 'HOUSEHOLD', 'ENCOUNTER', 'ASSIGNED_TICKET', 'OPEN_REQUEST', 'MANDATE', 'NONE'] as const;

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'a prohibition that another covers',
    withProhibitions({ categories: ['CREDENTIAL', 'PURCHASE'], when: ['CREDIT_CHECK_OPEN'] }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'CREDENTIAL is prohibited already by no-passwords wherever it binds',
      hint: 'take CREDENTIAL out of no-more',
    },
  ],
  [
    'a prohibition that others cover together',
    withProhibitions({}, { line: 'b', roles: ['SUPPORT'] }, { line: 'both', roles: ['SUPPORT', 'SECURITY'], when: ['CREDIT_CHECK_OPEN'] }),
    {
      coordinate: 'prohibitions both',
      problem: 'PURCHASE is prohibited already by no-more and b wherever it binds',
      hint: 'take PURCHASE out of both',
    },
  ],
  [
    'a condition in when and in unless',
    withProhibitions({ when: ['ADDRESS_PROTECTED'], unless: { conditions: ['ADDRESS_PROTECTED'] } }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'ADDRESS_PROTECTED is in when and in unless.conditions, so it can never bind',
      hint: 'take ADDRESS_PROTECTED out of one of the two',
    },
  ],
  [
    'a prohibition that excepts every purpose that it is for',
    withProhibitions({ purposes: ['WEBSITE_SECURITY'], unless: { purposes: ['WEBSITE_SECURITY', 'PAYMENT'] } }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'unless excepts every purpose that it is for, so it can never bind',
      hint: 'take the purposes that it is for out of unless.purposes',
    },
  ],
  [
    'a prohibition that excepts every relationship',
    withProhibitions({ unless: { relationships: inEveryRelationship } }),
    {
      coordinate: 'prohibitions no-more',
      problem: 'unless excepts every relationship, so it can never bind',
      hint: 'take those that it is for out of unless.relationships',
    },
  ],
];

describe('of the prohibitions', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });
});
