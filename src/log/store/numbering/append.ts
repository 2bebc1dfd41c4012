import { CompiledQuery } from 'kysely';
import type { Database } from '../../../platform/sql/sql.ts';
import type { Entry } from '../../entry/entry.ts';
import { stageStatement } from '../staging/stage.ts';

/** Stages an entry of a command. If it fails for any reason, the caller must release nothing. */
export async function append(database: Database, entry: Entry): Promise<void> {
  const { text, values } = stageStatement([entry]);
  await database.executeQuery(CompiledQuery.raw(text, values));
}
