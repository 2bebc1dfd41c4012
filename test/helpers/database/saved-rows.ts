import { tableOrder } from '../../../demo/population/tables.ts';
import type { TestDatabase } from './cluster.ts';

/** A copy of all rows of a database. */
export interface SavedRows {
  /** Restores every table. */
  restore(): Promise<void>;
}

const tables = [
  ...tableOrder,
  'identity.registration',
  'identity.registration_change',
  'access_log.entry',
  'access_log.posting',
  'access_log.tile',
  'access_log.checkpoint',
];

/** Copies records, web visits and the numbered log, so that changes can be tried one after another. */
export async function saveRows(database: TestDatabase): Promise<SavedRows> {
  const columns = await database.asOwner<{ name: string; columns: string }>(
    `select table_schema || '.' || table_name as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns where is_generated = 'NEVER' group by 1`,
  );
  const columnsOf = (table: string): string => columns.find(({ name }) => name === table)!.columns;
  const copyOf = (table: string): string => `saved."${table}"`;
  const saving = tables.map((table) => `create table ${copyOf(table)} as select ${columnsOf(table)} from ${table}`);
  await database.asOwner(['create schema saved', ...saving].join('; '));
  const restoring = tables.map((table) => `insert into ${table} (${columnsOf(table)}) select * from ${copyOf(table)}`);
  return {
    restore: async () => {
      // Takes the sequencer's lock, to avoid a deadlock with it. Accounts refer to people and go with them.
      const lock = 'select pg_advisory_xact_lock(7462001)';
      await database.asOwner(['begin', lock, `truncate ${tables.join(', ')} cascade`, ...restoring, 'commit'].join('; '));
    },
  };
}
