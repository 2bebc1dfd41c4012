import type { Segment, SegmentsRoot } from '../entry/entry.ts';
import { LogError } from '../encoding/log-error.ts';
import { hashSegment } from '../entry/segment-tree.ts';
import { verifyInclusion } from '../proofs/proof.ts';
import { isWithin, type Bundle, type BundleEntry, type Closed, type Proven, type Shown } from './bundle.ts';
import type { Report } from './bundle-findings.ts';

type Part = 'principal' | 'case' | 'subjects';

/** The ordinal of the first data subject; the principal and the case come before. */
const firstSubject = 2;

/**
 * Checks an entry's segments: open ones against the root in the header, withheld ones against the stated reason, and the data
 * subjects against the number of segments. The person behind a pseudonym cannot be checked.
 * @param partnerRoles the roles whose principals are organisations, not people
 */
export function checkBundleSegments(
  entry: BundleEntry,
  engagement: Bundle['engagement'],
  partnerRoles: readonly string[],
  report: Report,
): void {
  const { number, header } = entry;
  const check = (part: Part, ordinal: number, shown: Shown<Segment>): void => {
    const place = `entry ${number}, segment ${ordinal}`;
    if ('closed' in shown) {
      if (!mayBeClosed(shown.closed, part, entry, engagement, partnerRoles)) report('BUNDLE_SEGMENT_MISSING', place);
    } else if (!isProven(shown, ordinal, header.segments)) report('BUNDLE_SEGMENT_ALTERED', place);
  };
  check('principal', 0, entry.principal);
  check('case', 1, entry.case);
  const { subjects } = entry;
  if ('closed' in subjects) {
    if (!mayBeClosed(subjects.closed, 'subjects', entry, engagement, partnerRoles))
      report('BUNDLE_SEGMENT_MISSING', `entry ${number}, data subjects`);
  } else if (!countsMatch(entry, subjects)) report('BUNDLE_SUBJECTS_DIFFER', `entry ${number}, data subjects`);
}

/** Whether the segment is at this place in the tree of segments. */
function isProven({ salt, path, content }: Proven<Segment>, ordinal: number, { root, size }: SegmentsRoot): boolean {
  try {
    verifyInclusion({
      index: BigInt(ordinal),
      size: BigInt(size),
      leafHash: hashSegment(Buffer.from(salt, 'hex'), content),
      proof: path.map((hash) => Buffer.from(hash, 'hex')),
      root: Buffer.from(root, 'hex'),
    });
    return true;
  } catch (error) {
    if (error instanceof LogError) return false;
    throw error;
  }
}

/** Whether the reason is valid, as far as the open parts show. */
function mayBeClosed(
  reason: Closed,
  part: Part,
  entry: BundleEntry,
  engagement: Bundle['engagement'],
  partnerRoles: readonly string[],
): boolean {
  switch (reason) {
    case 'NOT_A_PARTNER':
      return part === 'principal' && !partnerRoles.includes(entry.header.role);
    case 'NO_AUTHORITY_ALONE':
      return part === 'case';
    case 'NOT_IN_DATES':
      return !isWithin(entry.header.at, engagement);
    case 'OWN_ENTRY':
      return part === 'subjects' && 'content' in entry.principal && entry.principal.content.id === engagement.auditor;
    case 'OF_ACCOUNT':
      return part === 'subjects' && entry.header.operationType === 'account';
    default:
      return part !== 'subjects' && entry.erased.includes(part === 'principal' ? 0 : 1);
  }
}

function countsMatch({ header, unseen, erased }: BundleEntry, subjects: readonly { readonly pseudonym: string }[]): boolean {
  const pseudonyms = new Set(subjects.map(({ pseudonym }) => pseudonym));
  const gone = new Set(erased.filter((ordinal) => ordinal >= firstSubject && ordinal < header.segments.size));
  return pseudonyms.size === subjects.length && subjects.length + unseen + gone.size === header.segments.size - firstSubject;
}
