import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/policy.ts';
import { prohibition, withGrants } from './changed-policy.ts';

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'each category of a grant that a prohibition always beats',
    withGrants({ categories: ['HOUSEHOLD', 'CREDENTIAL', 'NETWORK_ADDRESS', 'DEVICE'] }),
    {
      coordinate: 'grants one-more',
      problem: 'CREDENTIAL can never be permitted by this line: always prohibited by no-passwords',
      hint: 'remove CREDENTIAL from one-more, or make an exception in no-passwords',
    },
    {
      coordinate: 'grants one-more',
      problem: 'NETWORK_ADDRESS, DEVICE can never be permitted by this line: always prohibited by no-web-visits',
      hint: 'remove NETWORK_ADDRESS, DEVICE from one-more, or make an exception in no-web-visits',
    },
  ],
  [
    'a grant under the same condition as a prohibition',
    {
      ...withGrants({ when: ['CREDIT_CHECK_OPEN', 'ADDRESS_PROTECTED'] }),
      prohibitions: [
        ...policyInForce.prohibitions,
        { ...prohibition, categories: ['HOUSEHOLD'], roles: ['CUSTOMER_SERVICE'], when: ['CREDIT_CHECK_OPEN'] },
      ],
    },
    {
      coordinate: 'grants one-more',
      problem: 'HOUSEHOLD can never be permitted by this line: always prohibited by address-protection and no-more',
      hint: 'remove HOUSEHOLD from one-more, or make an exception in address-protection and no-more',
    },
  ],
  [
    'a grant that one of two prohibitions beats in every case',
    {
      ...withGrants({ categories: ['SUPPORT_HISTORY'] }),
      prohibitions: [
        ...policyInForce.prohibitions,
        { ...prohibition, line: 'while', categories: ['SUPPORT_HISTORY'], roles: ['CUSTOMER_SERVICE'], when: ['CREDIT_CHECK_OPEN'] },
        {
          ...prohibition,
          line: 'else',
          categories: ['SUPPORT_HISTORY'],
          roles: ['CUSTOMER_SERVICE'],
          unless: { conditions: ['CREDIT_CHECK_OPEN'] },
        },
      ],
    },
    {
      coordinate: 'grants one-more',
      problem: 'SUPPORT_HISTORY can never be permitted by this line: always prohibited by while and else',
      hint: 'remove SUPPORT_HISTORY from one-more, or make an exception in while and else',
    },
  ],
  [
    'a grant for a purpose that the role can never declare',
    withGrants({ purpose: 'MAINTENANCE' }),
    {
      coordinate: 'grants one-more',
      problem: 'CUSTOMER_SERVICE can never declare MAINTENANCE: no root field is open for it',
      hint: 'open a root field to CUSTOMER_SERVICE for MAINTENANCE',
    },
  ],
  [
    'a grant that another covers',
    withGrants({ categories: ['HOUSEHOLD', 'AGE', 'NAME'], when: ['CREDIT_CHECK_OPEN'] }),
    {
      coordinate: 'grants one-more',
      problem: 'counter-age already grants AGE, NAME, under no further conditions',
      hint: 'remove AGE, NAME from one-more, or add the condition that counter-age lacks',
    },
  ],
  [
    'an earlier grant that a later one covers',
    withGrants({ when: ['CREDIT_CHECK_OPEN'] }, { line: 'wider' }),
    {
      coordinate: 'grants one-more',
      problem: 'wider already grants HOUSEHOLD, under no further conditions',
      hint: 'remove HOUSEHOLD from one-more, or add the condition that wider lacks',
    },
  ],
  [
    'the later one of two equal grants',
    withGrants({}, { line: 'again' }),
    {
      coordinate: 'grants again',
      problem: 'one-more already grants HOUSEHOLD, under no further conditions',
      hint: 'remove HOUSEHOLD from again, or add the condition that one-more lacks',
    },
  ],
];

describe('grants', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });
});
