import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { postingKind, postingKinds } from '../../../log/store/numbering/postings.ts';
import { postingRules } from '../places/posting-rules.ts';

/**
 * A table of the data subjects of `access_log.full_entry entry`, with their ordinals: the rows that `access_log.about` has for it,
 * without a look into the index by data subject.
 */
export const peopleOfEntry: Sql = sql`(
  select subject.id as subject_id, entry.seq, entry.month, found.kind,
    case when found.kind = ${sql.lit(postingKinds.ORDERED)} then entry.authority_ids[1] end as authority_id, subject.place + 1 as ordinal
  from unnest(entry.subjects) with ordinality subject (id, place) cross join lateral (select ${sql.raw(postingKind(postingRules))}) found (kind)
  where subject.id is not null)`;
