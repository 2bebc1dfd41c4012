import type { Erasures } from './erasures.ts';
import type { Findings } from './findings.ts';
import type { StoredEntry, StoredOpening } from './log-source.ts';
import { contentDigest, subjectDigest, type Frame, type OpeningFrames } from './opening-frames.ts';
import { places } from './places.ts';

const letters = 64;

/**
 * Holds each of an entry's openings against its digest: there is one for each, or a logged erasure.
 * @param openings ordinals ascending
 * @returns how many there are
 */
export function checkOpenings(
  { number, digests, views }: StoredEntry,
  openings: readonly StoredOpening[],
  frames: OpeningFrames,
  findings: Findings,
  erasures: Erasures,
): number {
  const seen = frames.views(views);
  const used = new Set<number>();
  const subjects = new Set<string>();
  const count = Math.ceil(digests.length / letters);
  let next = 0;
  let whole = true;
  const missingUpTo = (end: number): void => {
    for (; next < end; next++) {
      erasures.missingOpening(number, next);
      whole = false;
    }
  };
  for (const opening of openings) {
    const { ordinal, subject } = opening;
    const place = places.opening(number, ordinal);
    // Whatever is no number is not among them either.
    if (!(ordinal >= next && ordinal < count)) {
      findings.add('OPENING_ADDED', place);
      continue;
    }
    missingUpTo(ordinal);
    next = ordinal + 1;
    if (opening.seen !== undefined && ordinal >= 2) used.add(opening.seen);
    if (opening.seen !== undefined && !(opening.seen in seen)) findings.add('OPENING_VIEW_UNKNOWN', place);
    else if (digestOf(opening, seen, frames) !== digests.slice(ordinal * letters, next * letters)) findings.add('OPENING_ALTERED', place);
    if (subject === undefined) continue;
    if (subjects.has(subject)) findings.add('OPENING_SUBJECT_TWICE', place);
    subjects.add(subject);
  }
  missingUpTo(count);
  // A view that only erased openings used is nobody's any more, and no fault.
  if (whole) for (const view of seen.keys()) if (!used.has(view)) findings.add('VIEW_ADDED', places.view(number, view));
  return openings.length;
}

function digestOf({ ordinal, salt, content, subject, seen }: StoredOpening, views: readonly (Frame | undefined)[], frames: OpeningFrames) {
  if (ordinal < 2) {
    const frame = content === undefined || subject !== undefined || seen !== undefined ? undefined : frames.content(content);
    return frame && contentDigest(frame, salt);
  }
  const frame = content === undefined && seen !== undefined ? views[seen] : undefined;
  return frame && subject !== undefined ? subjectDigest(frame, salt, subject) : undefined;
}
