import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fewest, suppress, type Count } from '../../src/records/suppress.ts';

const named = (visits: readonly number[]): Count[] => visits.map((count, index) => ({ value: `v${index}`, visits: count }));
const shown = (visits: readonly number[]): (number | null)[] => suppress(named(visits)).map((count) => count.visits);

test('large counts are shown, small ones and their complement are suppressed', () => {
  expect(shown([11, 40, 300])).toEqual([11, 40, 300]);
  expect(shown([3, 40, 300])).toEqual([null, null, 300]);
  expect(shown([300, 10, 40])).toEqual([300, null, null]);
  expect(shown([6, 7, 300])).toEqual([null, null, 300]);
  expect(shown([1, 2, 40, 300])).toEqual([null, null, null, 300]);
  expect(shown([4])).toEqual([null]);
  expect(shown([])).toEqual([]);
});

const counts = fc.array(fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5_000 })), { maxLength: 30 }).map(named);

test('no count below the threshold is shown, and no shown count is changed', () => {
  fc.assert(
    fc.property(counts, (given) => {
      const answer = suppress(given);
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
      const hidden = given.filter((_count, index) => answer[index]!.visits === null);
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
      const small = given.filter(({ visits }) => visits < fewest);
      const hidden = given.filter((_count, index) => answer[index]!.visits === null);
      const told = answer.flatMap(({ visits }) => visits ?? []);
      expect(Math.max(0, ...hidden.map(({ visits }) => visits))).toBeLessThanOrEqual(Math.min(Infinity, ...told));
      // At most one complement: a count that reaches the threshold makes the sum large enough.
      expect(hidden.length - small.length).toBeLessThanOrEqual(1);
      expect(small.length > 0 || hidden.length === 0).toBe(true);
    }),
  );
});
