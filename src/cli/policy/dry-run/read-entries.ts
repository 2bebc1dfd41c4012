import type { Client } from 'pg';
import type { Header, Segment } from '../../../log/entry/entry.ts';

/** A stored header; the root of the segments is not stored in it. */
export type StoredHeader = Omit<Header, 'segments'>;

/** A stored access entry. Erased segments are undefined. */
export interface LoggedEntry {
  readonly header: StoredHeader;
  readonly segments: readonly (Segment | undefined)[];
}

interface Row {
  readonly at: string;
  readonly header: StoredHeader;
  /** The number of segments that the entry had at first. */
  readonly count: number;
  readonly segments: readonly { readonly ordinal: number; readonly content: Segment | null }[] | null;
}

/** The number of entries per query. */
const batch = 500;

// Numbered entries in the log's order, then staged ones; each page begins after an indexed key.
const numbered = `
  select entry.seq::text as at, entry.header, cardinality(entry.subjects) + 2 as count,
    (select jsonb_agg(jsonb_build_object('ordinal', segment.ordinal, 'content', segment.content))
      from access_log.segment where segment.seq = entry.seq and segment.month = entry.month) as segments
  from access_log.full_entry entry
  where entry.seq > $1::bigint and ($2::timestamptz is null or entry.at >= $2)
  order by entry.seq limit $3`;
const staged = `
  select entry.id::text as at, entry.header, cardinality(entry.subjects) + 2 as count,
    (select jsonb_agg(jsonb_build_object('ordinal', segment.ordinal, 'content', segment.content))
      from access_log.staged_segment segment where segment.id = entry.id) as segments
  from access_log.full_staged entry
  where entry.id > $1::uuid and ($2::timestamptz is null or entry.at >= $2)
  order by entry.id limit $3`;

/** Counts the entries, numbered and staged. */
export async function countEntries(client: Client, since: Date | undefined): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from (
       select at from access_log.entry union all select at from access_log.staged
     ) every where $1::timestamptz is null or at >= $1`,
    [since?.toISOString() ?? null],
  );
  return rows[0]!.count;
}

/**
 * Reads the log's entries, numbered and staged, in batches.
 * @param since undefined: all
 */
export async function* readEntries(client: Client, since: Date | undefined): AsyncGenerator<LoggedEntry> {
  yield* read(client, numbered, '-1', since);
  yield* read(client, staged, '00000000-0000-0000-0000-000000000000', since);
}

async function* read(client: Client, statement: string, start: string, since: Date | undefined): AsyncGenerator<LoggedEntry> {
  for (let after = start; ;) {
    const { rows } = await client.query<Row>(statement, [after, since?.toISOString() ?? null, batch]);
    for (const { header, count, segments } of rows) yield { header, segments: inPlace(count, segments ?? []) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.at;
  }
}

function inPlace(count: number, segments: NonNullable<Row['segments']>): (Segment | undefined)[] {
  const there = new Map(segments.map(({ ordinal, content }) => [ordinal, content ?? undefined]));
  return Array.from({ length: count }, (_segment, ordinal) => there.get(ordinal));
}
