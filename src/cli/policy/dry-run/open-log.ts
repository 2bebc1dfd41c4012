import type { Config } from '../../../platform/settings/config.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { connectAs, type RoleConnection } from '../../log/change/connect-as.ts';

/** A command may read the whole log, so the deadlines of the gateway's role do not hold in its transaction. */
export const unhurried = 'set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0';

/**
 * Opens the access log as the gateway's role, in a read-only transaction on one snapshot: an entry that the sequencer
 * numbers meanwhile is neither missed nor read twice.
 * @throws {PrivacyError} LOG_UNREADABLE, with a hint
 */
export async function openLog(config: Config): Promise<RoleConnection> {
  const connection = await connectAs(config, 'gateway');
  try {
    await reading(() => connection.client.query(`begin transaction isolation level repeatable read, read only; ${unhurried}`));
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

/** @throws {PrivacyError} LOG_UNREADABLE: reading the log failed */
export async function reading<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof PrivacyError ? error : new PrivacyError('LOG_UNREADABLE', { problems: [causeOf(error)] });
  }
}
