import type { Client } from 'pg';
import { PrivacyError } from '../../../../platform/errors/errors.ts';

/** A column of a table. */
export interface TableColumn {
  readonly name: string;
  /** As `pg_type` has it: `text`, `int4`. */
  readonly type: string;
  /** Whether the database computes it, so that no one may write it. */
  readonly isGenerated: boolean;
}

/** Quotes the name of a table, with its schema if it has one. */
export function parseTable(table: string): string {
  return table
    .split('.')
    .map((part) => `"${part.replaceAll('"', '""')}"`)
    .join('.');
}

/**
 * Reads the columns of a table.
 * @param table `clinic.patient`
 * @throws PrivacyError APPLICATION_INCOMPLETE where there is none
 */
export async function readColumns(client: Client, table: string): Promise<readonly TableColumn[]> {
  const { rows } = await client.query<TableColumn>(
    `select attname as name, typname as type, attgenerated <> '' or attidentity <> '' as "isGenerated"
     from pg_attribute join pg_type on pg_type.oid = atttypid
     where attrelid = to_regclass($1) and attnum > 0 and not attisdropped order by attnum`,
    [parseTable(table)],
  );
  if (rows.length === 0) throw new PrivacyError('APPLICATION_INCOMPLETE', { problems: [`rows: there is no table ${table}`] });
  return rows;
}
