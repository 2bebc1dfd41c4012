import type { AccessContext } from '../../../../src/engine/policy/decision/access-context.ts';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createPermitTables, accessKey, FieldSet, type Permits } from '../../../../src/engine/plan/bind/permit-table.ts';
import type { Condition, DataCategory } from '../../../../src/engine/register.ts';
import { decide } from '../../../../src/engine/policy/decision/decide.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { smallPolicy, smallSchema, access } from '../small-club.ts';
import { allCategories, allPurposes, allRelationships, allRoles } from '../../club/vocabulary.ts';

const { markings } = smallSchema();
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
      coordinates: fc.option(setOf(fc.constantFrom(...markings.outputs.keys())), { nil: undefined }),
    }),
    { nil: undefined },
  ),
});
function setOf<Entry>(entry: fc.Arbitrary<Entry>): fc.Arbitrary<Set<Entry>> {
  return fc.uniqueArray(entry, { maxLength: 4 }).map((entries) => new Set(entries));
}
const seeded = { seed: 3, numRuns: 300 } as const;

describe('the key of a access', () => {
  const equal = (one: ReadonlySet<string> | undefined, other: ReadonlySet<string> | undefined): boolean =>
    one === undefined || other === undefined ? one === other : one.symmetricDifference(other).size === 0;
  const same = (one: AccessContext, other: AccessContext): boolean =>
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
        expect(accessKey(one) === accessKey(other)).toBe(same(one, other));
        // Exchanges one part, so that the keys differ in that part alone.
        for (const part of ['role', 'purpose', 'named', 'limits'] as const) {
          const mixed = { ...one, [part]: other[part] };
          expect(accessKey(one) === accessKey(mixed)).toBe(same(one, mixed));
        }
      }),
      seeded,
    );
  });

  test('does not depend on the order of an authority’s categories', () => {
    expect(accessKey(access('FEDERATION', 'COMPETITION', ['NAME', 'EMAIL']))).toBe(
      accessKey(access('FEDERATION', 'COMPETITION', ['EMAIL', 'NAME'])),
    );
  });

  test('does not depend on the order of limits, and is short however many fields a token names', () => {
    const within = (coordinates: readonly string[]): AccessContext => ({
      ...access('FEDERATION', 'COMPETITION'),
      limits: { coordinates: new Set(coordinates) },
    });
    const many = Array.from({ length: 100 }, (_, at) => `Member.field${at}`);
    expect(accessKey(within(many))).toBe(accessKey(within(many.toReversed())));
    expect(accessKey(within(many))).toMatch(/^FEDERATION COMPETITION  [\w-]{43}$/);
  });

  test('separates purposes and categories, and represents their absence', () => {
    expect(accessKey(access('CARETAKER', 'STAFFING', ['NAME', 'EMAIL']))).toBe('CARETAKER STAFFING EMAIL,NAME');
    expect(accessKey(access('CARETAKER', undefined))).toBe('CARETAKER - ');
  });
});

/** Whether the limits of a access cover a coordinate. Existence is withheld only where a limit is empty. */
function isWithin({ limits }: AccessContext, category: DataCategory, coordinate: string): boolean {
  const sets = [limits?.registered, limits?.categories, limits?.coordinates].filter((limit) => limit !== undefined);
  if (category === 'EXISTENCE') return sets.every(({ size }) => size > 0);
  return sets.every((limit) => limit.has((limit === limits?.coordinates ? coordinate : category) as never));
}

describe('a permit table', () => {
  test('is not that of other conditions whose names run together', () => {
    const permitTable = createPermitTables(policy, markings)(access('FEDERATION', 'COMPETITION'));
    const badges = [...markings.outputs.values()].filter(({ category }) => category === 'BADGE').map(({ index }) => index);
    const permits = (...holding: readonly string[]) => badges.map((index) => permitTable('SQUAD', holding as Condition[])[index]);
    expect(permits('CLAIM_OPENUNLISTED')).toEqual(badges.map(() => 0));
    expect(permits('CLAIM_OPEN', 'UNLISTED')).toEqual(badges.map(() => 1));
    expect(badges).not.toEqual([]);
  });

  test('holds every decision, with the categories that the authority names', () => {
    let permitted = 0;
    for (const at of [
      access('MEMBER', 'OWN_AFFAIRS'),
      access('RECEPTIONIST', 'RECEPTION'),
      access('FEDERATION', 'COMPETITION'),
      access('FEDERATION', 'COMPETITION', ['NAME', 'BIRTH_DATE']),
      access('FEDERATION', undefined, ['NAME']),
      { ...access('FEDERATION', 'COMPETITION', ['NAME', 'BIRTH_DATE']), limits: { registered: new Set<DataCategory>(['NAME']) } },
      { ...access('MEMBER', 'OWN_AFFAIRS'), limits: { categories: new Set<DataCategory>(['BIRTH_DATE']) } },
      { ...access('MEMBER', 'OWN_AFFAIRS'), limits: { coordinates: new Set(['Member.name']) } },
      { ...access('MEMBER', 'OWN_AFFAIRS'), limits: { categories: new Set<DataCategory>() } },
    ] satisfies AccessContext[] as readonly AccessContext[]) {
      const permitTable = createPermitTables(policy, markings)(at);
      for (const relationship of allRelationships) {
        for (let bits = 0; bits < 2 ** conditions.length; bits += 1) {
          const given = conditions.filter((_condition, bit) => (bits >> bit) & 1);
          const permits = permitTable(relationship, given);
          expect(permits).toHaveLength(markings.size);
          for (const { index, category, coordinate } of markings.outputs.values()) {
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
    const permitTable = createPermitTables(policy, markings)(access('FEDERATION', 'COMPETITION', ['BIRTH_DATE']));
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

  test('is cached for a access, and evicted after a thousand others', () => {
    const permitTables = createPermitTables(policy, markings);
    const categories = allCategories;
    // There is one table for each subset of ten categories: 1,024.
    const others = Array.from({ length: 1_000 }, (_, bits) =>
      access(
        'FEDERATION',
        'COMPETITION',
        categories.filter((_category, bit) => bit < 10 && ((bits + 1) >> bit) & 1),
      ),
    );
    const first = access('FEDERATION', 'COMPETITION');
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

describe('a set of fields', () => {
  test('is one object however often a field is added, and keeps the order in which they came', () => {
    const none = new FieldSet();
    expect(none.fields).toEqual([]);
    const coach = none.with('Squad.coach');
    const both = coach.with('Query.member');
    expect([coach.fields, both.fields]).toEqual([['Squad.coach'], ['Squad.coach', 'Query.member']]);
    // Again, after another field, and for a field that is in it already.
    expect([none.with('Squad.coach'), none.with('Query.member').fields, none.with('Squad.coach')]).toEqual([
      coach,
      ['Query.member'],
      coach,
    ]);
    expect(none.with('Squad.coach')).toBe(coach);
    expect(none.with('Query.member')).toBe(none.with('Query.member'));
    expect(coach.with('Query.member')).toBe(both);
    expect(both.with('Squad.coach')).toBe(both);
    expect(both.with('Query.member')).toBe(both);
    expect([none.fields, coach.fields]).toEqual([[], ['Squad.coach']]);
  });

  test('computes what was seen once for each table of permits', () => {
    const set = new FieldSet(['Query.member']);
    const [one, other]: readonly Permits[] = [new Uint8Array(3), new Uint8Array(3)];
    let computed = 0;
    const compute = () => ({ released: [`computed ${(computed += 1)}`], withheld: [] });
    const seen = set.seenWith(one!, compute);
    expect(seen).toEqual({ released: ['computed 1'], withheld: [] });
    expect(set.seenWith(one!, compute)).toBe(seen);
    expect(set.seenWith(other!, compute).released).toEqual(['computed 2']);
    expect(set.seenWith(one!, compute)).toBe(seen);
  });
});
