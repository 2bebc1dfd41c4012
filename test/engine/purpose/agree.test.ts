import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../../src/platform/errors/errors.ts';
import type { Purpose, Role } from '../../../src/town/graphql/generated/schema.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';
import { agreeOnPurpose, type Declarer, type NamedPurposes } from '../../../src/engine/purpose/agree.ts';

// The test's own policy: a role may declare the purposes for which it may enter a root field.
const policy: Policy = {
  grants: [],
  prohibitions: [],
  budgets: [],
  vocabulary,
  rootFields: [
    { fields: ['Query.services'], role: 'ANYBODY', purposes: 'ANY', scope: 'OPEN', clause: 'willing' },
    { fields: ['Query.me'], role: 'RESIDENT', purposes: ['SELF_SERVICE', 'PAYMENT'], scope: 'SELF', clause: 'rights' },
    { fields: ['Query.residents'], role: 'LAW_ENFORCEMENT', purposes: ['LEGAL_DEMAND', 'PAYMENT'], scope: 'MANDATE', clause: 'police' },
    { fields: ['Query.tickets'], role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], scope: 'QUEUE', clause: 'helpdesk' },
  ],
};
const ofRole: Readonly<Partial<Record<Role, readonly Purpose[]>>> = {
  RESIDENT: ['SELF_SERVICE', 'PAYMENT'],
  LAW_ENFORCEMENT: ['LEGAL_DEMAND', 'PAYMENT'],
  SUPPORT: ['CUSTOMER_SUPPORT'],
};

const roles: readonly Role[] = ['ANONYMOUS', 'RESIDENT', 'SUPPORT', 'LAW_ENFORCEMENT'];
const purposes: readonly Purpose[] = ['SELF_SERVICE', 'PAYMENT', 'CUSTOMER_SUPPORT', 'LEGAL_DEMAND'];
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
  if (named.size === 0 && role !== 'RESIDENT') return undefined;
  if (named.size === 0) named.add('SELF_SERVICE');
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

  const all = { role: 'RESIDENT', tokenPurposes: purposes } as const;
  const none: NamedPurposes = { header: undefined, directive: undefined, authority: undefined };

  test('a resident who names no purpose declares SELF_SERVICE', () => {
    expect(agreeOnPurpose(policy, all, none)).toBe('SELF_SERVICE');
    expect(outcome({ ...all, tokenPurposes: ['PAYMENT'] }, none)).toBe('PURPOSE_NOT_ALLOWED');
  });

  test('no other role has a default', () => {
    expect(agreeOnPurpose(policy, { role: 'SUPPORT', tokenPurposes: purposes }, none)).toBeUndefined();
    expect(agreeOnPurpose(policy, { role: 'ANONYMOUS', tokenPurposes: [] }, none)).toBeUndefined();
  });

  test('the name of an inherited property is no purpose', () => {
    for (const header of ['constructor', '__proto__', 'toString', 'self_service', ' SELF_SERVICE']) {
      expect(outcome(all, { ...none, header })).toBe('PURPOSE_UNKNOWN');
    }
  });
});
