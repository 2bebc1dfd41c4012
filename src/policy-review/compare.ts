import type { Change } from './compare/change.ts';
import { compareBudgets } from './compare/compare-budgets.ts';
import { compareEntering } from './compare/compare-entering.ts';
import { compareMarkings } from './compare/compare-markings.ts';
import { compareSeeing } from './compare/compare-seeing.ts';
import type { Side } from './compare/side.ts';

/**
 * What changes, from one policy and schema to another, in what is shown to whom: everything that was
 * hidden and is revealed, and that was revealed and is hidden. Lines that differ in words alone change
 * nothing. Pure.
 */
export function compare(before: Side, after: Side): Change[] {
  return [
    ...compareMarkings(before, after),
    ...compareEntering(before, after),
    ...compareSeeing(before, after),
    ...compareBudgets(before, after),
  ];
}
