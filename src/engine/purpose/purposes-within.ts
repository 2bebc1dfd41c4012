import type { Vocabulary } from '../policy/declaration/vocabulary.ts';
import type { Purpose } from '../register.ts';

/**
 * The purposes that an employee's duty leaves of those of the role. Roles that cannot review the log keep them all. Pure.
 * @param purposes of the role
 * @param duty what the staff record says: who reviews the log, and who can be a data subject
 */
export function purposesWithin(
  { reviewPurpose }: Pick<Vocabulary, 'reviewPurpose'>,
  purposes: readonly Purpose[],
  duty: { readonly reviewsLog: boolean; readonly onRecord: boolean },
): readonly Purpose[] {
  if (!purposes.includes(reviewPurpose)) return purposes;
  return purposes.filter((purpose) => (purpose === reviewPurpose ? duty.reviewsLog && !duty.onRecord : !duty.reviewsLog));
}
