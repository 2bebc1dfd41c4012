import { describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../../src/platform/errors/errors.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { agreeOnPurpose, type Declarer, type NamedPurposes } from '../../../src/engine/purpose/declare-purpose.ts';
import type { Purpose, Role } from '../../../src/engine/register.ts';
import { vocabulary } from '../club/vocabulary.ts';

// The test's own policy: a role may declare the purposes for which it may enter a root field.
const policy: Policy = {
  grants: [],
  prohibitions: [],
  budgets: [],
  vocabulary,
  rootFields: [
    { fields: ['Query.courses'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'openness' },
    { fields: ['Query.me'], role: 'MEMBER', purposes: ['OWN_AFFAIRS', 'DUES'], scope: 'SELF', clause: 'rights' },
    { fields: ['Query.members'], role: 'FEDERATION', purposes: ['COMPETITION', 'DUES'], scope: 'SQUAD', clause: 'federation' },
    { fields: ['Query.lessons'], role: 'COACH', purposes: ['COACHING'], scope: 'QUEUE', clause: 'coaching' },
  ],
};
const ofRole: Readonly<Partial<Record<Role, readonly Purpose[]>>> = {
  MEMBER: ['OWN_AFFAIRS', 'DUES'],
  FEDERATION: ['COMPETITION', 'DUES'],
  COACH: ['COACHING'],
};

const roles: readonly Role[] = ['VISITOR', 'MEMBER', 'COACH', 'FEDERATION'];
const purposes: readonly Purpose[] = ['OWN_AFFAIRS', 'DUES', 'COACHING', 'COMPETITION'];
const texts: readonly (string | undefined)[] = [undefined, ...purposes, 'NOSINESS', ''];
const authorities: readonly (Purpose | undefined)[] = [undefined, ...purposes];
const allSubsets = Array.from({ length: 2 ** purposes.length }, (_, bits) => purposes.filter((_purpose, bit) => (bits >> bit) & 1));

/** The expected outcome. Errors come in the order of their gravity. */
function expected(
  { role, tokenPurposes: ofToken }: Declarer,
  { header, directive, authority }: NamedPurposes,
): Purpose | ErrorCode | undefined {
  const named = new Set([header, directive, authority]);
  named.delete(undefined);
  for (const name of named) if (!purposes.includes(name as Purpose)) return 'PURPOSE_UNKNOWN';
  if (named.size === 0 && role !== 'MEMBER') return undefined;
  if (named.size === 0) named.add('OWN_AFFAIRS');
  for (const name of named) {
    if (!ofRole[role]?.includes(name as Purpose) || !ofToken.includes(name as Purpose)) return 'PURPOSE_NOT_ALLOWED';
  }
  return named.size > 1 ? 'PURPOSE_CONFLICT' : ([...named][0] as Purpose);
}

function outcome(declarer: Declarer, named: NamedPurposes): unknown {
  try {
    return agreeOnPurpose(policy, declarer, named);
  } catch (error) {
    return (error as { code: unknown }).code;
  }
}

describe('agreeOnPurpose', () => {
  test('decides every combination of role, token, header, directive and authority', () => {
    const reached = new Map<unknown, number>();
    for (const role of roles) {
      for (const ofToken of allSubsets) {
        for (const header of texts) {
          for (const directive of texts) {
            for (const authority of authorities) {
              const declarer = { role, tokenPurposes: ofToken };
              const named = { header, directive, authority };
              const wanted = expected(declarer, named);
              const got = outcome(declarer, named);
              if (got !== wanted) expect({ role, ofToken, ...named, got }).toEqual({ role, ofToken, ...named, got: wanted });
              reached.set(got, (reached.get(got) ?? 0) + 1);
            }
          }
        }
      }
    }
    // Every possible outcome was reached.
    expect([...reached.keys()].map(String).toSorted()).toEqual(
      ['PURPOSE_CONFLICT', 'PURPOSE_NOT_ALLOWED', 'PURPOSE_UNKNOWN', ...purposes, 'undefined'].toSorted(),
    );
  });

  const all = { role: 'MEMBER', tokenPurposes: purposes } as const;
  const none: NamedPurposes = { header: undefined, directive: undefined, authority: undefined };

  test('a member who names no purpose declares OWN_AFFAIRS', () => {
    expect(agreeOnPurpose(policy, all, none)).toBe('OWN_AFFAIRS');
    expect(outcome({ ...all, tokenPurposes: ['DUES'] }, none)).toBe('PURPOSE_NOT_ALLOWED');
  });

  test('no other role has a default', () => {
    expect(agreeOnPurpose(policy, { role: 'COACH', tokenPurposes: purposes }, none)).toBeUndefined();
    expect(agreeOnPurpose(policy, { role: 'VISITOR', tokenPurposes: [] }, none)).toBeUndefined();
  });

  test('the name of an inherited property is no purpose', () => {
    for (const header of ['constructor', '__proto__', 'toString', 'own_affairs', ' OWN_AFFAIRS']) {
      expect(outcome(all, { ...none, header })).toBe('PURPOSE_UNKNOWN');
    }
  });
});
