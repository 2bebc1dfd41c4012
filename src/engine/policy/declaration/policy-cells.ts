import { matrixCells, type MatrixCell } from '../matrix.ts';
import type { Policy } from './policy.ts';

// Answers show them, and a policy never changes.
const known = new WeakMap<Policy, readonly MatrixCell[]>();

/** Every cell of the matrix of a policy. Pure. */
export function policyCells(policy: Policy): readonly MatrixCell[] {
  let cells = known.get(policy);
  if (!cells) known.set(policy, (cells = matrixCells(policy)));
  return cells;
}
