import type { Principal } from '../purpose/principal.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { isAssured, isFreshProof } from '../policy/decision/assurance.ts';
import type { Plan } from './operation-plan.ts';

/**
 * Refuses a whole operation for which it is not sure enough who asks: in a role that needs a passkey, or at a root field whose line
 * needs a fresh proof. The rules are the same for sessions and for tokens of every issuer.
 * @throws PrivacyError STEP_UP_NEEDED
 */
export function checkAssurance({ roots, policy }: Plan, { role, assurance }: Principal, now: Date): void {
  const needsFreshProof = [...roots.values()].some(({ line }) => line?.freshProof === true);
  if (isAssured(policy.vocabulary, role, assurance?.acr) && (!needsFreshProof || isFreshProof(assurance, now))) return;
  throw new PrivacyError('STEP_UP_NEEDED');
}
