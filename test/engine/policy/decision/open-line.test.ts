import type { AccessContext } from '../../../../src/engine/policy/decision/access-context.ts';
import type { RootFieldLine } from '../../../../src/engine/policy/declaration/lines.ts';
import { describe, expect, test } from '@jest/globals';
import { decideInput, decideRows, isIdentifier, mayFilter, openLine } from '../../../../src/engine/policy/decision/enter.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import type { DataCategory, RowScope } from '../../../../src/engine/register.ts';
import { vocabulary } from '../../club/vocabulary.ts';

// A small policy: names of all members, ages and existence only at the desk.
const grant = (line: string, relationship: 'NONE' | 'DESK', categories: readonly DataCategory[]) =>
  ({ line, role: 'RECEPTIONIST', purpose: 'DUES', relationship, categories, clause: 'access' }) as const;
const rows = (field: string, scope: RowScope, needs?: DataCategory): RootFieldLine => ({
  fields: [field],
  role: 'RECEPTIONIST',
  purposes: ['DUES'],
  scope,
  ...(needs && { needs }),
  clause: 'access',
});
const policy: Policy = {
  grants: [
    grant('search', 'NONE', ['NAME']),
    grant('desk', 'DESK', ['NAME', 'AGE', 'EXISTENCE']),
    {
      line: 'order',
      role: 'FEDERATION',
      purpose: 'COMPETITION',
      relationship: 'SQUAD',
      categories: ['NAME'],
      when: ['CATEGORY_NAMED'],
      clause: 'federation',
    },
  ],
  prohibitions: [],
  budgets: [],
  vocabulary,
  rootFields: [
    rows('Query.all', 'ALL'),
    rows('Query.served', 'DESK', 'AGE'),
    rows('Query.own', 'SELF', 'AGE'),
    rows('Query.aged', 'ALL', 'AGE'),
    rows('Query.mailed', 'ALL', 'EMAIL'),
    { ...rows('Query.ordered', 'SQUAD', 'NAME'), role: 'FEDERATION', purposes: ['COMPETITION'] },
  ],
};
const receptionist: AccessContext = { role: 'RECEPTIONIST', purpose: 'DUES', named: new Set() };
const line = (field: string): RootFieldLine => policy.rootFields.find(({ fields }) => fields.includes(field))!;

describe('a root field is open', () => {
  const scope = (field: string, access: Partial<AccessContext> = {}) => openLine(policy, field, { ...receptionist, ...access })?.scope;

  test('to the role and the purpose of its line', () => {
    expect(scope('Query.all')).toBe('ALL');
    expect(scope('Query.all', { role: 'CARETAKER' })).toBeUndefined();
    expect(scope('Query.all', { purpose: undefined })).toBeUndefined();
    expect(scope('Query.nowhere')).toBeUndefined();
  });

  test('unless none of its rows can show the category that it needs', () => {
    expect(scope('Query.served')).toBe('DESK');
    expect(scope('Query.own')).toBeUndefined();
    expect(scope('Query.aged')).toBe('ALL');
    expect(scope('Query.mailed')).toBeUndefined();
  });

  test('to an authority that lists the category that it needs', () => {
    const federation = { role: 'FEDERATION', purpose: 'COMPETITION' } as const;
    expect(scope('Query.ordered', { ...federation, named: new Set(['NAME']) })).toBe('SQUAD');
    expect(scope('Query.ordered', { ...federation, named: new Set(['AGE']) })).toBeUndefined();
  });
});

describe('filtering by a category', () => {
  const may = (field: string, category: DataCategory): string =>
    decideInput(policy, field, line(field), receptionist, { category, isCompared: false }).effect;

  test('needs a category that may be seen in every row', () => {
    expect([may('Query.all', 'NAME'), may('Query.all', 'AGE'), may('Query.all', 'EMAIL')]).toEqual([
      'PERMIT',
      'RELATIONSHIP_REQUIRED',
      'WITHHOLD',
    ]);
    expect([may('Query.served', 'NAME'), may('Query.served', 'AGE'), may('Query.own', 'AGE')]).toEqual(['PERMIT', 'PERMIT', 'WITHHOLD']);
    expect(
      ['NAME', 'AGE', 'EMAIL'].map((category) =>
        mayFilter(policy, 'Query.all', line('Query.all'), receptionist, { category: category as DataCategory, isCompared: false }),
      ),
    ).toEqual([true, false, false]);
  });

  test('reads nothing if it chooses by identifier, or is the input of a mutation that does not compare it', () => {
    expect(decideRows(policy, line('Query.all'), receptionist, 'EXISTENCE').effect).toBe('RELATIONSHIP_REQUIRED');
    expect(may('Query.all', 'EXISTENCE')).toBe('PERMIT');
    expect(decideInput(policy, 'Mutation.join', line('Query.all'), receptionist, { category: 'EMAIL', isCompared: false })).toEqual({
      effect: 'PERMIT',
    });
    expect(decideInput(policy, 'Mutation.join', line('Query.all'), receptionist, { category: 'EMAIL', isCompared: true })).toEqual({
      effect: 'WITHHOLD',
      reason: 'NO_GRANT',
    });
    expect(decideInput(policy, 'Mutation.join', line('Query.all'), receptionist, { category: 'EXISTENCE', isCompared: true })).toEqual({
      effect: 'PERMIT',
    });
  });

  test('is outside a token that names fields, unless it is withheld anyway', () => {
    const named = { ...receptionist, limits: { coordinates: new Set(['Member.name']) } };
    const decided = (category: DataCategory) => decideInput(policy, 'Query.all', line('Query.all'), named, { category, isCompared: false });
    const outside = { effect: 'WITHHOLD', reason: 'NOT_IN_TOKEN' };
    expect([decided('NAME'), decided('AGE'), decided('EXISTENCE')]).toEqual([outside, outside, { effect: 'PERMIT' }]);
    expect(decided('EMAIL')).toEqual({ effect: 'WITHHOLD', reason: 'NO_GRANT' });
    const ofClient = { ...receptionist, limits: { categories: new Set<DataCategory>(['NAME']) } };
    expect(decideInput(policy, 'Query.all', line('Query.all'), ofClient, { category: 'NAME', isCompared: false })).toEqual({
      effect: 'PERMIT',
    });
  });

  test('of an older revision, whose category or scope is no longer there, is withheld', () => {
    expect(isIdentifier(policy, 'GONE' as DataCategory)).toBe(false);
    expect([isIdentifier(policy, 'EXISTENCE'), isIdentifier(policy, 'NAME')]).toEqual([true, false]);
    expect(decideRows(policy, { ...line('Query.all'), scope: 'GONE' as RowScope }, receptionist, 'EMAIL')).toEqual({
      effect: 'WITHHOLD',
      reason: 'NO_GRANT',
    });
  });

  test('is withheld if the field is closed', () => {
    for (const [field, category] of [
      ['Query.all', 'NAME'],
      ['Query.all', 'EXISTENCE'],
      ['Mutation.join', 'NAME'],
    ] as const) {
      expect(decideInput(policy, field, undefined, receptionist, { category, isCompared: false })).toEqual({
        effect: 'WITHHOLD',
        reason: 'NO_GRANT',
      });
    }
    expect(decideRows(policy, undefined, receptionist, 'NAME')).toEqual({ effect: 'WITHHOLD', reason: 'NO_GRANT' });
  });
});
