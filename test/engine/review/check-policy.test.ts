import { describe, expect, test } from '@jest/globals';
import { checkPolicy } from '../../../src/engine/review/check-policy.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
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
    ['the same grant under another relationship', withGrants({}, { line: 'and-more', relationship: 'NONE' })],
    ['a grant that is beaten only sometimes', withGrants({ categories: ['ADDRESS'] })],
    [
      'a grant that a prohibition beats while the grant’s own condition fails',
      withGrants({ when: ['ADULT_OF_THAT_HOUSEHOLD'], categories: ['ADDRESS'] }),
    ],
    [
      'two prohibitions under different conditions',
      withProhibitions({ when: ['CREDIT_CHECK_OPEN'] }, { line: 'b', when: ['OVERDUE_AND_ASSIGNED'] }),
    ],
    ['two prohibitions for different roles', withProhibitions({}, { line: 'b', roles: ['SUPPORT'] })],
    [
      'a prohibition and another one with an exception',
      withProhibitions({}, { line: 'b', roles: ['SECURITY', 'SUPPORT'], unless: { purposes: ['WEBSITE_SECURITY'] } }),
    ],
    [
      'a needed category that only some mandates list',
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
