import { describe, expect, test } from '@jest/globals';
import {
  anonymousRole,
  authorityOn,
  entryIsLogged,
  organisationFor,
  rolesOf,
  wordsOf,
  type RoleDescription,
  type Vocabulary,
} from '../../../../src/engine/policy/declaration/vocabulary.ts';
import { smallPolicy } from '../../plan/small-club.ts';

const role = (heldBy: RoleDescription['heldBy'], purpose?: string): unknown => ({
  heldBy,
  ...(purpose !== undefined && { organisation: { purpose } }),
});
// Two strangers and two organisations for a purpose: the first counts.
const roles = {
  MEMBER: role('DATA_SUBJECT'),
  STRANGER: role('NOBODY'),
  BOT: role('NOBODY'),
  COACH: role('EMPLOYEE'),
  CLERK: role('EMPLOYEE'),
  FIRM: role('ORGANISATION', 'REPAIRS'),
  BANK: role('ORGANISATION', 'CREDIT'),
  OTHER_BANK: role('ORGANISATION', 'CREDIT'),
} as unknown as Vocabulary['roles'];
const words = { ...smallPolicy.vocabulary, roles };

describe('the words of a vocabulary', () => {
  test('are in the order of their descriptions', () => {
    expect(wordsOf({ b: 1, a: 2 })).toEqual(['b', 'a']);
  });

  test('name the role of a stranger, the roles of a kind of holder, and the organisation of a purpose', () => {
    expect(anonymousRole(words)).toBe('STRANGER');
    expect([rolesOf(words, 'DATA_SUBJECT'), rolesOf(words, 'EMPLOYEE'), rolesOf(words, 'ORGANISATION')]).toEqual([
      ['MEMBER'],
      ['COACH', 'CLERK'],
      ['FIRM', 'BANK', 'OTHER_BANK'],
    ]);
    expect(['REPAIRS', 'CREDIT', 'NOTHING'].map((purpose) => organisationFor(words, purpose as never))).toEqual([
      'FIRM',
      'BANK',
      undefined,
    ]);
  });

  test('say whether entering is logged, also by a scope that is no longer there', () => {
    const scopes = { SEEN: { subjects: 'RELATED' }, COUNTED: { subjects: 'HIDDEN' } } as unknown as Vocabulary['scopes'];
    const logged = (scope: string, field = 'Query.a') => entryIsLogged({ ...words, scopes }, field, scope as never);
    expect([logged('SEEN'), logged('COUNTED'), logged('GONE'), logged('COUNTED', 'Mutation.a')]).toEqual([true, false, true, true]);
  });
});

test('the legal authority is of the acts in force on a day', () => {
  const authorities = [{ act: 'First Act', until: '2025-06-11' }, { act: 'Second Act', from: '2025-06-11' }, { act: 'Third Act' }];
  const other = [{ act: 'Other Act' }];
  expect(authorityOn({ authorities }, '2025-06-10')).toBe('First Act; Third Act');
  expect(authorityOn({ authorities }, '2025-06-10')).toBe('First Act; Third Act');
  expect(authorityOn({ authorities }, '2025-06-11')).toBe('Second Act; Third Act');
  expect(authorityOn({ authorities: other }, '2025-06-11')).toBe('Other Act');
  expect(authorityOn({ authorities: other }, '2025-06-10')).toBe('Other Act');
});
