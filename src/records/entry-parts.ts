import { sql, type Sql } from '../sql.ts';
import type { Purpose } from '../generated/schema.ts';

/** The id of the case of `access_log.entry entry`; null if there was none or it is erased. */
export const caseId = sql<string | null>`((
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
