import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import type { Prohibition } from '../../../src/engine/policy/lines.ts';
import { describe, expect, test } from '@jest/globals';
import type { DataCategory, Relationship } from '../../../src/town/graphql/generated/schema.ts';
import type { Condition } from '../../../src/town/policy/conditions.ts';
import { foresee, relationshipsOf, type Foresight, type Outlook } from '../../../src/engine/policy/foresee.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';

// Small policies. decide.test.ts compares foresee and decide on the policy in force.
type Line = readonly [Relationship, ...Condition[]];
const asking: Omit<Outlook, 'relationships'> = { role: 'SUPPORT', purpose: 'CUSTOMER_SUPPORT', category: 'NAME', named: new Set() };

function policy(lines: readonly Line[], ...prohibitions: readonly Partial<Prohibition>[]): Policy {
  return {
    grants: lines.map(([relationship, ...when], index) => ({
      line: `grant-${index}`,
      role: 'SUPPORT',
      purpose: 'CUSTOMER_SUPPORT',
      relationship,
      categories: ['NAME', 'EMAIL'],
      ...(when.length > 0 && { when }),
      clause: 'helpdesk',
    })),
    prohibitions: prohibitions.map((prohibition, index) => ({
      line: `prohibition-${index}`,
      categories: ['NAME'],
      clause: 'helpdesk',
      because: 'it is so',
      ...prohibition,
    })),
    budgets: [],
    vocabulary,
    rootFields: [],
  };
}

function foreseen(of: Policy, relationships: readonly Relationship[], outlook: Partial<Outlook> = {}): string {
  const foresight: Foresight = foresee(of, { ...asking, relationships, ...outlook });
  return foresight.effect === 'WITHHOLD' ? foresight.reason : foresight.effect;
}

describe('foresee', () => {
  test('withholds without a purpose', () => {
    expect(foreseen(policy([['NONE']]), ['NONE'])).toBe('PERMIT');
    expect(foreseen(policy([['NONE']]), ['NONE'], { purpose: undefined })).toBe('PURPOSE_REQUIRED');
  });

  test('permits if every relationship has a grant without conditions', () => {
    const both = policy([['NONE'], ['ASSIGNED_TICKET']]);
    expect(foreseen(both, ['NONE', 'ASSIGNED_TICKET'])).toBe('PERMIT');
    expect(foreseen(both, ['NONE', 'SELF'])).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(both, ['SELF', 'GUARDIAN'])).toBe('NO_GRANT');
    expect(foreseen(both, ['NONE'], { category: 'EMAIL' })).toBe('PERMIT');
    expect(foreseen(both, ['NONE'], { category: 'ADDRESS' })).toBe('NO_GRANT');
  });

  test('withholds what the policy permits, where a limit of the principal does not cover it', () => {
    const permitting = policy([['MANDATE']]);
    const categories = new Set<DataCategory>(['EMAIL']);
    expect(foreseen(permitting, ['MANDATE'], { limits: { registered: new Set(['NAME']) } })).toBe('PERMIT');
    expect(foreseen(permitting, ['MANDATE'], { limits: { registered: categories } })).toBe('NOT_IN_REGISTRATION');
    expect(foreseen(permitting, ['MANDATE'], { limits: { categories } })).toBe('NOT_IN_TOKEN');
    const coordinates = new Set(['Resident.givenName']);
    expect(foreseen(permitting, ['MANDATE'], { limits: { coordinates }, coordinate: 'Resident.givenName' })).toBe('PERMIT');
    expect(foreseen(permitting, ['MANDATE'], { limits: { coordinates }, coordinate: 'Resident.familyName' })).toBe('NOT_IN_TOKEN');
    // What the policy says comes first, and what depends on the relationship is certain where the token does not name it.
    expect(foreseen(policy([['NONE']]), ['MANDATE'], { limits: { categories } })).toBe('NO_GRANT');
    expect(foreseen(policy([['MANDATE']]), ['MANDATE', 'NONE'], { limits: { categories } })).toBe('NOT_IN_TOKEN');
  });

  test('withholds if no relationship is possible', () => {
    expect(foreseen(policy([['NONE']]), [])).toBe('NO_GRANT');
  });

  test('requires the relationship if a grant has a condition', () => {
    expect(foreseen(policy([['NONE', 'CREDIT_CHECK_OPEN']]), ['NONE'])).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(policy([['NONE', 'CREDIT_CHECK_OPEN'], ['NONE']]), ['NONE'])).toBe('PERMIT');
    expect(foreseen(policy([['NONE'], ['SELF', 'CREDIT_CHECK_OPEN']]), ['NONE', 'SELF'])).toBe('RELATIONSHIP_REQUIRED');
  });

  test('decides at once whether the mandate names the category', () => {
    const named: Partial<Outlook> = { named: new Set(['NAME']) };
    expect(foreseen(policy([['MANDATE', 'CATEGORY_NAMED']]), ['MANDATE'])).toBe('NOT_IN_AUTHORITY');
    expect(foreseen(policy([['MANDATE', 'CATEGORY_NAMED']]), ['MANDATE'], { named: new Set(['EMAIL']) })).toBe('NOT_IN_AUTHORITY');
    expect(foreseen(policy([]), ['MANDATE'])).toBe('NO_GRANT');
    expect(foreseen(policy([['MANDATE', 'CATEGORY_NAMED']]), ['MANDATE'], named)).toBe('PERMIT');
    const further: readonly Line[] = [['MANDATE', 'CREDIT_CHECK_OPEN', 'CATEGORY_NAMED']];
    expect(foreseen(policy(further), ['MANDATE'], named)).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(policy(further), ['MANDATE'])).toBe('NOT_IN_AUTHORITY');
    expect(foreseen(policy([...further, ['MANDATE', 'OVERDUE_AND_ASSIGNED']]), ['MANDATE'])).toBe('RELATIONSHIP_REQUIRED');
  });

  test('withholds as PROHIBITED if a prohibition always binds', () => {
    expect(foreseen(policy([['NONE']], {}), ['NONE'])).toBe('PROHIBITED');
    expect(foreseen(policy([['NONE']], { categories: ['EMAIL'] }), ['NONE'])).toBe('PERMIT');
    expect(foreseen(policy([['NONE']], { categories: ['EMAIL'] }, {}), ['NONE'])).toBe('PROHIBITED');
    // Also if the other relationships have no grant, in either order.
    const notForSelf = policy([], { unless: { relationships: ['SELF'] } });
    expect(foreseen(notForSelf, ['SELF', 'NONE'])).toBe('PROHIBITED');
    expect(foreseen(notForSelf, ['NONE', 'SELF'])).toBe('PROHIBITED');
    expect(foreseen(notForSelf, ['SELF'])).toBe('NO_GRANT');
  });

  test('requires the relationship if a prohibition depends on a condition, or on the absence of one', () => {
    expect(foreseen(policy([['NONE']], { when: ['ADDRESS_PROTECTED'] }), ['NONE'])).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(policy([['NONE']], { unless: { conditions: ['ADULT_OF_THAT_HOUSEHOLD'] } }), ['NONE'])).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(policy([['NONE']], { unless: { purposes: ['PAYMENT'] } }), ['NONE'])).toBe('PROHIBITED');
    expect(foreseen(policy([], { when: ['ADDRESS_PROTECTED'] }), ['NONE'])).toBe('NO_GRANT');
    expect(foreseen(policy([['NONE'], ['SELF']], { unless: { relationships: ['SELF'] } }), ['NONE', 'SELF'])).toBe('RELATIONSHIP_REQUIRED');
  });
});

describe('the relationships of a role for a purpose', () => {
  test('are those of its grants, and NONE', () => {
    const of = policy([['ASSIGNED_TICKET'], ['ASSIGNED_TICKET', 'CREDIT_CHECK_OPEN'], ['SELF']]);
    expect(relationshipsOf(of, 'SUPPORT', 'CUSTOMER_SUPPORT')).toEqual(['ASSIGNED_TICKET', 'SELF', 'NONE']);
    expect(relationshipsOf(policy([['NONE'], ['SELF']]), 'SUPPORT', 'CUSTOMER_SUPPORT')).toEqual(['NONE', 'SELF']);
    expect(relationshipsOf(of, 'SUPPORT', 'PAYMENT')).toEqual(['NONE']);
    expect(relationshipsOf(of, 'SUPPORT', undefined)).toEqual(['NONE']);
    expect(relationshipsOf(of, 'RESIDENT', 'CUSTOMER_SUPPORT')).toEqual(['NONE']);
  });
});
