import type { Prohibition } from '../../../../src/engine/policy/declaration/lines.ts';
import { describe, expect, test } from '@jest/globals';
import type { Condition, DataCategory, Relationship } from '../../../../src/engine/register.ts';
import {
  decideInAdvance,
  relationshipsOf,
  type AdvanceDecision,
  type CategoryAccess,
} from '../../../../src/engine/policy/decision/decide.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { vocabulary } from '../../club/vocabulary.ts';

// Small policies. decide.test.ts compares decideInAdvance and decide on the club’s policy.
type Line = readonly [Relationship, ...Condition[]];
const asking: Omit<CategoryAccess, 'relationships'> = { role: 'COACH', purpose: 'COACHING', category: 'NAME', named: new Set() };

function policy(lines: readonly Line[], ...prohibitions: readonly Partial<Prohibition>[]): Policy {
  return {
    grants: lines.map(([relationship, ...when], index) => ({
      line: `grant-${index}`,
      role: 'COACH',
      purpose: 'COACHING',
      relationship,
      categories: ['NAME', 'EMAIL'],
      ...(when.length > 0 && { when }),
      clause: 'coaching',
    })),
    prohibitions: prohibitions.map((prohibition, index) => ({
      line: `prohibition-${index}`,
      categories: ['NAME'],
      clause: 'coaching',
      because: 'it is so',
      ...prohibition,
    })),
    budgets: [],
    vocabulary,
    rootFields: [],
  };
}

function foreseen(of: Policy, relationships: readonly Relationship[], access: Partial<CategoryAccess> = {}): string {
  const decision: AdvanceDecision = decideInAdvance(of, { ...asking, relationships, ...access });
  return decision.effect === 'WITHHOLD' ? decision.reason : decision.effect;
}

describe('decideInAdvance', () => {
  test('withholds without a purpose', () => {
    expect(foreseen(policy([['NONE']]), ['NONE'])).toBe('PERMIT');
    expect(foreseen(policy([['NONE']]), ['NONE'], { purpose: undefined })).toBe('PURPOSE_REQUIRED');
  });

  test('permits if every relationship has a grant without conditions', () => {
    const both = policy([['NONE'], ['TRAINEE']]);
    expect(foreseen(both, ['NONE', 'TRAINEE'])).toBe('PERMIT');
    expect(foreseen(both, ['NONE', 'SELF'])).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(both, ['SELF', 'PARENT'])).toBe('NO_GRANT');
    expect(foreseen(both, ['NONE'], { category: 'EMAIL' })).toBe('PERMIT');
    expect(foreseen(both, ['NONE'], { category: 'ADDRESS' })).toBe('NO_GRANT');
  });

  test('withholds what the policy permits, where a limit of the principal does not cover it', () => {
    const permitting = policy([['SQUAD']]);
    const categories = new Set<DataCategory>(['EMAIL']);
    expect(foreseen(permitting, ['SQUAD'], { limits: { registered: new Set(['NAME']) } })).toBe('PERMIT');
    expect(foreseen(permitting, ['SQUAD'], { limits: { registered: categories } })).toBe('NOT_IN_REGISTRATION');
    expect(foreseen(permitting, ['SQUAD'], { limits: { categories } })).toBe('NOT_IN_TOKEN');
    const coordinates = new Set(['Member.givenName']);
    expect(foreseen(permitting, ['SQUAD'], { limits: { coordinates }, coordinate: 'Member.givenName' })).toBe('PERMIT');
    expect(foreseen(permitting, ['SQUAD'], { limits: { coordinates }, coordinate: 'Member.familyName' })).toBe('NOT_IN_TOKEN');
    // The policy comes first. A decision that depends on the relationship is certain if the token does not name the category.
    expect(foreseen(policy([['NONE']]), ['SQUAD'], { limits: { categories } })).toBe('NO_GRANT');
    expect(foreseen(policy([['SQUAD']]), ['SQUAD', 'NONE'], { limits: { categories } })).toBe('NOT_IN_TOKEN');
  });

  test('withholds if no relationship is possible', () => {
    expect(foreseen(policy([['NONE']]), [])).toBe('NO_GRANT');
  });

  test('requires the relationship if a grant has a condition', () => {
    expect(foreseen(policy([['NONE', 'CLAIM_OPEN']]), ['NONE'])).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(policy([['NONE', 'CLAIM_OPEN'], ['NONE']]), ['NONE'])).toBe('PERMIT');
    expect(foreseen(policy([['NONE'], ['SELF', 'CLAIM_OPEN']]), ['NONE', 'SELF'])).toBe('RELATIONSHIP_REQUIRED');
  });

  test('decides at once whether the authority names the category', () => {
    const named: Partial<CategoryAccess> = { named: new Set(['NAME']) };
    expect(foreseen(policy([['SQUAD', 'CATEGORY_NAMED']]), ['SQUAD'])).toBe('NOT_IN_AUTHORITY');
    expect(foreseen(policy([['SQUAD', 'CATEGORY_NAMED']]), ['SQUAD'], { named: new Set(['EMAIL']) })).toBe('NOT_IN_AUTHORITY');
    expect(foreseen(policy([]), ['SQUAD'])).toBe('NO_GRANT');
    expect(foreseen(policy([['SQUAD', 'CATEGORY_NAMED']]), ['SQUAD'], named)).toBe('PERMIT');
    const further: readonly Line[] = [['SQUAD', 'CLAIM_OPEN', 'CATEGORY_NAMED']];
    expect(foreseen(policy(further), ['SQUAD'], named)).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(policy(further), ['SQUAD'])).toBe('NOT_IN_AUTHORITY');
    expect(foreseen(policy([...further, ['SQUAD', 'CLAIM_OPEN']]), ['SQUAD'])).toBe('RELATIONSHIP_REQUIRED');
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
    expect(foreseen(policy([['NONE']], { when: ['UNLISTED'] }), ['NONE'])).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(policy([['NONE']], { unless: { conditions: ['CAPTAIN_OF_THAT_TEAM'] } }), ['NONE'])).toBe('RELATIONSHIP_REQUIRED');
    expect(foreseen(policy([['NONE']], { unless: { purposes: ['DUES'] } }), ['NONE'])).toBe('PROHIBITED');
    expect(foreseen(policy([], { when: ['UNLISTED'] }), ['NONE'])).toBe('NO_GRANT');
    expect(foreseen(policy([['NONE'], ['SELF']], { unless: { relationships: ['SELF'] } }), ['NONE', 'SELF'])).toBe('RELATIONSHIP_REQUIRED');
  });
});

describe('the relationships of a role for a purpose', () => {
  test('are those of its grants, and NONE', () => {
    const of = policy([['TRAINEE'], ['TRAINEE', 'CLAIM_OPEN'], ['SELF']]);
    expect(relationshipsOf(of, 'COACH', 'COACHING')).toEqual(['TRAINEE', 'SELF', 'NONE']);
    expect(relationshipsOf(policy([['NONE'], ['SELF']]), 'COACH', 'COACHING')).toEqual(['NONE', 'SELF']);
    expect(relationshipsOf(of, 'COACH', 'DUES')).toEqual(['NONE']);
    expect(relationshipsOf(of, 'COACH', undefined)).toEqual(['NONE']);
    expect(relationshipsOf(of, 'MEMBER', 'COACHING')).toEqual(['NONE']);
  });
});
