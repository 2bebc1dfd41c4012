import type { ClientBase } from 'pg';

/** Entries that one transaction numbers. */
export const batchSize = 1_000;

/**
 * Moves staged entries into the numbers that follow `next`, with their openings and so the index by
 * data subject, all in one statement of the transaction that `client` is in.
 * @returns the leaves' data in the order of their numbers
 */
export async function numberBatch(client: ClientBase, next: bigint): Promise<readonly Buffer[]> {
  const { rows } = await client.query<{ leaf: Buffer }>({ name: 'number-batch', text: statement, values: [batchSize, next] });
  return rows.map(({ leaf }) => leaf);
}

// A batch is taken as it lies, since to look for the oldest entries would read everything that waits, for every
// batch anew. Within it the header's own time orders for readers; nothing depends on it. The month never goes
// back, whatever the clock does.
const statement = `
  with taken as (
    delete from access_log.staged
    where id in (
      select id from access_log.staged
      -- An id that has a number already can't have another, and would keep all others waiting.
      where not exists (select from access_log.entry numbered where numbered.id = staged.id) limit $1)
    returning *
  ),
  this as (
    select greatest(
      date_trunc('month', now() at time zone 'UTC')::date,
      (select month from access_log.entry where seq = $2::bigint - 1)
    ) as month
  ),
  numbered as materialized (
    select this.month, $2::bigint + row_number() over (order by header ->> 'at', id) - 1 as seq, taken.* from taken, this
  ),
  entries as (
    insert into access_log.entry (month, seq, id, header, digests, leaf, views)
    select month, seq, id, header, digests, leaf, views from numbered
  ),
  firsts as (
    insert into access_log.opening (month, seq, ordinal, salt, content)
    select month, seq, ordinal - 1, substring(salts from 32 * (ordinal::integer - 1) + 1 for 32), value
    from numbered, jsonb_array_elements(openings) with ordinality opening (value, ordinal)
  ),
  subjects as (
    insert into access_log.opening (month, seq, ordinal, salt, subject_id, seen)
    select month, seq, ordinal + 1, substring(salts from 32 * (ordinal::integer + 1) + 1 for 32), subject_id, view
    from numbered, unnest(subjects, seen) with ordinality subject (subject_id, view, ordinal)
  )
  select leaf from numbered order by seq`;
