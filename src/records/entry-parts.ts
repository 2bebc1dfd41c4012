import { sql, type Sql } from '../sql.ts';
import type { Purpose } from '../generated/schema.ts';

/** The id of the case of `access_log.entry entry`; null if there was none or it is erased. */
const caseId = sql<string | null>`((
  select matter.content ->> 'case' from access_log.opening matter
  where matter.seq = entry.seq and matter.month = entry.month and matter.ordinal = 1)::uuid)`;

/** Whether a mandate is among the mandates of `access_log.entry entry`; true if they are erased, because it could be. */
export function mandateIs(id: Sql): Sql<boolean> {
  return sql`coalesce((
    select ${id}::text = any(string_to_array(coalesce(matter.content ->> 'mandate', ''), ' ')) from access_log.opening matter
    where matter.seq = entry.seq and matter.month = entry.month and matter.ordinal = 1), true)`;
}

/** Whether the purpose of `access_log.entry entry` is one of these. */
export function purposeAmong(purposes: readonly Purpose[]): Sql<boolean> {
  return sql`(coalesce(entry.header ->> 'purpose', '') = any(${[...purposes]}::text[]))`;
}

/** Whether the case of `access_log.entry entry` is a row of a table, named `matter`, for which the condition holds. */
export function caseIsIn(table: 'ticket' | 'request', condition: Sql<boolean>): Sql<boolean> {
  // `offset 0` makes PostgreSQL read the case once and find the row by its key. Otherwise it reads the case again for every row of
  // the table.
  return sql`exists (select from (select ${caseId} as id offset 0) named
    join recreation.${sql.raw(table)} matter on matter.id = named.id where ${condition})`;
}

/** Whether the principal of `access_log.entry entry` has this id. */
export function isReadBy(principalId: string | null): Sql<boolean> {
  return sql`exists (
    select from access_log.opening reader where reader.seq = entry.seq and reader.month = entry.month and reader.ordinal = 0
      and reader.content ->> 'id' = ${principalId}::text)`;
}

/**
 * Whether `access_log.entry entry` has one of the purposes, or names a schema coordinate with this word among its root fields or
 * among what it says of the person of `access_log.opening about`.
 */
export function showsAny(word: string, purposes: readonly Purpose[]): Sql<boolean> {
  const view = sql`(entry.views -> about.seen::integer)`;
  return sql`(${purposeAmong(purposes)} or exists (
    select from jsonb_array_elements_text(entry.header -> 'rootFields' || (${view} -> 'released') || (${view} -> 'withheld')) seen (coordinate)
    where seen.coordinate ilike ${sql.lit(`%${word}%`)}))`;
}
