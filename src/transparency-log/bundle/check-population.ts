import { liesIn, type Bundle } from './bundle.ts';
import { drawSample } from './draw-sample.ts';
import type { Report } from './bundle-findings.ts';

/** Holds what the bundle says of its population, and its sample, against the headers. */
export function checkPopulation({ entries, population, engagement, sample, tree }: Bundle, report: Report): void {
  const { first, last } = population;
  const inDates = entries.filter(({ header }) => liesIn(header.at, engagement)).map(({ number }) => number);
  // The range begins and ends in the dates, or it would not be theirs.
  const ends = inDates.includes(first) && inDates.includes(last) && last < tree.size;
  const counted = population.entries === last - first + 1 && population.entries === entries.length && population.inDates === inDates.length;
  if (!ends || !counted) report('BUNDLE_POPULATION_DIFFERS', 'population');
  if (!sample) return;
  const drawn = drawSample(inDates, sample.seed, sample.size);
  if (drawn.length !== sample.numbers.length || drawn.some((number, at) => number !== sample.numbers[at])) {
    report('BUNDLE_SAMPLE_DIFFERS', 'sample');
  }
}
