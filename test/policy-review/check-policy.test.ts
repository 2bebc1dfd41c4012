import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../src/policy-review/check-policy.ts';
import { policyInForce } from '../../src/policy/policy.ts';
import { withGrants, withProhibitions, withRootFields, word } from './check/changed-policy.ts';

describe('checkPolicy', () => {
  test('finds nothing in the policy in force', () => {
    expect(policyInForce.grants.length).toBeGreaterThan(20);
    expect(checkPolicy(policyInForce)).toEqual([]);
  });

  test.each([
    ['one more grant', withGrants({})],
    ['one more prohibition', withProhibitions({})],
    ['one more root field', withRootFields({})],
    ['the same under another relationship', withGrants({}, { line: 'and-more', relationship: 'NONE' })],
    ['a grant that is beaten only sometimes', withGrants({ categories: ['ADDRESS'] })],
    [
      'a grant that a prohibition beats while the grant’s own condition fails',
      withGrants({ when: ['ADULT_OF_THAT_HOUSEHOLD'], categories: ['ADDRESS'] }),
    ],
    [
      'a prohibition under a condition beside one under another',
      withProhibitions({ when: ['CREDIT_CHECK_OPEN'] }, { line: 'b', when: ['OVERDUE_AND_ASSIGNED'] }),
    ],
    ['a prohibition for one role beside one for another', withProhibitions({}, { line: 'b', roles: ['SUPPORT'] })],
    [
      'a prohibition beside one that makes an exception',
      withProhibitions({}, { line: 'b', roles: ['SECURITY', 'SUPPORT'], unless: { purposes: ['WEBSITE_SECURITY'] } }),
    ],
    [
      'a need that only some mandates give',
      withRootFields({
        fields: ['Query.accounts'],
        role: 'LAW_ENFORCEMENT',
        purposes: ['LEGAL_DEMAND'],
        scope: 'MANDATE',
        needs: 'BALANCE',
      }),
    ],
  ])('finds nothing in %s', (_name, policy) => {
    expect(checkPolicy(policy)).toEqual([]);
  });

  test('quotes at most forty characters of an unknown word, on one line', () => {
    const [found] = checkPolicy(withGrants({ clause: word(`${'x'.repeat(39)}\n${'y'.repeat(100)}`) }));
    expect(found?.problem).toBe(`there is no clause "${'x'.repeat(39)}\\n…"`);
  });
});
