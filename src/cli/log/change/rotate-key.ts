import type { Client } from 'pg';
import { sequencerLock } from '../../../log/store/numbering/sequencer.ts';
import type { Config } from '../../../platform/settings/config.ts';
import { newLogKey, readStoredLogKeys, writeLogKeys } from '../../../log/store/publication/log-key-store.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/** The last tree size that the old key signs, and the first that the new one signs. */
export interface Rotation {
  readonly oldLast: bigint;
  readonly newFirst: bigint;
}

/**
 * Creates a new key for all trees that are larger than the current one. The previous keys sign, too, for `overlap` more
 * entries. The sequencer is locked out meanwhile: it could sign a tree that is too large for the old key before it knows
 * the new one.
 * @param client in a transaction, which holds the lock
 * @throws {PrivacyError} KEY_UNUSED: the newest key has not signed a tree yet, and another key would leave it none to sign
 */
export async function rotateKey(client: Client, place: Pick<Config, 'secrets' | 'dataDirectory'>, overlap: bigint): Promise<Rotation> {
  await client.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
  const { rows } = await client.query<{ size: string }>('select size::text from access_log.checkpoint');
  const size = BigInt(rows[0]?.size ?? 0);
  const keys = readStoredLogKeys(place);
  const newest = keys.at(-1)!;
  if (BigInt(newest.first) > size) throw new PrivacyError('KEY_UNUSED');
  const oldLast = size + overlap;
  // Keys that still sign after an earlier rotation end with this one, too.
  const before = keys.map((key) => (key.last === null || BigInt(key.last) > oldLast ? { ...key, last: String(oldLast) } : key));
  writeLogKeys(place, [...before, newLogKey(newest.name, size + 1n)]);
  return { oldLast, newFirst: size + 1n };
}
