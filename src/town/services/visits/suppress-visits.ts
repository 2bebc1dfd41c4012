import type { WebVisitDimension } from '../../shared/graphql/generated/schema.ts';
import { fewest, suppress, type SuppressedCount } from './suppress.ts';

/** How many visits are alike in every dimension. */
export type VisitCell = Readonly<Record<WebVisitDimension, string>> & { readonly visits: number };

/** The statistics of each dimension, as they may be shown. They count the visits whose values all have a count that is shown. */
export type VisitStatistics = Readonly<Record<WebVisitDimension, readonly SuppressedCount[]>>;

const dimensions: readonly WebVisitDimension[] = ['SECTION', 'BROWSER', 'PLATFORM'];

/**
 * The statistics of visits (clause `telemetry`). A visit with a suppressed value is not counted at all. Otherwise the rows that are shown,
 * or their difference from the statistics, would reveal how such visits divide: it is no secret which browser runs on which platform. The
 * remaining count of a value can be too small to be shown; then that value is suppressed too. Sorted by value, because an order by count
 * would reveal counts.
 */
export function suppressVisits(cells: readonly VisitCell[]): VisitStatistics {
  const first = perDimension((dimension) => {
    const counts = [...countBy(cells, dimension)].map(([value, visits]) => ({ value, visits }));
    return suppress(counts.toSorted((one, other) => (one.value < other.value ? -1 : 1)));
  });
  const hidden = perDimension((dimension) => {
    const shown = new Set(first[dimension].flatMap(({ value, visits }) => (visits === null ? [] : [value])));
    return new Set([...countBy(cells, dimension).keys()].filter((value) => !shown.has(value)));
  });
  for (let size = -1; size !== sizeOf(hidden);) {
    size = sizeOf(hidden);
    const left = wholeCells(cells, hidden);
    for (const dimension of dimensions) {
      const counts = countBy(left, dimension);
      for (const value of countBy(cells, dimension).keys()) if ((counts.get(value) ?? 0) < fewest) hidden[dimension].add(value);
    }
  }
  const left = wholeCells(cells, hidden);
  return perDimension((dimension) => {
    const counts = countBy(left, dimension);
    return first[dimension].map(({ value }) => ({ value, visits: hidden[dimension].has(value) ? null : (counts.get(value) ?? null) }));
  });
}

type SuppressedValues = Readonly<Record<WebVisitDimension, Set<string>>>;

function wholeCells(cells: readonly VisitCell[], hidden: SuppressedValues): readonly VisitCell[] {
  return cells.filter((cell) => dimensions.every((dimension) => !hidden[dimension].has(cell[dimension])));
}

function sizeOf(hidden: SuppressedValues): number {
  return dimensions.reduce((size, dimension) => size + hidden[dimension].size, 0);
}

function countBy(cells: readonly VisitCell[], dimension: WebVisitDimension): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell[dimension], (counts.get(cell[dimension]) ?? 0) + cell.visits);
  return counts;
}

function perDimension<Value>(valueOf: (dimension: WebVisitDimension) => Value): Record<WebVisitDimension, Value> {
  return Object.fromEntries(dimensions.map((dimension) => [dimension, valueOf(dimension)])) as Record<WebVisitDimension, Value>;
}
