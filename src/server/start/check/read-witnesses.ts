import { parseVerifierKey, signatureType, type Verifier } from '../../../log/keys/verifier.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * Reads the witnesses of LOG_WITNESSES.
 * @param keys verifier keys (C2SP vkeys)
 * @throws PrivacyError SETTING_INVALID
 */
export function readWitnesses(keys: readonly string[]): readonly Verifier[] {
  try {
    const verifiers = keys.map(parseVerifierKey);
    if (verifiers.every(({ type }) => type === signatureType.cosignature)) return verifiers;
  } catch {
    // Not a verifier key: the same message as for a key of another type.
  }
  throw new PrivacyError('SETTING_INVALID', { problems: ['LOG_WITNESSES: must be verifier keys for cosignatures, with spaces between'] });
}
