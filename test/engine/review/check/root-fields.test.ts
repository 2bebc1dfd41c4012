import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import type { Policy } from '../../../../src/engine/policy/policy.ts';
import { withRootFields } from './changed-policy.ts';

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'two scopes for one field, role and purpose',
    withRootFields({ fields: ['Query.services', 'Query.me'], role: 'RESIDENT', purposes: ['SELF_SERVICE'], scope: 'CARE' }),
    {
      coordinate: 'rootFields Query.services',
      problem: 'for RESIDENT and SELF_SERVICE an earlier line gives the rows OPEN, and this one CARE',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
    {
      coordinate: 'rootFields Query.me',
      problem: 'for RESIDENT and SELF_SERVICE an earlier line gives the rows SELF, and this one CARE',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
  ],
  [
    'two needs for one field, role and purpose',
    withRootFields({ fields: ['Query.accounts'], role: 'COLLECTION_AGENCY', purposes: ['DEBT_COLLECTION'], scope: 'MANDATE' }),
    {
      coordinate: 'rootFields Query.accounts',
      problem:
        'for COLLECTION_AGENCY and DEBT_COLLECTION an earlier line gives the rows MANDATE (if it may see OVERDUE), and this one MANDATE',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
  ],
  [
    'a root field line that an earlier one covers',
    withRootFields({ fields: ['Query.webVisits', 'Query.requests'] }),
    {
      coordinate: 'rootFields Query.webVisits',
      problem: 'another line already opens it to SECURITY for WEBSITE_SECURITY, with the same rows',
      hint: 'leave one line for each field, role and purpose',
    },
  ],
  [
    'a root field line for all roles that covers one before it',
    withRootFields({ role: 'SECURITY' }, { role: 'ANYBODY', purposes: 'ANY', scope: 'ALL', fields: ['Query.requests'] }),
    {
      coordinate: 'rootFields Query.requests',
      problem: 'for RESIDENT and SELF_SERVICE an earlier line gives the rows CARE, and this one ALL',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
    {
      coordinate: 'rootFields Query.requests',
      problem: 'for PRIVACY_OFFICER and RIGHTS_FULFILMENT an earlier line gives the rows QUEUE, and this one ALL',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
    {
      coordinate: 'rootFields Query.requests',
      problem: 'another line already opens it to SECURITY for WEBSITE_SECURITY, with the same rows',
      hint: 'leave one line for each field, role and purpose',
    },
  ],
  [
    'a fresh proof in one of two lines for one field, role and purpose',
    withRootFields({ fields: ['Mutation.approveSeal'], role: 'PRIVACY_OFFICER', purposes: ['MANDATE_ADMINISTRATION'], scope: 'ALL' }),
    {
      coordinate: 'rootFields Mutation.approveSeal',
      problem: 'for PRIVACY_OFFICER and MANDATE_ADMINISTRATION an earlier line gives the rows ALL (after a fresh proof), and this one ALL',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
  ],
  [
    'a fresh proof of a partner, which no partner can give',
    withRootFields({
      fields: ['Query.requests'],
      role: 'LAW_ENFORCEMENT',
      purposes: ['LEGAL_DEMAND'],
      scope: 'MANDATE',
      freshProof: true,
    }),
    {
      coordinate: 'rootFields Query.requests',
      problem: 'it needs a fresh proof, which LAW_ENFORCEMENT can never give',
      hint: 'leave freshProof out: only people who sign in have passkeys',
    },
  ],
  [
    'a needed category that no role of the line can see',
    withRootFields({ needs: 'BIRTH_DATE' }),
    {
      coordinate: 'rootFields Query.requests',
      problem: 'it needs BIRTH_DATE, which SECURITY can never see in its rows for WEBSITE_SECURITY',
      hint: 'grant BIRTH_DATE, or need a category that is granted',
    },
  ],
  [
    'a needed category that is granted, but not in the rows of the scope',
    withRootFields({ fields: ['Query.mandate'], role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], scope: 'ENCOUNTER', needs: 'NAME' }),
    {
      coordinate: 'rootFields Query.mandate',
      problem: 'it needs NAME, which SUPPORT can never see in its rows for CUSTOMER_SUPPORT',
      hint: 'grant NAME, or need a category that is granted',
    },
  ],
  [
    'a needed category that no role can see, in a line for any purpose',
    withRootFields({ purposes: 'ANY', needs: 'CREDENTIAL' }),
    {
      coordinate: 'rootFields Query.requests',
      problem: 'it needs CREDENTIAL, which SECURITY can never see in its rows for any purpose',
      hint: 'grant CREDENTIAL, or need a category that is granted',
    },
  ],
];

describe('root fields', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });
});
