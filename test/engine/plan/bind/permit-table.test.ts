import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPermitTables, standpointKey, type Standpoint } from '../../../../src/engine/plan/bind/permit-table.ts';
import type { Condition, DataCategory } from '../../../../src/engine/register.ts';
import { decide } from '../../../../src/engine/policy/decide.ts';
import type { Policy } from '../../../../src/engine/policy/policy.ts';
import { smallPolicy, smallSchema, standpoint } from '../small-club.ts';
import { allCategories, allPurposes, allRelationships, allRoles } from '../../club/vocabulary.ts';

const { catalogue } = smallSchema();
const conditions: readonly Condition[] = ['CATEGORY_NAMED', 'UNLISTED', 'CLAIM_OPEN'];
// Lines that depend on conditions, and one that depends on the absence of a condition.
const policy: Policy = {
  ...smallPolicy,
  grants: [
    ...smallPolicy.grants,
    {
      line: 'claim',
      role: 'FEDERATION',
      purpose: 'COMPETITION',
      relationship: 'SQUAD',
      categories: ['BADGE'],
      when: ['CLAIM_OPEN'],
      clause: 'access',
    },
  ],
  prohibitions: [
    ...smallPolicy.prohibitions,
    { line: 'protected', categories: ['BIRTH_DATE'], when: ['UNLISTED'], clause: 'safeguards', because: 'it is so' },
  ],
};

const standpoints = fc.record({
  role: fc.constantFrom(...allRoles),
  purpose: fc.constantFrom(undefined, ...allPurposes),
  named: setOf(fc.constantFrom(...allCategories)),
  limits: fc.option(
    fc.record({
      registered: fc.option(setOf(fc.constantFrom(...allCategories)), { nil: undefined }),
      categories: fc.option(setOf(fc.constantFrom(...allCategories)), { nil: undefined }),
      coordinates: fc.option(setOf(fc.constantFrom(...catalogue.outputs.keys())), { nil: undefined }),
    }),
    { nil: undefined },
  ),
});
function setOf<Entry>(entry: fc.Arbitrary<Entry>): fc.Arbitrary<Set<Entry>> {
  return fc.uniqueArray(entry, { maxLength: 4 }).map((entries) => new Set(entries));
}
const seeded = { seed: 3, numRuns: 300 } as const;

describe('the key of a standpoint', () => {
  const equal = (one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean =>
    one === undefined || other === undefined ? one === other : one.symmetricDifference(other).size === 0;
  const same = (one: Standpoint, other: Standpoint): boolean =>
    one.role === other.role &&
    one.purpose === other.purpose &&
    equal(one.named, other.named) &&
    (one.limits === undefined) === (other.limits === undefined) &&
    equal(one.limits?.registered, other.limits?.registered) &&
    equal(one.limits?.categories, other.limits?.categories) &&
    equal(one.limits?.coordinates, other.limits?.coordinates);

  test('is equal for two standpoints exactly if every part is the same', () => {
    fc.assert(
      fc.property(standpoints, standpoints, (one, other) => {
        expect(standpointKey(one) === standpointKey(other)).toBe(same(one, other));
        // Exchanges one part, so that the keys differ in that part alone.
        for (const part of ['role', 'purpose', 'named', 'limits'] as const) {
          const mixed = { ...one, [part]: other[part] };
          expect(standpointKey(one) === standpointKey(mixed)).toBe(same(one, mixed));
        }
      }),
      seeded,
    );
  });

  test('does not depend on the order of an authority’s categories', () => {
    expect(standpointKey(standpoint('FEDERATION', 'COMPETITION', ['NAME', 'EMAIL']))).toBe(
      standpointKey(standpoint('FEDERATION', 'COMPETITION', ['EMAIL', 'NAME'])),
    );
  });

  test('does not depend on the order of limits, and is short however many fields a token names', () => {
    const within = (coordinates: readonly string[]): Standpoint => ({
      ...standpoint('FEDERATION', 'COMPETITION'),
      limits: { coordinates: new Set(coordinates) },
    });
    const many = Array.from({ length: 100 }, (_, at) => `Member.field${at}`);
    expect(standpointKey(within(many))).toBe(standpointKey(within(many.toReversed())));
    expect(standpointKey(within(many))).toMatch(/^FEDERATION COMPETITION  [\w-]{43}$/);
  });

  test('separates purposes and categories, and represents their absence', () => {
    expect(standpointKey(standpoint('CARETAKER', 'STAFFING', ['NAME', 'EMAIL']))).toBe('CARETAKER STAFFING EMAIL,NAME');
    expect(standpointKey(standpoint('CARETAKER', undefined))).toBe('CARETAKER - ');
  });
});

/** Whether the limits of a standpoint cover a coordinate. Existence is withheld only where a limit is empty. */
function isWithin({ limits }: Standpoint, category: DataCategory, coordinate: string): boolean {
  const sets = [limits?.registered, limits?.categories, limits?.coordinates].filter((limit) => limit !== undefined);
  if (category === 'EXISTENCE') return sets.every(({ size }) => size > 0);
  return sets.every((limit) => limit.has((limit === limits?.coordinates ? coordinate : category) as never));
}

describe('a permit table', () => {
  test('holds every decision, with the categories that the authority names', () => {
    let permitted = 0;
    for (const at of [
      standpoint('MEMBER', 'OWN_AFFAIRS'),
      standpoint('RECEPTIONIST', 'RECEPTION'),
      standpoint('FEDERATION', 'COMPETITION'),
      standpoint('FEDERATION', 'COMPETITION', ['NAME', 'BIRTH_DATE']),
      standpoint('FEDERATION', undefined, ['NAME']),
      { ...standpoint('FEDERATION', 'COMPETITION', ['NAME', 'BIRTH_DATE']), limits: { registered: new Set<DataCategory>(['NAME']) } },
      { ...standpoint('MEMBER', 'OWN_AFFAIRS'), limits: { categories: new Set<DataCategory>(['BIRTH_DATE']) } },
      { ...standpoint('MEMBER', 'OWN_AFFAIRS'), limits: { coordinates: new Set(['Member.name']) } },
      { ...standpoint('MEMBER', 'OWN_AFFAIRS'), limits: { categories: new Set<DataCategory>() } },
    ] satisfies Standpoint[] as readonly Standpoint[]) {
      const permitTable = createPermitTables(policy, catalogue)(at);
      for (const relationship of allRelationships) {
        for (let bits = 0; bits < 2 ** conditions.length; bits += 1) {
          const given = conditions.filter((_condition, bit) => (bits >> bit) & 1);
          const permits = permitTable(relationship, given);
          expect(permits).toHaveLength(catalogue.size);
          for (const { index, category, coordinate } of catalogue.outputs.values()) {
            // The authority decides CATEGORY_NAMED, whatever the look-up returned.
            const holding = new Set<Condition>(given.filter((one) => one !== 'CATEGORY_NAMED'));
            if (at.named.has(category)) holding.add('CATEGORY_NAMED');
            const { effect } = decide(policy, { role: at.role, purpose: at.purpose, relationship, category, holding });
            const permit = effect === 'PERMIT' && isWithin(at, category, coordinate) ? 1 : 0;
            expect({ coordinate, permit: permits[index] }).toEqual({ coordinate, permit });
            permitted += permit;
          }
        }
      }
    }
    expect(permitted).toBeGreaterThan(100);
  });

  test('decides once for a relationship and its conditions', () => {
    const permitTable = createPermitTables(policy, catalogue)(standpoint('FEDERATION', 'COMPETITION', ['BIRTH_DATE']));
    const [plain, one, both] = [
      permitTable('SQUAD', []),
      permitTable('SQUAD', ['UNLISTED']),
      permitTable('SQUAD', ['UNLISTED', 'CLAIM_OPEN']),
    ];
    expect(permitTable('SQUAD', [])).toBe(plain);
    expect(permitTable('SQUAD', ['UNLISTED'])).toBe(one);
    expect(permitTable('SQUAD', ['UNLISTED', 'CLAIM_OPEN'])).toBe(both);
    expect(permitTable('SQUAD', ['ADDRESS_PROTECTEDOVERDUE_AND_ASSIGNED' as Condition])).not.toBe(both);
    expect(new Set([plain, one, both, permitTable('NONE', []), permitTable('NONE', ['UNLISTED'])]).size).toBe(5);
  });

  test('is cached for a standpoint, and evicted after a thousand others', () => {
    const permitTables = createPermitTables(policy, catalogue);
    const categories = allCategories;
    // There is one table for each subset of ten categories: 1,024.
    const others = Array.from({ length: 1_000 }, (_, bits) =>
      standpoint(
        'FEDERATION',
        'COMPETITION',
        categories.filter((_category, bit) => bit < 10 && ((bits + 1) >> bit) & 1),
      ),
    );
    const first = standpoint('FEDERATION', 'COMPETITION');
    const kept = permitTables(first);
    for (const other of others.slice(0, 999)) permitTables(other);
    expect(permitTables(first)).toBe(kept);
    // It was used just now, so it is not the next to be evicted.
    permitTables(others[999]!);
    expect(permitTables(first)).toBe(kept);
    for (const other of others) permitTables(other);
    expect(permitTables(first)).not.toBe(kept);
  });
});
