import { CompiledQuery } from 'kysely';
import type { Reader } from '../../../engine/rows/reader.ts';
import { inForceStatement, type AccessCondition, type HeldAccess } from '../../../log/store/staging/access-condition.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * Checks the access of a principal whose operation leaves no entry. Otherwise the entry is stored only while the access is in force.
 * @throws PrivacyError ACCESS_ENDED, DPOP_PROOF_INVALID
 */
export async function checkAccess(condition: AccessCondition, reader: Reader, held: HeldAccess): Promise<void> {
  if (!(await readInForce(condition, reader, held))) throw new PrivacyError(await whyEnded(condition, reader, held));
}

/** Why access was not in force: it has ended, or else the proof was used before. */
export async function whyEnded(
  condition: AccessCondition,
  reader: Reader,
  held: HeldAccess,
): Promise<'ACCESS_ENDED' | 'DPOP_PROOF_INVALID'> {
  return held.proof && (await readInForce(condition, reader, { ...held, proof: undefined })) ? 'DPOP_PROOF_INVALID' : 'ACCESS_ENDED';
}

async function readInForce(condition: AccessCondition, { database }: Reader, held: HeldAccess): Promise<boolean> {
  const { text, values } = inForceStatement(condition, held);
  const { rows } = await database.executeQuery<{ inForce: boolean }>(CompiledQuery.raw(text, values));
  return rows[0]?.inForce === true;
}
