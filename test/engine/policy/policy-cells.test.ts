import { expect, test } from '@jest/globals';
import { matrixCells } from '../../../src/engine/policy/matrix.ts';
import { policyCells } from '../../../src/engine/policy/policy-cells.ts';
import { clubPolicy } from '../plan/club.ts';

test('the cells of a policy are those of its matrix, made once', () => {
  const cells = policyCells(clubPolicy);
  expect(cells).toEqual(matrixCells(clubPolicy));
  expect(cells.length).toBeGreaterThan(0);
  expect(policyCells(clubPolicy)).toBe(cells);
  expect(policyCells({ ...clubPolicy, grants: [] })).toEqual([]);
});
