import { expect, test } from '@jest/globals';
import { matrixCells } from '../../../../src/engine/policy/matrix.ts';
import { policyCells } from '../../../../src/engine/policy/declaration/policy-cells.ts';
import { smallPolicy } from '../../plan/small-club.ts';

test('the cells of a policy are those of its matrix, made once', () => {
  const cells = policyCells(smallPolicy);
  expect(cells).toEqual(matrixCells(smallPolicy));
  expect(cells.length).toBeGreaterThan(0);
  expect(policyCells(smallPolicy)).toBe(cells);
  expect(policyCells({ ...smallPolicy, grants: [] })).toEqual([]);
});
