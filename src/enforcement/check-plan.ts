import { PrivacyError } from '../errors.ts';
import type { Plan } from './operation-plan.ts';

/**
 * Refuses a whole operation that its plan shows to be impossible.
 * @param rejectWithheld whether the client wants no answer if something is certainly withheld
 * @throws PrivacyError PURPOSE_REQUIRED, OPERATION_WITHHELD
 */
export function checkPlan({ standpoint, personal, withheld }: Plan, rejectWithheld: boolean): void {
  if (personal && standpoint.purpose === undefined && standpoint.role !== 'ANONYMOUS') throw new PrivacyError('PURPOSE_REQUIRED');
  const never = withheld.filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED');
  if (rejectWithheld && never.length > 0) {
    throw new PrivacyError('OPERATION_WITHHELD', { coordinates: [...new Set(never.map(({ coordinate }) => coordinate))] });
  }
}
