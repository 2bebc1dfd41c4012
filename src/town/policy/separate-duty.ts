import type { Purpose } from '../graphql/generated/schema.ts';

/**
 * The purpose of reviewing the whole log (clause `safeguards`). A reviewer sees every read of every person under a pseudonym, also
 * the reads that are sealed towards that person. So a reviewer must know nobody by name, and must not be in the log:
 * - A reviewer has no other purpose. An officer who answers a request or records a mandate learns when a named person's record was
 *   read, and would recognise the same read in a review, and so the person's pseudonym.
 * - A reviewer is not on record as a resident. Otherwise entries would have to be hidden from the reviewer, and their number would
 *   follow from the numbers of the others and from the size of the public tree.
 */
export const reviewPurpose: Purpose = 'ACCESS_REVIEW';

/**
 * The purposes that an employee's duty leaves of those of the role. Roles that cannot review the log keep them all. Pure.
 * @param purposes of the role
 * @param duty what the staff record says: who reviews the log, and who is a resident on record
 */
export function purposesWithin(
  purposes: readonly Purpose[],
  duty: { readonly reviewsLog: boolean; readonly onRecord: boolean },
): readonly Purpose[] {
  if (!purposes.includes(reviewPurpose)) return purposes;
  return purposes.filter((purpose) => (purpose === reviewPurpose ? duty.reviewsLog && !duty.onRecord : !duty.reviewsLog));
}
