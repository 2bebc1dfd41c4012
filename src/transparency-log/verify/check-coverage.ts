import { maximumMergeDelay } from '../receipt.ts';
import type { Findings } from './log-findings.ts';
import type { Coverage } from './log-source.ts';
import { places } from './places.ts';

/** The first entry that is still there and holds. */
export interface FirstKept {
  /** Of its verified header. */
  readonly at: string;
  readonly month: string;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const dayLong = 86_400_000;

/**
 * Holds the time from which the log is said to be complete against what can be known of it. Nobody signed it, and
 * of what was before the first entry there is nothing to hold it against.
 * @param pruned whether a logged retention took out what was before the first entry
 * @returns what it claims beyond the first entry, as a sentence; undefined where it claims no more
 */
export function checkCoverage(
  coverage: readonly Coverage[],
  first: FirstKept | undefined,
  pruned: boolean,
  findings: Findings,
): string | undefined {
  const [row] = coverage;
  if (!row || coverage.length > 1) findings.add('COVERAGE_MISSING', places.coverage);
  if (!row || !first) return undefined;
  const { since } = row;
  // A retention keeps whole months. A month without entries is no fault, so it may be an earlier one.
  const begin = pruned ? `${first.month}T00:00:00.000Z` : first.at;
  // The entry's time is by the gateway's clock, the other one by the database's.
  const allowed = pruned ? 0 : maximumMergeDelay * 1_000;
  const wrong = !instant.test(since) || Date.parse(since) > Date.parse(begin) + allowed || (pruned && !since.endsWith('-01T00:00:00.000Z'));
  if (wrong) findings.add('COVERAGE_SINCE_WRONG', places.coverage);
  const claimsMore = !wrong && instant.test(begin) && Date.parse(since) < Date.parse(begin) - (pruned ? 0 : dayLong);
  return claimsMore ? `That the log is complete from ${since} on: before ${begin} it has no entry that could show it.` : undefined;
}
