import { isWithin, type Bundle } from './bundle.ts';
import { drawSample } from './draw-sample.ts';
import type { Report } from './bundle-findings.ts';

/** Checks the stated population and the sample against the headers. */
export function checkPopulation({ entries, population, engagement, sample, tree }: Bundle, report: Report): void {
  const { first, last } = population;
  const inDates = entries.filter(({ header }) => isWithin(header.at, engagement)).map(({ number }) => number);
  // The range must begin and end with entries within the dates.
  const rangeMatches = inDates.includes(first) && inDates.includes(last) && last < tree.size;
  const countsMatch = population.entries === entries.length && population.inDates === inDates.length;
  if (!rangeMatches || !countsMatch) report('BUNDLE_POPULATION_DIFFERS', 'population');
  if (!sample) return;
  const drawn = drawSample(inDates, sample.seed, sample.size);
  if (drawn.length !== sample.numbers.length || drawn.some((number, at) => number !== sample.numbers[at])) {
    report('BUNDLE_SAMPLE_DIFFERS', 'sample');
  }
}
