import type { Reader } from '../../../engine/rows/reader.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { cutPage, directionOf, type Listing, type Page, type PageRequest } from './page.ts';
import type { Row } from './row.ts';

/** A list in a field of a row, read for many parent rows at once. */
export interface NestedListing extends Listing {
  /** The id of the parent row of an item. */
  readonly parent: Sql;
}

export const emptyPage: Page<never> = Object.freeze({ rows: [], hasMore: false, total: 0 });

/**
 * Reads the first page of each parent's list, or the last. One statement reads all pages, and a second one counts if counts are requested.
 * @returns pages by the parent's id; a parent with an empty list has no entry
 */
export async function readFirstPages<T>(
  reader: Reader,
  listing: NestedListing,
  parents: readonly string[],
  page: PageRequest,
): Promise<ReadonlyMap<string, Page<T>>> {
  const { columns, from, where, id, parent } = listing;
  const key = listing.key.expression;
  const direction = directionOf(listing.key, page);
  const order = sql`${key} ${direction}, ${id} ${direction}`;
  const { rows } = await sql<Row<T> & { readonly parentId: string }>`
    select owner.id::text as "parentId", page.* from unnest(${[...parents]}::uuid[]) owner(id)
    cross join lateral (
      select ${columns}, ${key}::text as "pageKey", ${id}::text as "pageId", row_number() over (order by ${order}) as position
      from ${from} where ${where} and ${parent} = owner.id
      order by ${order} limit ${sql.lit(page.size + 1)}
    ) page order by page.position`.execute(reader.database);
  const totals = page.count ? await countEach(reader, listing, parents) : new Map<string, number>();
  const byParent = Map.groupBy(rows, ({ parentId }) => parentId);
  return new Map([...byParent].map(([parentId, found]) => [parentId, { ...cutPage(found, page), total: totals.get(parentId) ?? 0 }]));
}

async function countEach(reader: Reader, listing: NestedListing, parents: readonly string[]): Promise<Map<string, number>> {
  const { from, where, parent } = listing;
  const { rows } = await sql<{ parentId: string; total: number }>`
    select ${parent}::text as "parentId", count(*)::int as total from ${from}
    where ${where} and ${parent} = any(${[...parents]}::uuid[]) group by ${parent}`.execute(reader.database);
  return new Map(rows.map(({ parentId, total }) => [parentId, total]));
}
