import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { postingKinds, type PostingKind } from '../../../log/store/numbering/postings.ts';
import { unsealedMandates } from '../../mandates/seals/unsealed-mandates.ts';

/**
 * The statement that counts the entries about the person `asked.person_id` that are shown, as `total`. Like a page of them, it does not
 * walk reads under a mandate that is sealed: the time must not reveal that there are any.
 * @param shown a predicate over `access_log.about about`, for rows of a kind
 */
export function countPlaces(now: Date, shown: (kind: PostingKind) => Sql<boolean>): Sql {
  const walk = (kind: PostingKind, which: Sql): Sql => sql`
    select from access_log.about about where about.subject_id = asked.person_id and ${which} and ${shown(kind)}`;
  const ofKind = (kind: PostingKind): Sql => walk(kind, sql`about.kind = ${sql.lit(postingKinds[kind])}`);
  return sql`
    select count(*)::int as total from (
      ${ofKind('OPEN')} union all ${ofKind('OWN')} union all ${ofKind('CHECKED')} union all
      -- One walk for each mandate: joined in one, the planner would walk the sealed ones too.
      select from ${unsealedMandates(now)} cross join lateral (${walk('ORDERED', sql`about.authority_id = unsealed.id`)} offset 0) ordered
    ) place`;
}
