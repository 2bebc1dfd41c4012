import type { Database } from '../../platform/sql/sql.ts';

/** The database as the role of the authorization server. */
export interface AccountDatabase extends Database {
  /**
   * Runs work in a separate transaction.
   * @throws what the work or the database throws: then nothing is changed
   */
  transaction<Result>(work: (transaction: Database) => Promise<Result>): Promise<Result>;
}
