import type { ClientBase } from 'pg';
import { CompiledQuery } from 'kysely';
import type { Database } from '../../../platform/sql/sql.ts';
import type { Entry } from '../../entry/entry.ts';
import { stageStatement } from './stage.ts';

/**
 * Stages an entry in the transaction that the connection is in: of a sign-in, of an act of an account, or of a command. If it fails for
 * any reason, the caller must release nothing.
 */
export async function stageEntry(connection: Database | ClientBase, entry: Entry): Promise<void> {
  const { text, values } = stageStatement([entry]);
  if ('executeQuery' in connection) await connection.executeQuery(CompiledQuery.raw(text, values));
  else await connection.query(text, values);
}
