import { sql, type Sql } from '../../../platform/sql/sql.ts';

const columns = sql`entry.at, entry.role, entry.principal_id, entry.template ->> 'purpose' as purpose, seen.view ->> 'relationship' as relationship,
    array(select jsonb_array_elements_text(seen.view -> 'released')) as released,
    array(select jsonb_array_elements_text(seen.view -> 'withheld')) as withheld`;

/**
 * The reads in the access log, for `rows`: one row for each data subject of each entry, without what was erased. Columns: `id` of the entry,
 * `subject_id`, `at`, `role`, `principal_id`, `purpose`, `relationship`, `released` and `withheld` (schema coordinates). Entries of the last
 * seconds, which have no number yet, are in it; they are found without an index.
 */
export const accessLog: Sql = sql`(
  select entry.id, about.subject_id, ${columns}
  from access_log.about about
  cross join lateral (
    select entry.* from access_log.full_entry entry where entry.seq = about.seq and entry.month = about.month offset 0
  ) entry
  cross join lateral (
    select entry.views -> coalesce(entry.seen[array_position(entry.subjects, about.subject_id)], 0)::integer as view
  ) seen
  union all
  select entry.id, subject.id, ${columns}
  from access_log.full_staged entry cross join lateral unnest(entry.subjects) with ordinality subject (id, place)
  cross join lateral (select entry.views -> coalesce(entry.seen[subject.place], 0)::integer as view) seen
  where subject.id is not null
)`;
