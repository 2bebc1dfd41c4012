import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../../src/engine/review/check-policy.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { withRootFields } from './changed-policy.ts';

const cases: readonly (readonly [name: string, policy: Policy, ...found: Disagreement[]])[] = [
  [
    'two scopes for one field, role and purpose',
    withRootFields({ fields: ['Query.courses', 'Query.me'], role: 'MEMBER', purposes: ['OWN_AFFAIRS'], scope: 'CARE' }),
    {
      coordinate: 'rootFields Query.courses',
      problem: 'for MEMBER and OWN_AFFAIRS an earlier line gives the rows OPEN, and this one CARE',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
    {
      coordinate: 'rootFields Query.me',
      problem: 'for MEMBER and OWN_AFFAIRS an earlier line gives the rows SELF, and this one CARE',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
  ],
  [
    'two needs for one field, role and purpose',
    withRootFields({ fields: ['Query.accounts'], role: 'INSURER', purposes: ['INSURANCE'], scope: 'SQUAD' }),
    {
      coordinate: 'rootFields Query.accounts',
      problem: 'for INSURER and INSURANCE an earlier line gives the rows SQUAD (if it may see OVERDUE), and this one SQUAD',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
  ],
  [
    'a root field line that an earlier one covers',
    withRootFields({ fields: ['Query.doorVisits', 'Query.inquiries'] }),
    {
      coordinate: 'rootFields Query.doorVisits',
      problem: 'another line already opens it to CARETAKER for BUILDING_SAFETY, with the same rows',
      hint: 'leave one line for each field, role and purpose',
    },
  ],
  [
    'a root field line for all roles that covers one before it',
    withRootFields({ role: 'CARETAKER' }, { role: 'ANYBODY', purposes: 'ANY', scope: 'ALL', fields: ['Query.inquiries'] }),
    {
      coordinate: 'rootFields Query.inquiries',
      problem: 'for MEMBER and OWN_AFFAIRS an earlier line gives the rows CARE, and this one ALL',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
    {
      coordinate: 'rootFields Query.inquiries',
      problem: 'for SECRETARY and INQUIRIES an earlier line gives the rows QUEUE, and this one ALL',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
    {
      coordinate: 'rootFields Query.inquiries',
      problem: 'another line already opens it to CARETAKER for BUILDING_SAFETY, with the same rows',
      hint: 'leave one line for each field, role and purpose',
    },
  ],
  [
    'a fresh proof in one of two lines for one field, role and purpose',
    withRootFields({ fields: ['Mutation.approveSquad'], role: 'SECRETARY', purposes: ['LICENSING'], scope: 'ALL' }),
    {
      coordinate: 'rootFields Mutation.approveSquad',
      problem: 'for SECRETARY and LICENSING an earlier line gives the rows ALL (after a fresh proof), and this one ALL',
      hint: 'the first one wins: leave one line for each field, role and purpose',
    },
  ],
  [
    'a fresh proof of a partner, which no partner can give',
    withRootFields({
      fields: ['Query.inquiries'],
      role: 'FEDERATION',
      purposes: ['COMPETITION'],
      scope: 'SQUAD',
      freshProof: true,
    }),
    {
      coordinate: 'rootFields Query.inquiries',
      problem: 'it needs a fresh proof, which FEDERATION can never give',
      hint: 'leave freshProof out: only people who sign in have passkeys',
    },
  ],
  [
    'a needed category that no role of the line can see',
    withRootFields({ needs: 'BIRTH_DATE' }),
    {
      coordinate: 'rootFields Query.inquiries',
      problem: 'it needs BIRTH_DATE, which CARETAKER can never see in its rows for BUILDING_SAFETY',
      hint: 'grant BIRTH_DATE, or need a category that is granted',
    },
  ],
  [
    'a needed category that is granted, but not in the rows of the scope',
    withRootFields({ fields: ['Query.squad'], role: 'COACH', purposes: ['COACHING'], scope: 'DESK', needs: 'NAME' }),
    {
      coordinate: 'rootFields Query.squad',
      problem: 'it needs NAME, which COACH can never see in its rows for COACHING',
      hint: 'grant NAME, or need a category that is granted',
    },
  ],
  [
    'a needed category that no role can see, in a line for any purpose',
    withRootFields({ purposes: 'ANY', needs: 'LOCKER_CODE' }),
    {
      coordinate: 'rootFields Query.inquiries',
      problem: 'it needs LOCKER_CODE, which CARETAKER can never see in its rows for any purpose',
      hint: 'grant LOCKER_CODE, or need a category that is granted',
    },
  ],
];

describe('root fields', () => {
  test.each(cases)('checkPolicy finds %s', (_name, policy, ...found) => {
    expect(checkPolicy(policy)).toEqual(found);
  });
});
