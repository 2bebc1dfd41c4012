import { sql, type Sql } from '../sql.ts';
import type { RowScope, WebVisit, WebVisitDimension } from '../generated/schema.ts';
import { project, type Columns } from './columns.ts';
import { readPage, type Page, type PageRequest } from './page.ts';
import type { Reader } from './reader.ts';
import { suppress, type Count, type SuppressedCount } from './suppress.ts';

const columns: Columns<WebVisit> = {
  networkAddress: sql`host(visit.network_address)`,
  browser: sql`visit.browser`,
  platform: sql`visit.platform`,
  visitedAt: sql`visit.visited_at`,
  section: sql`visit.section`,
  download: sql`visit.download`,
};

const from = sql`web.visit visit`;

// Web visits have no data subject, so a scope has all of them or none.
function inScope(scope: RowScope | undefined): Sql<boolean> {
  return scope === 'ALL' ? sql`true` : sql`false`;
}

/** Reads a page of the web visits, newest first. */
export function readWebVisits(
  reader: Reader,
  scope: RowScope | undefined,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<WebVisit>> {
  const listing = {
    columns: project(columns, fields),
    from,
    where: inScope(scope),
    key: { expression: sql`visit.visited_at`, type: 'timestamptz' as const, descending: true },
    id: sql`visit.id`,
  };
  return readPage<WebVisit>(reader, listing, page);
}

const dimensions: Readonly<Record<WebVisitDimension, Sql<string>>> = {
  SECTION: sql`visit.section`,
  BROWSER: sql`visit.browser`,
  PLATFORM: sql`visit.platform`,
};

/** Counts the web visits for each value of a dimension. Sorted by value: an order by count would reveal suppressed counts. */
export async function countWebVisits(
  reader: Reader,
  scope: RowScope | undefined,
  dimension: WebVisitDimension,
): Promise<SuppressedCount[]> {
  const { rows } = await sql<Count>`
    select ${dimensions[dimension]} as value, count(*)::int as visits from ${from}
    where ${inScope(scope)} group by 1 order by 1`.execute(reader.database);
  return suppress(rows);
}
