import type { ClientBase } from 'pg';
import { postingKind, postingKinds, type PostingRules } from './postings.ts';

/**
 * Fills the index by data subject for numbered entries of one batch, in the transaction that `client` is in.
 * @param rules which reads can be sealed
 * @param first the lowest number
 * @param last the highest number, by less than `longestPosting` higher
 */
export async function indexEntries(client: Pick<ClientBase, 'query'>, rules: PostingRules, first: bigint, last: bigint): Promise<void> {
  await client.query(statementFor(rules), [first, last]);
}

const statementFor = (rules: PostingRules): string => `
  insert into access_log.posting (subject_id, first_seq, month, kind, authority_id, further)
  select subject_id, first_seq, month, kind, authority_id,
    case when count > 1 then array(select (seq - first_seq)::smallint from unnest(seqs) seq where seq > first_seq) end
  from (
    select month, subject_id, kind, authority_id, min(seq) as first_seq, count(*) as count, array_agg(seq) as seqs
    from (
      select entry.month, entry.seq, subject.id as subject_id, kind,
        case when kind = ${postingKinds.ORDERED} then entry.authority_ids[1] end as authority_id
      from access_log.full_entry entry cross join lateral unnest(entry.subjects) subject (id) cross join lateral (select ${postingKind(rules)}) found (kind)
      where entry.seq between $1 and $2 and subject.id is not null
      order by entry.seq
    ) place
    group by month, subject_id, kind, authority_id
  ) posting`;
