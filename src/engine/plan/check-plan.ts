import { PrivacyError } from '../../platform/errors/errors.ts';
import { acknowledgingField, type Declaration } from '../purpose/declaration.ts';
import type { Plan } from './operation-plan.ts';

/**
 * Refuses a whole operation that its plan shows to be impossible.
 * @param rejectWithheld whether the client wants no answer if something is certainly withheld
 * @throws PrivacyError PURPOSE_REQUIRED, PURPOSE_NOT_ACKNOWLEDGED, OPERATION_WITHHELD
 */
export function checkPlan(plan: Plan, declaration: Declaration, rejectWithheld: boolean): void {
  const { access, personal, withheld } = plan;
  if (personal && access.purpose === undefined && plan.policy.vocabulary.roles[access.role].heldBy !== 'NOBODY')
    throw new PrivacyError('PURPOSE_REQUIRED');
  if (personal && !isAcknowledged(plan, declaration)) {
    throw new PrivacyError('PURPOSE_NOT_ACKNOWLEDGED', { purposeText: declaration.purposeText?.version });
  }
  const never = withheld.filter(({ reason }) => reason !== 'RELATIONSHIP_REQUIRED');
  if (rejectWithheld && never.length > 0) {
    throw new PrivacyError('OPERATION_WITHHELD', { coordinates: [...new Set(never.map(({ coordinate }) => coordinate))] });
  }
}

/** Whether the principal has acknowledged what the purpose is for, or does so by this operation. Other roles acknowledge nothing. */
function isAcknowledged({ policy, access, mutation, roots }: Plan, { purposeText }: Declaration): boolean {
  if (!policy.vocabulary.roles[access.role].acknowledges) return true;
  // A mutation has exactly one root field.
  return purposeText?.isAcknowledged === true || (mutation && roots.has(acknowledgingField));
}
