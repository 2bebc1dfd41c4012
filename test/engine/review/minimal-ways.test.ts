import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { minimalWays } from '../../../src/engine/review/compare/compare/minimal-ways.ts';

test('the ways describe exactly the sets, and none is redundant', () => {
  const names = ['a', 'b', 'c', 'd'] as const;
  const sets = Array.from({ length: 16 }, (_, bits) => new Set(names.filter((_name, bit) => (bits >> bit) & 1)));
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }), (truth) => {
      const at = (set: ReadonlySet<string>): boolean => truth[names.reduce((bits, name, bit) => bits | (set.has(name) ? 1 << bit : 0), 0)]!;
      const ways = minimalWays(names, at);
      const says = (some: typeof ways, set: ReadonlySet<string>): boolean =>
        some.some((way) => way.while.every((name) => set.has(name)) && !way.unless.some((name) => set.has(name)));
      for (const set of sets) expect(says(ways, set)).toBe(at(set));
      for (const way of ways)
        expect(
          sets.some(
            (set) =>
              at(set) &&
              !says(
                ways.filter((other) => other !== way),
                set,
              ),
          ),
        ).toBe(true);
    }),
    { seed: 1, numRuns: 300 },
  );
  expect(minimalWays(names, () => false)).toEqual([]);
  expect(minimalWays(names, () => true)).toEqual([{ while: [], unless: [] }]);
  expect(minimalWays(names, (set) => set.has('b') && !set.has('d'))).toEqual([{ while: ['b'], unless: ['d'] }]);
});
