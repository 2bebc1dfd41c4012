import { sql, type Sql } from '../sql.ts';
import type { Purpose } from '../generated/schema.ts';
import { partnerRoles } from '../partners.ts';
import { purposeAmong } from './entry-parts.ts';

/** The purposes whose principals read the whole log, and so find every data subject in it. */
const purposes: readonly Purpose[] = ['ACCESS_REVIEW', 'CONTROL_AUDIT'];

// By its index for each row. The planner would expect many of a person's entries in a page, and read the whole log for them.
const entryOfAbout = sql`
      select entry.* from access_log.entry entry where entry.seq = about.seq and entry.month = about.month offset 0`;

/**
 * Whether `access_log.entry entry` is a review or an audit of the log that found the person of `access_log.opening about`
 * only through entries that the person may not know. Shown such a review and none of the entries that it found, the person
 * could infer the sealed one. The predicate depends on the pages that the review covered and not on the people that it found,
 * so that it is the same with the sealed entry and without. The reviewer's own entries, made as an employee or a resident,
 * do not count, since their data subjects are not shown to the reviewer. A review without pages (an older entry) is one.
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
