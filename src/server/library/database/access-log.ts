import { sql, type Sql } from '../../../platform/sql/sql.ts';

/** An id of each row: it is made of those of the entry and the data subject. */
const rowId = (subject: Sql): Sql => sql`substr(encode(sha256(uuid_send(entry.id) || uuid_send(${subject})), 'hex'), 1, 32)::uuid as id`;

const columns = sql`entry.id as entry_id, entry.at, entry.role, entry.principal_id, entry.template ->> 'purpose' as purpose, seen.view ->> 'relationship' as relationship,
    array(select jsonb_array_elements_text(seen.view -> 'released')) as released,
    array(select jsonb_array_elements_text(seen.view -> 'withheld')) as withheld`;

/**
 * The reads in the access log, for `rows`: one row for each data subject of each entry, without what was erased. Columns: `id`,
 * `entry_id`, `subject_id`, `at`, `role`, `principal_id`, `purpose`, `relationship`, `released` and `withheld` (schema coordinates). Entries of the last
 * seconds, which have no number yet, are in it; they are found without an index.
 */
export const accessLog: Sql = sql`(
  select ${rowId(sql`about.subject_id`)}, about.subject_id, ${columns}
  from access_log.about about
  cross join lateral (
    select entry.* from access_log.full_entry entry where entry.seq = about.seq and entry.month = about.month offset 0
  ) entry
  cross join lateral (
    select entry.views -> coalesce(entry.seen[array_position(entry.subjects, about.subject_id)], 0)::integer as view
  ) seen
  union all
  select ${rowId(sql`subject.id`)}, subject.id, ${columns}
  from access_log.full_staged entry cross join lateral unnest(entry.subjects) with ordinality subject (id, place)
  cross join lateral (select entry.views -> coalesce(entry.seen[subject.place], 0)::integer as view) seen
  where subject.id is not null
)`;
