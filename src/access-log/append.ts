import { CompiledQuery } from 'kysely';
import type { Database } from '../sql.ts';
import type { Entry } from '../transparency-log/entry.ts';
import { PrivacyError } from '../errors.ts';
import type { Holder } from '../records/access-in-force.ts';
import { stageWhileInForce } from './stage.ts';

/**
 * Stages an entry in the transaction that `database` is in: a change and its entry are committed together. If it fails,
 * for whatever reason, the caller must release nothing.
 * @param holder the principal whose access must be in force; undefined: the entry is stored in any case
 * @throws PrivacyError ACCESS_ENDED if the access of the holder is not in force
 */
export async function append(database: Database, entry: Entry, holder?: Holder): Promise<void> {
  const { text, values } = stageWhileInForce({ entry, holder });
  const { rows } = await database.executeQuery(CompiledQuery.raw(text, values));
  if (rows.length === 0) throw new PrivacyError('ACCESS_ENDED');
}
