import { CompiledQuery } from 'kysely';
import type { Reader } from '../../../engine/rows/reader.ts';
import { inForceStatement, type AccessCondition, type Holder } from '../../../log/store/staging/access-condition.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * Checks the access of a principal whose operation leaves no entry. Otherwise the entry is stored only while the access is in force.
 * @throws PrivacyError ACCESS_ENDED, DPOP_PROOF_INVALID
 */
export async function checkAccess(condition: AccessCondition, reader: Reader, holder: Holder): Promise<void> {
  if (!(await readInForce(condition, reader, holder))) throw new PrivacyError(await whyEnded(condition, reader, holder));
}

/** Why access was not in force: it has ended, or else the proof was used before. */
export async function whyEnded(condition: AccessCondition, reader: Reader, holder: Holder): Promise<'ACCESS_ENDED' | 'DPOP_PROOF_INVALID'> {
  return holder.proof && (await readInForce(condition, reader, { ...holder, proof: undefined })) ? 'DPOP_PROOF_INVALID' : 'ACCESS_ENDED';
}

async function readInForce(condition: AccessCondition, { database }: Reader, holder: Holder): Promise<boolean> {
  const { text, values } = inForceStatement(condition, holder);
  const { rows } = await database.executeQuery<{ inForce: boolean }>(CompiledQuery.raw(text, values));
  return rows[0]?.inForce === true;
}
