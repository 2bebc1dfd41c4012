import type { Client } from 'pg';
import { sequencerLock } from '../../../access-log/sequencer.ts';
import { newLogKey, readStoredLogKeys, writeLogKeys } from '../../../database/log-key-store.ts';
import { PrivacyError } from '../../../errors.ts';

/** Until when the old key signs, and from when the new one does, in sizes of the tree. */
export interface Rotation {
  readonly oldLast: bigint;
  readonly newFirst: bigint;
}

/**
 * Makes a new key for every larger tree than the present one; the keys before it sign along for
 * `overlap` entries more. The sequencer stands still meanwhile: a tree that it signed just then could
 * be larger than the old key may sign, and the new key not known to it.
 * @param client in a transaction, which the lock lasts for
 * @throws PrivacyError KEY_UNUSED: the newest key has signed nothing, so another would leave it nothing to sign
 */
export async function rotateKey(client: Client, dataDirectory: string, overlap: bigint): Promise<Rotation> {
  await client.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
  const { rows } = await client.query<{ size: string }>('select size::text from access_log.checkpoint');
  const size = BigInt(rows[0]?.size ?? 0);
  const keys = readStoredLogKeys(dataDirectory);
  const newest = keys.at(-1)!;
  if (BigInt(newest.first) > size) throw new PrivacyError('KEY_UNUSED');
  const oldLast = size + overlap;
  // One that an earlier rotation left signing does not outlive this one.
  const before = keys.map((key) => (key.last === null || BigInt(key.last) > oldLast ? { ...key, last: String(oldLast) } : key));
  writeLogKeys(dataDirectory, [...before, newLogKey(newest.name, size + 1n)]);
  return { oldLast, newFirst: size + 1n };
}
