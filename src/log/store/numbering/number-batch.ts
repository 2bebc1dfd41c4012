import type { ClientBase } from 'pg';
import { longestLag } from '../../proofs/receipt.ts';
import { indexEntries } from './index-entries.ts';
import type { PostingRules } from './postings.ts';
import { largestBatch } from '../publication/publication.ts';

/** The most entries that are numbered in one transaction. The other leaves of a batch are padding. */
export const batchSize = 1_000;

/** The staged entries, and the state after the log's newest publication. */
export interface Waiting {
  /** How many entries wait, up to `batchSize`. */
  readonly entries: number;
  /** How many leaves strangers' failures wait for. */
  readonly decoys: number;
  /** The sum of those that have one. */
  readonly decoysDone: number;
  /** The newest published period. */
  readonly period: number;
  readonly paddingKey: Buffer;
}

// An id that already has a number would violate the unique key and block all other entries.
const unnumbered = `access_log.staged where not exists (select from access_log.entry numbered where numbered.id = staged.id)`;

/** Reads what waits for a number. */
export async function readWaiting(client: ClientBase): Promise<Waiting> {
  const { rows } = await client.query<{ entries: number; drawn: string; decoys: string; period: string; paddingKey: Buffer }>(
    `select (select count(*)::int from (select from ${unnumbered} limit ${batchSize}) waiting) as entries,
       (select case when is_called then last_value else 0 end from access_log.decoy) as drawn, decoys, period, padding_key as "paddingKey"
     from access_log.publication`,
  );
  const { entries, drawn, decoys, period, paddingKey } = rows[0]!;
  const decoysDone = Number(decoys);
  return { entries, decoys: Math.max(0, Number(drawn) - decoysDone), decoysDone, period: Number(period), paddingKey };
}

/** The entries of a batch. */
export interface NumberedBatch {
  /** The leaves' data by number; fewer if fewer entries wait. */
  readonly leaves: ReadonlyMap<number, Buffer>;
  /**
   * The numbers of entries whose time lags behind earlier ones by more than any permitted delay. They are numbered all the same, for a read
   * must not vanish from the log because its time is wrong; the verifier names them too.
   */
  readonly backDated: readonly number[];
}

/**
 * Gives the oldest staged entries these numbers, in the order of their times, and puts their data subjects into the index, in the
 * transaction that `client` is in.
 * @param rules which reads can be sealed
 * @param numbers each once, in a range of at most `largestBatch`
 */
export async function numberBatch(client: ClientBase, rules: PostingRules, numbers: readonly number[]): Promise<NumberedBatch> {
  if (numbers.length === 0) return { leaves: new Map(), backDated: [] };
  const { rows } = await client.query<{ seq: string; leaf: Buffer; lags: boolean }>(statement, [numbers.length, numbers, longestLag]);
  const first = numbers.reduce((one, other) => Math.min(one, other));
  if (rows.length > 0) await indexEntries(client, rules, BigInt(first), BigInt(first + largestBatch - 1));
  const backDated = rows.flatMap(({ seq, lags }) => (lags ? [Number(seq)] : []));
  return { leaves: new Map(rows.map(({ seq, leaf }) => [Number(seq), leaf])), backDated };
}

const kept =
  'id, at, role, template_id, views_id, operation_hash, erases, covers, root, principal_id, case_id, authority_ids, subjects, seen, salts';

// The oldest entries are taken first, by an index, so that none waits forever. The order by the header's time is for
// readers only; nothing depends on it. The month never decreases, even if the clock is set back.
const statement = `
  with picked as materialized (
    select place, ($2::bigint[])[row_number() over (order by at, id)] as seq
    from (select ctid as place, id, at from ${unnumbered} order by at limit $1) oldest
  ),
  this as materialized (
    update access_log.publication set month = greatest(month, date_trunc('month', now() at time zone 'UTC')::date)
    where exists (select from picked) returning month
  ),
  numbered as (
    delete from access_log.staged using picked, this where staged.ctid = picked.place
    returning month, seq, leaf, at < (select max(at) from access_log.entry) - make_interval(secs => $3) as lags, ${kept}
  ),
  entries as (
    insert into access_log.entry (month, seq, ${kept}) select month, seq, ${kept} from numbered order by seq
  )
  select seq, leaf, coalesce(lags, false) as lags from numbered`;
