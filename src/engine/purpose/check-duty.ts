import type { Reader } from '../rows/reader.ts';
import type { Purpose } from '../register.ts';
import type { Principal } from './principal.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { purposesOf } from '../policy/decision/enter.ts';
import type { Application } from '../application.ts';

/**
 * Checks that the principal's duty includes the purpose: an employee either reviews the log or works with named people. Roles that
 * cannot review the log need no check. The refusal depends on the staff record alone, so it tells nothing about the log.
 * @throws PrivacyError REVIEWER_ON_RECORD, DUTIES_SEPARATED
 */
export async function checkDuty(
  { policy, duties }: Pick<Application, 'policy' | 'duties'>,
  { id, role }: Principal,
  purpose: Purpose | undefined,
  reader: Reader,
): Promise<void> {
  const { reviewPurpose } = policy.vocabulary;
  if (purpose === undefined || !purposesOf(policy, role).includes(reviewPurpose)) return;
  const { reviewsLog, onRecord } = await duties.read(reader, id);
  const reviewing = purpose === reviewPurpose;
  if (reviewing && onRecord) throw new PrivacyError('REVIEWER_ON_RECORD');
  if (reviewing !== reviewsLog) throw new PrivacyError('DUTIES_SEPARATED');
}
