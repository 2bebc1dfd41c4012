import type { ClientBase } from 'pg';

/** The most entries that are numbered in one transaction. */
export const batchSize = 1_000;

/**
 * Gives staged entries the numbers from `next` on and stores their openings, which are the index by data subject. It is
 * one statement in the transaction that `client` is in.
 * @returns the leaves' data, in the order of their numbers
 */
export async function numberBatch(client: ClientBase, next: bigint): Promise<readonly Buffer[]> {
  const { rows } = await client.query<{ leaf: Buffer }>(statement, [batchSize, next]);
  return rows.map(({ leaf }) => leaf);
}

// The oldest entries are taken first, by an index, so that none waits forever. The order by the header's time is for
// readers only; nothing depends on it. The month never decreases, even if the clock is set back.
// Wide columns are read once: concatenating with '' or '{}' fetches a TOASTed value once instead of for each opening.
// Openings are inserted in the order of their primary key, which is the fastest.
const statement = `
  with picked as materialized (
    select place, $2::bigint + row_number() over (order by at, id) - 1 as seq
    from (
      select ctid as place, id, header ->> 'at' as at from access_log.staged
      -- An id that already has a number would violate the unique key and block all other entries.
      where not exists (select from access_log.entry numbered where numbered.id = staged.id)
      order by header ->> 'at' limit $1
    ) oldest
  ),
  this as materialized (
    select greatest(
      date_trunc('month', now() at time zone 'UTC')::date,
      (select month from access_log.entry where seq = $2::bigint - 1)
    ) as month
  ),
  numbered as (
    delete from access_log.staged using picked, this where staged.ctid = picked.place
    returning month, seq, id, header, digests, leaf, views, openings, salts || '' as salts, subjects || '{}' as subjects, seen || '{}' as seen
  ),
  entries as (
    insert into access_log.entry (month, seq, id, header, digests, leaf, views)
    select month, seq, id, header, digests, leaf, views from numbered
  ),
  opened as (
    insert into access_log.opening (month, seq, ordinal, salt, content, subject_id, seen)
    select month, seq, ordinal, substring(salts from 32 * ordinal + 1 for 32), content, subject_id, view
    from numbered, lateral (
      select at::integer - 1 as ordinal, content, null::uuid as subject_id, null::smallint as view
      from jsonb_array_elements(openings) with ordinality first (content, at)
      union all
      select at::integer + 1, null, subject_id, view from unnest(subjects, seen) with ordinality subject (subject_id, view, at)
    ) opening
  )
  select leaf from numbered order by seq`;
