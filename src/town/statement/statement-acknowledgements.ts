import type { Reader } from '../../engine/rows/reader.ts';
import { sql } from '../../platform/sql/sql.ts';

/** Whether a resident on record has not acknowledged a version of the privacy statement. */
export async function awaitsStatement({ database }: Reader, residentId: string | undefined, version: string): Promise<boolean> {
  const { rows } = await sql`
    select from recreation.resident resident
    where resident.id = ${residentId ?? null}::uuid and not exists (
      select from recreation.statement_acknowledgement made where made.resident_id = resident.id and made.version = ${version})`.execute(
    database,
  );
  return rows.length === 1;
}

/**
 * Records that a resident has acknowledged a version of the privacy statement. A second time it changes nothing.
 * @returns whether the resident is on record
 */
export async function writeStatementAcknowledgement({ database, now }: Reader, residentId: string, version: string): Promise<boolean> {
  const { rows } = await sql`
    with known as (select resident.id from recreation.resident resident where resident.id = ${residentId}::uuid),
    made as (
      insert into recreation.statement_acknowledgement (resident_id, version, at)
      select known.id, ${version}, ${now}::timestamptz from known on conflict do nothing)
    select from known`.execute(database);
  return rows.length === 1;
}
