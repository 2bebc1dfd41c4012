import { sql, type Sql } from '../sql.ts';
import type { Purpose } from '../generated/schema.ts';
import { partnerRoles } from '../partners.ts';
import { purposeAmong } from './entry-parts.ts';

/** Who goes through the whole log, and so finds everybody in it. */
const purposes: readonly Purpose[] = ['ACCESS_REVIEW', 'CONTROL_AUDIT'];

// By its index for each row. The planner would expect many of a person's entries in a page, and read the whole log for them.
const entryOfAbout = sql`
      select entry.* from access_log.entry entry where entry.seq = about.seq and entry.month = about.month offset 0`;

/**
 * Whether `access_log.entry entry` is a review or an audit of the log that found the person of `access_log.opening about`
 * for the sake of nothing that may be known of: whoever is told that somebody went through the own entries, and of no
 * such entry, is told of the sealed one. It follows from the pages that it covered and not from whom it found,
 * so it is the same with the sealed entry and without. What the reviewer did, as an employee or a resident, says
 * nothing, since those who appear there are not shown to the reviewer. Without pages (it is older) it counts as such.
 * @param isSealed over an `entry` and its `about`, neither of a review
 */
export function isReviewOfSealed(isSealed: Sql<boolean>): Sql<boolean> {
  const edge = (at: number): Sql<string> => sql`split_part(split_part(page.covered, ' ', 2), '-', ${sql.lit(at)})::bigint`;
  return sql`(${purposeAmong(purposes)} and not exists (
    select from (
      select about.subject_id as person, entry.header -> 'covers' as covers, reader.content ->> 'id' as id, self.resident_id::text as resident_id
      from (select) here
      left join access_log.opening reader on reader.seq = entry.seq and reader.month = entry.month and reader.ordinal = 0
      left join recreation.employee self on self.id = (reader.content ->> 'id')::uuid
    ) review
    cross join lateral jsonb_array_elements_text(review.covers) page (covered)
    cross join lateral (
      select about.* from access_log.opening about
      where about.subject_id = review.person and about.seq between ${edge(1)} and ${edge(2)} offset 0
    ) about
    cross join lateral (${entryOfAbout}) entry
    where not ${purposeAmong(purposes)} and (page.covered like 'ALL %' or entry.role = any(${[...partnerRoles]}::text[]))
      and not exists (
        select from access_log.opening principal where principal.seq = entry.seq and principal.month = entry.month and principal.ordinal = 0
          and principal.content ->> 'id' in (review.id, review.resident_id))
      and not ${isSealed}))`;
}
