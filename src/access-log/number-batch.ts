import type { ClientBase } from 'pg';
import { longestPosting } from '../records/postings.ts';
import { indexEntries } from './index-entries.ts';

/** The most entries that are numbered in one transaction. */
export const batchSize = longestPosting;

/**
 * Gives staged entries the numbers from `next` on and puts their data subjects into the index, in the transaction that `client` is in.
 * @returns the leaves' data, in the order of their numbers
 */
export async function numberBatch(client: ClientBase, next: bigint): Promise<readonly Buffer[]> {
  const { rows } = await client.query<{ leaf: Buffer }>(statement, [batchSize, next]);
  if (rows.length > 0) await indexEntries(client, next, next + BigInt(rows.length) - 1n);
  return rows.map(({ leaf }) => leaf);
}

const kept =
  'id, at, role, form_id, views_id, operation_hash, erases, covers, root, principal_id, case_id, mandate_ids, subjects, seen, salts';

// The oldest entries are taken first, by an index, so that none waits forever. The order by the header's time is for
// readers only; nothing depends on it. The month never decreases, even if the clock is set back.
const statement = `
  with picked as materialized (
    select place, $2::bigint + row_number() over (order by at, id) - 1 as seq
    from (
      select ctid as place, id, at from access_log.staged
      -- An id that already has a number would violate the unique key and block all other entries.
      where not exists (select from access_log.entry numbered where numbered.id = staged.id)
      order by at limit $1
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
    returning month, seq, leaf, ${kept}
  ),
  entries as (
    insert into access_log.entry (month, seq, ${kept}) select month, seq, ${kept} from numbered order by seq
  )
  select leaf from numbered order by seq`;
