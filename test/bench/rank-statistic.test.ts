import { expect, test } from '@jest/globals';
import { rankStatistic } from '../../bench/rank-statistic.ts';

test('a rank statistic says how often the second group took longer', () => {
  expect(rankStatistic([1, 2, 3], [1, 2, 3])).toBe(0.5);
  expect(rankStatistic([1, 2], [3, 4])).toBe(1);
  expect(rankStatistic([3, 4], [1, 2])).toBe(0);
  expect(rankStatistic([1, 4], [2, 3])).toBe(0.5);
  expect(rankStatistic([1, 2, 3, 4], [2])).toBe(0.375);
});
