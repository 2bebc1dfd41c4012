import type { AccessContext } from '../../../src/engine/policy/decision/access-context.ts';
import { describe, expect, test } from '@jest/globals';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { age, desk, planned, federation, self } from './club-plan.ts';
import { smallPolicy, access } from './small-club.ts';

describe('a root field', () => {
  const scopes = (text: string, at: AccessContext): unknown[] =>
    [...planned(text, at).roots.keys()].map((field) => planned(text, at).scopeOf(field));

  test('has the line of its role and purpose, and that line’s rows', () => {
    expect(scopes('{ me { since } members { totalCount } notice { number } }', self)).toEqual(['SELF', 'CIRCLE', 'OPEN']);
    expect(scopes('{ me { since } members { totalCount } notice { number } }', desk)).toEqual([undefined, 'ALL', 'OPEN']);
    expect(scopes('{ members { totalCount } }', access('MEMBER', undefined))).toEqual([undefined]);
    expect(planned('{ counted }', desk).scopeOf('Query.members')).toBeUndefined();
    expect(planned('{ counted }', desk).roots.get('Query.counted')!.line!.fields).toContain('Query.counted');
  });

  test('is closed unless the category that it needs could be seen', () => {
    const named = (...categories: Parameters<typeof access>[2] & {}) => access('FEDERATION', 'COMPETITION', categories);
    expect(scopes('{ members { totalCount } queued { since } }', named('EMAIL'))).toEqual(['SQUAD', undefined]);
    expect(scopes('{ members { totalCount } queued { since } }', named('BIRTH_DATE'))).toEqual([undefined, 'QUEUE']);
    expect(scopes('{ members { totalCount } queued { since } }', named())).toEqual([undefined, undefined]);
  });

  test('needs its category for the rows in its row scope, not for others', () => {
    const needing = (scope: 'SELF' | 'CIRCLE'): Policy => ({
      ...smallPolicy,
      rootFields: [{ fields: ['Query.counted'], role: 'RECEPTIONIST', purposes: ['RECEPTION'], scope, needs: 'NAME', clause: 'access' }],
    });
    expect(planned('{ counted }', desk, {}, needing('SELF')).scopeOf('Query.counted')).toBeUndefined();
    const [counted] = needing('SELF').rootFields;
    const all: Policy = { ...smallPolicy, rootFields: [{ ...counted!, scope: 'ALL' }] };
    expect(planned('{ counted }', desk, {}, all).scopeOf('Query.counted')).toBe('ALL');
  });

  test('may disclose what is permitted of every data subject that it can return', () => {
    const plan = planned('{ members { totalCount } notice { number } }', desk);
    expect([plan.tells('Query.members', 'NAME'), plan.tells('Query.members', 'BIRTH_DATE'), plan.tells('Query.members', 'EMAIL')]).toEqual([
      true,
      false,
      false,
    ]);
    expect([plan.tells('Query.me', 'NAME'), plan.tells('Query.notice', 'NAME')]).toEqual([false, false]);
    expect(planned('{ member { since } }', age).tells('Query.member', 'BIRTH_DATE')).toBe(true);
    expect(planned('{ member { since } }', federation).tells('Query.member', 'NAME')).toBe(true);
    expect(planned('{ member { since } }', federation).tells('Query.member', 'EMAIL')).toBe(false);
  });
});

describe('an operation is logged', () => {
  test.each([
    ['touches a personal output that may be seen', '{ me { name } }', self, true],
    ['touches one that may not', '{ things { ... on Desk { number } } }', access('CARETAKER', 'BUILDING_SAFETY'), true],
    ['filters', '{ queued { __typename } }', access('FEDERATION', 'COMPETITION', ['BIRTH_DATE']), true],
    ['only counts particular people', '{ counted }', desk, true],
    ['changes something', 'mutation { leave }', desk, true],
    ['asks for nothing personal', '{ notice { number } plain }', self, false],
    ['asks a root field that is closed', '{ counted }', self, false],
    ['has an argument that is not personal', '{ plain(given: { seat: 1 }) }', self, false],
    ['asks for the schema', '{ __schema { types { name } } }', desk, false],
  ])('if it %s', (_what, text, at, personal) => {
    expect(planned(text, at).personal).toBe(personal);
  });

  test('if it has only a personal input', () => {
    const open: Policy = {
      ...smallPolicy,
      rootFields: [{ fields: ['Query.members'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'access' }],
    };
    expect(planned('{ members(orderBy: NAME) { totalCount } }', self, {}, open)).toMatchObject({
      personal: true,
      inputs: ['MemberOrder.NAME'],
    });
    expect(planned('{ members { totalCount } }', self, {}, open)).toMatchObject({ personal: false, inputs: [] });
  });

  test('if it has only a personal output that is permitted for every data subject', () => {
    const open: Policy = {
      ...smallPolicy,
      rootFields: [{ fields: ['Query.member'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'access' }],
    };
    expect(planned('{ member { ... on Being { name } } }', desk, {}, open)).toMatchObject({ personal: true, withheld: [] });
  });

  test('but not if the row scope is OPEN or QUEUE', () => {
    const queue = (scope: 'QUEUE' | 'OPEN' | 'ALL'): Policy => ({
      ...smallPolicy,
      rootFields: [{ fields: ['Query.counted'], role: 'ANYBODY', purposes: 'ANY', scope, clause: 'access' }],
    });
    expect((['QUEUE', 'OPEN', 'ALL'] as const).map((scope) => planned('{ counted }', self, {}, queue(scope)).personal)).toEqual([
      false,
      false,
      true,
    ]);
  });
});
