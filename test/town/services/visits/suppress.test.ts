import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fewest, suppress, type Count } from '../../../../src/town/services/visits/suppress.ts';

const named = (visits: readonly number[]): Count[] => visits.map((count, index) => ({ value: `v${index}`, visits: count }));
const shown = (visits: readonly number[]): (number | null)[] => suppress(named(visits)).map((count) => count.visits);

test('large counts are shown, small ones and their complement are suppressed', () => {
  expect(shown([11, 40, 300])).toEqual([11, 40, 300]);
  expect(shown([3, 40, 300])).toEqual([null, null, 300]);
  expect(shown([300, 10, 40])).toEqual([300, null, null]);
  expect(shown([6, 7, 300])).toEqual([null, null, 300]);
  expect(shown([1, 2, 40, 300])).toEqual([null, null, null, 300]);
  expect(shown([4, 3])).toEqual([null, null]);
  expect(shown([])).toEqual([]);
});

test('counts that their sum would settle get one more complement, or nothing is shown if there is none', () => {
  const ones = Array.from({ length: 11 }, () => 1);
  expect(shown([...ones, 40, 300])).toEqual([...ones.map(() => null), null, 300]);
  expect(shown([10, 10, 10, 12, 300])).toEqual([null, null, null, null, 300]);
  for (const all of [[4], [1, 1], [10, 10], ones]) expect(shown(all)).toEqual([]);
});

test('several numbers fit each suppressed count, for a reader who knows the total, the shown counts and this rule', () => {
  for (const [length, most] of [
    [1, 60],
    [2, 60],
    [3, 40],
    [4, 14],
  ] as const) {
    const inputs = Array.from({ length: most ** length }, (_, at) =>
      Array.from({ length }, (_place, place) => 1 + (Math.floor(at / most ** place) % most)),
    );
    const alike = Map.groupBy(inputs, (visits) => JSON.stringify([shown(visits), visits.reduce((sum, one) => sum + one, 0)]));
    const settled = [...alike].flatMap(([answer, possible]) => {
      const [told] = JSON.parse(answer) as [(number | null)[]];
      const isSettled = told.some((count, place) => count === null && new Set(possible.map((visits) => visits[place])).size === 1);
      return isSettled ? [answer] : [];
    });
    expect(settled).toEqual([]);
  }
});

const counts = fc.array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5_000 })), { maxLength: 30 }).map(named);

test('no count below the threshold is shown, and no shown count is changed', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const answer = suppress(given);
      fc.pre(answer.length > 0);
      expect(answer.map(({ value }) => value)).toEqual(given.map(({ value }) => value));
      const told = answer.filter(({ visits }) => visits !== null);
      expect(told).toEqual(given.filter((_count, index) => answer[index]!.visits !== null));
      expect(told.filter(({ visits }) => visits! < fewest)).toEqual([]);
    }),
  );
});

test('suppressed counts are never only one, and their sum is never below the threshold, unless all are suppressed', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const answer = suppress(given);
      const hidden = given.filter((_count, index) => answer[index]?.visits === null);
      fc.pre(hidden.length > 0 && hidden.length < given.length);
      expect(hidden.length).toBeGreaterThan(1);
      expect(hidden.reduce((sum, { visits }) => sum + visits, 0)).toBeGreaterThanOrEqual(fewest);
    }),
  );
});

test('no more counts are suppressed than necessary: no shown count is smaller than a suppressed one', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const answer = suppress(given);
      fc.pre(answer.length > 0);
      const small = given.filter(({ visits }) => visits < fewest);
      const hidden = given.filter((_count, index) => answer[index]!.visits === null);
      const told = answer.flatMap(({ visits }) => visits ?? []);
      expect(Math.max(0, ...hidden.map(({ visits }) => visits))).toBeLessThanOrEqual(Math.min(Infinity, ...told));
      // At most one size of complement: a count that reaches the threshold makes the sum large enough.
      const complements = hidden.filter((count) => !small.includes(count));
      expect(new Set(complements.map(({ visits }) => visits)).size).toBeLessThanOrEqual(1);
      expect(small.length > 0 || hidden.length === 0).toBe(true);
    }),
  );
});
