import { saltLength } from '../../entry/entry.ts';
import type { Row } from '../source/row.ts';
import type { Erasures } from './erasures.ts';
import type { Findings } from '../log-findings.ts';
import type { StoredEntry } from '../source/log-source.ts';
import { firstSubject } from '../source/segment-reader.ts';
import { places } from '../source/places.ts';

const noSalt = Buffer.alloc(saltLength);

/**
 * Compares an entry's segments with the root in its header. Each erased one needs a logged erasure, and must be gone.
 * @param rootAltered whether only the stored root is wrong
 * @returns how many segments there are
 */
export function checkSegments({ entry, segments }: Row, rootAltered: boolean, findings: Findings, erasures: Erasures): number {
  const { number, root, subjects, seen } = entry;
  for (const ordinal of [...segments.erased.keys()].toSorted((one, other) => one - other)) {
    erasures.missingSegment(number, ordinal);
    if (!isGone(entry, ordinal)) findings.add('ERASURE_INCOMPLETE', places.segment(number, ordinal));
  }
  let known = true;
  // If the list of views is not stored, no view is known, and no root is right.
  if (seen && entry.views !== undefined) {
    for (const [at, view] of seen.entries()) {
      if (view in segments.views) continue;
      findings.add('SEGMENT_VIEW_UNKNOWN', places.segment(number, firstSubject + at));
      known = false;
    }
  }
  if (known && !rootAltered && segments.root !== root) findings.add('SEGMENTS_ALTERED', places.segments(number));
  for (const at of repeated(subjects)) findings.add('SEGMENT_SUBJECT_TWICE', places.segment(number, firstSubject + at));
  // Views are shared by entries as whole lists, so an erased segment's view is still there.
  const used = new Set(seen ?? (subjects.length > 0 ? [0] : []));
  for (const view of segments.views.keys()) if (!used.has(view)) findings.add('VIEW_ADDED', places.view(number, view));
  return segments.size - segments.erased.size;
}

/** Whether an erased segment has neither salt nor content. */
function isGone({ salts, principal, case: ofCase, authority, subjects }: StoredEntry, ordinal: number): boolean {
  const saltAt = ordinal * saltLength;
  if (!salts.subarray(saltAt, saltAt + saltLength).equals(noSalt)) return false;
  if (ordinal === 0) return principal === null;
  if (ordinal === 1) return ofCase === null && authority === null;
  return subjects[ordinal - firstSubject] === null;
}

/** The indexes of data subjects that an earlier segment is about. */
function repeated(subjects: StoredEntry['subjects']): number[] {
  if (subjects.length < 2) return [];
  const met = new Set<string>();
  return subjects.flatMap((subject, at) => {
    if (subject === null) return [];
    if (met.has(subject)) return [at];
    met.add(subject);
    return [];
  });
}
