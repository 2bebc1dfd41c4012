import { sql, type RawBuilder } from 'kysely';
import type { Reader } from './reader.ts';
import type { Row } from './row.ts';

/** Which page of a list: how many rows, after which keys (both as text; see `Listing.key`). */
export interface PageRequest {
  readonly first: number;
  readonly after: readonly string[] | undefined;
  /** Whether to count all rows of the list, not only the page's. */
  readonly count: boolean;
}

/** A list that can be paged over: every part of its statement but the page. */
export interface Listing {
  /** `select` list, without the key. */
  readonly columns: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<boolean>;
  /** What the list is sorted by, ahead of the id; undefined: by id alone. */
  readonly key:
    | { readonly expression: RawBuilder<unknown>; readonly type: 'text' | 'date' | 'timestamptz' | 'bigint'; readonly descending?: boolean }
    | undefined;
  readonly id: RawBuilder<unknown>;
}

export interface PagedRow extends Row {
  readonly pageKey: string;
  readonly pageId: string;
}

export interface Page {
  readonly rows: readonly PagedRow[];
  readonly hasNextPage: boolean;
  readonly total: number;
}

/** Reads a page by keyset: one row more than asked for tells whether another page follows. */
export async function readPage(reader: Reader, listing: Listing, request: PageRequest): Promise<Page> {
  const { columns, from, where, id } = listing;
  const key = listing.key ?? { expression: id, type: 'text' as const };
  const beyond = key.descending ? sql.raw('<') : sql.raw('>');
  const direction = key.descending ? sql.raw('desc') : sql.raw('asc');
  const type = sql.raw(key.type);
  const [afterKey, afterId] = request.after ?? [];
  const keyExpression = listing.key ? key.expression : sql`${id}::text`;
  const after =
    afterKey === undefined || afterId === undefined
      ? sql`true`
      : sql`(${keyExpression}, ${id}) ${beyond} (${afterKey}::text::${type}, ${afterId}::uuid)`;
  const { rows } = await sql<PagedRow>`
    select ${columns}, ${keyExpression}::text as "pageKey", ${id}::text as "pageId" from ${from}
    where ${where} and ${after}
    order by ${keyExpression} ${direction}, ${id} ${direction} limit ${request.first + 1}`.execute(reader.database);
  const total = request.count ? await count(reader, from, where) : 0;
  return { rows: rows.slice(0, request.first), hasNextPage: rows.length > request.first, total };
}

async function count(reader: Reader, from: RawBuilder<unknown>, where: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ total: number }>`select count(*)::int as total from ${from} where ${where}`.execute(reader.database);
  return rows[0]?.total ?? 0;
}
