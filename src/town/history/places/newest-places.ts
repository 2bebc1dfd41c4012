import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { longestPosting, postingKinds, type PostingKind } from '../../../log/store/numbering/postings.ts';
import { unsealedMandates } from '../../mandates/seals/unsealed-mandates.ts';

/**
 * The statement that finds a page of the entries about the person `asked.person_id`, newest first or, backward, oldest first: rows of
 * `access_log.about`. `asked.rows` says how many. It walks the index by data subject, so that its cost does not depend on the length of the
 * log.
 *
 * Each kind of posting is walked separately. Reads under a sealed mandate are not walked, so their number does not affect the time. The
 * kind whose entries must be checked one by one is walked no further than the last row of a page that the other kinds fill.
 * @param shown a predicate over `about`, for rows of a kind
 * @param bounds which of the numbers `asked.after` and `asked.before` bound the page
 */
export function newestPlaces(
  now: Date,
  shown: (kind: PostingKind) => Sql<boolean>,
  backward: boolean,
  bounds: { readonly after: boolean; readonly before: boolean },
): Sql {
  const direction = sql.raw(backward ? 'asc' : 'desc');
  // The planner can't read it. It then chooses the plan that returns the first rows soonest: it walks each month's index backwards. If
  // it saw a limit above the few rows that it expects for a person, it might sort all of the person's rows. It underestimates
  // people with far more rows than others.
  const limit = sql`asked.rows`;
  const within = sql`${bounds.after ? beyond('<', sql`asked.after`) : sql`true`} and ${bounds.before ? beyond('>', sql`asked.before`) : sql`true`}`;
  const walk = (kind: PostingKind, which: Sql): Sql => sql`(
    select about.* from access_log.about about
    where about.subject_id = asked.person_id and ${which} and ${within} and ${shown(kind)}
    order by about.first_seq ${direction}, about.seq ${direction} limit ${limit})`;
  const ofKind = (kind: PostingKind, more: Sql = sql`true`): Sql =>
    walk(kind, sql`about.kind = ${sql.lit(postingKinds[kind])} and ${more}`);
  const [edge, newer] = backward ? [sql`max(quick.seq)`, '<' as const] : [sql`min(quick.seq)`, '>' as const];
  const last = sql`(select ${edge} from quick having count(*) >= ${limit})`;
  const notFilled = sql`(${last} is null or ${beyond(newer, last)})`;
  return sql`
    with quick as materialized (
      select place.* from (
        ${ofKind('OPEN')} union all ${ofKind('OWN')} union all
        select ordered.* from ${unsealedMandates(now)} cross join lateral ${walk('ORDERED', sql`about.authority_id = unsealed.id`)} ordered
      ) place order by place.seq ${direction} limit ${limit}
    )
    select place.* from (
      select * from quick union all ${ofKind('CHECKED', notFilled)}
    ) place order by place.seq ${direction} limit ${limit}`;
}

/** A bound of `about.seq`, with the bound that follows for its posting, which the index can use. */
function beyond(operator: '<' | '>', bound: Sql): Sql {
  const ofPosting = operator === '<' ? sql`about.first_seq < ${bound}` : sql`about.first_seq > ${bound} - ${sql.lit(longestPosting)}`;
  return sql`(about.seq ${sql.raw(operator)} ${bound} and ${ofPosting})`;
}
