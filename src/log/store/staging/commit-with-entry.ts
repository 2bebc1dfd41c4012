import { CompiledQuery } from 'kysely';
import type { Database } from '../../../platform/sql/sql.ts';
import type { Entry } from '../../entry/entry.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { AccessCondition, HeldAccess } from './access-condition.ts';
import { commitStatement, notStored } from './stage.ts';

/**
 * Stages an entry in the transaction that `database` is in, and commits that transaction, in one round trip: a change and its entry are
 * committed together. If it fails for any reason, the caller must release nothing.
 * @param condition whether access is in force
 * @param held the access that must be in force
 * @param lasts milliseconds from the beginning of the transaction until the request is over
 * @throws PrivacyError ACCESS_ENDED if the held access is not in force, REQUEST_OVERDUE: nothing was committed
 */
export async function commitWithEntry(
  condition: AccessCondition,
  database: Database,
  entry: Entry,
  held: HeldAccess,
  lasts: number,
): Promise<void> {
  const { text, values } = commitStatement(condition, { entry, held }, lasts);
  try {
    await database.executeQuery(CompiledQuery.raw(text, values));
  } catch (error) {
    const cause = causeOf(error);
    if (cause === notStored.accessEnded) throw new PrivacyError('ACCESS_ENDED');
    if (cause === notStored.overdue) throw new PrivacyError('REQUEST_OVERDUE');
    throw error;
  }
}
