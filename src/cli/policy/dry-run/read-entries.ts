import type { Client } from 'pg';
import type { Header, Opening } from '../../../log/entry/entry.ts';

/** A stored header; the root of the openings is not stored in it. */
export type StoredHeader = Omit<Header, 'openings'>;

/** A stored access entry. Erased openings are undefined. */
export interface LoggedEntry {
  readonly header: StoredHeader;
  readonly openings: readonly (Opening | undefined)[];
}

interface Row {
  readonly at: string;
  readonly header: StoredHeader;
  /** The number of openings that the entry had at first. */
  readonly count: number;
  readonly opened: readonly { readonly ordinal: number; readonly content: Opening | null }[] | null;
}

/** The number of entries per query. */
const batch = 500;

// Numbered entries in the log's order, then staged ones; each page begins after an indexed key.
const numbered = `
  select entry.seq::text as at, entry.header, cardinality(entry.subjects) + 2 as count,
    (select jsonb_agg(jsonb_build_object('ordinal', opening.ordinal, 'content', opening.content))
      from access_log.opened opening where opening.seq = entry.seq and opening.month = entry.month) as opened
  from access_log.full_entry entry
  where entry.seq > $1::bigint and ($2::timestamptz is null or entry.at >= $2)
  order by entry.seq limit $3`;
const staged = `
  select entry.id::text as at, entry.header, cardinality(entry.subjects) + 2 as count,
    (select jsonb_agg(jsonb_build_object('ordinal', opening.ordinal, 'content', opening.content))
      from access_log.opened_staged opening where opening.id = entry.id) as opened
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
    for (const { header, count, opened } of rows) yield { header, openings: inPlace(count, opened ?? []) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = last.at;
  }
}

function inPlace(count: number, opened: NonNullable<Row['opened']>): (Opening | undefined)[] {
  const there = new Map(opened.map(({ ordinal, content }) => [ordinal, content ?? undefined]));
  return Array.from({ length: count }, (_opening, ordinal) => there.get(ordinal));
}
