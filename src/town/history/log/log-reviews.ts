import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Purpose } from '../../shared/graphql/generated/schema.ts';
import { partnerRoles } from '../../policy/partners/partners.ts';
import { purposeAmong } from '../entries/entry-parts.ts';
import { longestPosting, postingKinds } from '../../../log/store/numbering/postings.ts';

/** A principal with one of these purposes reads the whole log and finds every data subject in it. */
const purposes: readonly Purpose[] = ['ACCESS_REVIEW', 'CONTROL_AUDIT'];

// True, and lets PostgreSQL use the numbers in the index, which come after the kind.
const isOfAnyKind = sql`about.kind = any(${sql.lit(`{${Object.values(postingKinds).join(',')}}`)}::smallint[])`;
const postingSpan = sql.lit(longestPosting);

// `offset 0` makes PostgreSQL look up each row by its index. Otherwise the planner expects many of the person's entries in a
// page and reads the whole log.
const entryOfAbout = sql`
      select entry.* from access_log.full_entry entry where entry.seq = about.seq and entry.month = about.month offset 0`;

/**
 * Whether `access_log.full_entry entry` is a review or an audit of the log that found the person of `about` only through sealed entries. If
 * the person saw this review but not the entries that it found, the person could infer that a sealed entry exists.
 *
 * The predicate depends on the pages that the review covered, not on the people that it found. Its value is therefore the same with and
 * without the sealed entry. Entries that the reviewer made do not count: the reviewer does not see their data subjects. An older entry,
 * which does not name its pages, counts as such a review. A look for the entries about one person covers the whole log.
 * @param isSealed a predicate over an `about` whose entry is no review
 */
export function isReviewOfSealed(isSealed: Sql<boolean>): Sql<boolean> {
  const edge = (at: number): Sql<string> => sql`split_part(split_part(page.covered, ' ', 2), '-', ${sql.lit(at)})::bigint`;
  return sql`(${purposeAmong(purposes)} and not exists (
    select from (
      select about.subject_id as person, entry.covers, entry.principal_id as id from (select) here
    ) review
    cross join lateral unnest(review.covers) page (covered)
    cross join lateral (
      select about.* from access_log.about about
      where about.subject_id = review.person and ${isOfAnyKind} and about.seq between ${edge(1)} and ${edge(2)}
        and about.first_seq > ${edge(1)} - ${postingSpan} and about.first_seq <= ${edge(2)} offset 0
    ) about
    cross join lateral (${entryOfAbout}) entry
    where not ${purposeAmong(purposes)} and (page.covered not like 'DISCLOSURES %' or entry.role = any(${[...partnerRoles]}::text[]))
      and (entry.principal_id = review.id) is not true
      and not ${isSealed}))`;
}

// `readNewestNumber` and src/town/history/log/access-log-resolvers.ts say what such an entry covers.
const isLook = sql<boolean>`coalesce(entry.covers[1] like 'PERSON %', false)`;

/**
 * Whether `access_log.full_entry entry` looks for the entries about the person of `about`, and is not the first such look of its reader on
 * that day (UTC). The number of operations that a reader needs for paging through the entries about a person depends on how many there are,
 * and some can be sealed towards the person. So the person is shown one look for each day, whatever it found.
 */
export const isFurtherLook = sql<boolean>`(${isLook} and exists (
    select from (
      select about.subject_id as person, about.seq as place, date_trunc('day', entry.at at time zone 'UTC') at time zone 'UTC' as day,
        entry.principal_id as id
      from (select) here
    ) look
    cross join lateral (
      select first.seq from access_log.entry first where first.at >= look.day order by first.at limit 1
    ) earliest
    cross join lateral (
      select about.* from access_log.about about
      where about.subject_id = look.person and about.kind = ${sql.lit(postingKinds.CHECKED)} and about.seq < look.place
        and about.seq >= earliest.seq and about.first_seq < look.place and about.first_seq > earliest.seq - ${postingSpan} offset 0
    ) about
    cross join lateral (${entryOfAbout}) entry
    where ${isLook} and entry.principal_id is not distinct from look.id))`;
