import { maximumMergeDelay } from '../../proofs/receipt.ts';
import type { Findings } from '../log-findings.ts';
import type { Coverage } from '../source/log-source.ts';
import { places } from '../source/places.ts';

/** The first stored entry that matches its signed leaf. */
export interface FirstKept {
  /** The time in its verified header. */
  readonly at: string;
  readonly month: string;
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const dayInMilliseconds = 86_400_000;

/**
 * Checks the stored time from which the log claims to be complete. The time is not signed, and nothing can prove that
 * there were no entries before the first one.
 * @param pruned whether a logged retention removed the entries before the first one
 * @returns a sentence about the unproven part of the claim; undefined if all of it is covered by entries
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
  // A retention keeps whole months. The claim may begin with an earlier month that had no entries.
  const begin = pruned ? `${first.month}T00:00:00.000Z` : first.at;
  // The entry's time comes from the gateway's clock, the stored one from the database's.
  const allowed = pruned ? 0 : maximumMergeDelay * 1_000;
  const wrong = !instant.test(since) || Date.parse(since) > Date.parse(begin) + allowed || (pruned && !since.endsWith('-01T00:00:00.000Z'));
  if (wrong) findings.add('COVERAGE_SINCE_WRONG', places.coverage);
  const claimsMore = !wrong && instant.test(begin) && Date.parse(since) < Date.parse(begin) - (pruned ? 0 : dayInMilliseconds);
  return claimsMore ? `That the log is complete from ${since} on: it has no entry before ${begin} to prove it.` : undefined;
}
