import { expect, test } from '@jest/globals';
import { acknowledgingField, nothingDeclared } from '../../../src/engine/purpose/declaration.ts';
import { anonymousPrincipal } from '../../../src/engine/purpose/principal.ts';
import { smallPolicy } from '../plan/small-club.ts';

test('a caller without a token is anonymous, with the purposes that the policy gives strangers', () => {
  const strangers = [{ fields: ['Query.notice'], role: 'VISITOR', purposes: ['OWN_AFFAIRS'], scope: 'OPEN', clause: 'access' }] as const;
  expect(anonymousPrincipal({ ...smallPolicy, rootFields: [...smallPolicy.rootFields, ...strangers] })).toStrictEqual({
    id: undefined,
    role: 'VISITOR',
    partner: false,
    tokenPurposes: ['OWN_AFFAIRS'],
    authorityId: undefined,
    caseId: undefined,
  });
  expect(anonymousPrincipal(smallPolicy).tokenPurposes).toEqual([]);
});

test('a refused declaration declares nothing', () => {
  expect(nothingDeclared).toStrictEqual({ purpose: undefined, openCase: undefined, authority: undefined });
  expect(acknowledgingField).toBe('Mutation.acknowledgePurpose');
});
