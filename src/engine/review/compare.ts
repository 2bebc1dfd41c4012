import type { Change } from './compare/compare/change.ts';
import { compareBudgets } from './compare/compare/compare-budgets.ts';
import { compareEntering } from './compare/compare/compare-entering.ts';
import { compareMarkings } from './compare/compare/compare-markings.ts';
import { compareSeeing } from './compare/compare/compare-seeing.ts';
import type { Side } from './compare/compare/side.ts';

/**
 * Compares two policies with their schemas: everything that the second one newly reveals or newly hides. Lines that are
 * only worded differently are not changes. Pure.
 */
export function compare(before: Side, after: Side): Change[] {
  return [
    ...compareMarkings(before, after),
    ...compareEntering(before, after),
    ...compareSeeing(before, after),
    ...compareBudgets(before, after),
  ];
}
