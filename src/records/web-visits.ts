import { sql, type Sql } from '../sql.ts';
import type { RowScope, WebVisit, WebVisitDimension } from '../generated/schema.ts';
import { project, type Columns } from './columns.ts';
import { readPage, type Page, type PageRequest } from './page.ts';
import type { Reader } from './reader.ts';
import { suppress, type Count, type SuppressedCount } from './suppress.ts';

/** The statistics of each dimension, as they may be shown. */
export type VisitStatistics = Readonly<Record<WebVisitDimension, readonly SuppressedCount[]>>;

// Counting visits by these fields of the rows must not give a suppressed count: the rows show a value only if the statistics
// show its count. A download can belong to one section alone, so it is shown only with its section.
const suppressible = {
  browser: { dimension: 'BROWSER', by: sql`visit.browser` },
  platform: { dimension: 'PLATFORM', by: sql`visit.platform` },
  section: { dimension: 'SECTION', by: sql`visit.section` },
  download: { dimension: 'SECTION', by: sql`visit.section` },
} as const;

/** Whether showing these fields of a visit needs the statistics. */
export function needsStatistics(fields: ReadonlySet<string>): boolean {
  return Object.keys(suppressible).some((field) => fields.has(field));
}

const from = sql`web.visit visit`;

// Web visits have no data subject, so a scope has all of them or none.
function inScope(scope: RowScope | undefined): Sql<boolean> {
  return scope === 'ALL' ? sql`true` : sql`false`;
}

/**
 * Reads a page of the web visits, newest first. A value whose count the statistics suppress is null.
 * @param statistics undefined if `needsStatistics` is false; then every field that needs them is null
 */
export function readWebVisits(
  reader: Reader,
  scope: RowScope | undefined,
  statistics: VisitStatistics | undefined,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<WebVisit>> {
  const listing = {
    columns: project(columnsFor(statistics), fields),
    from,
    where: inScope(scope),
    key: { expression: sql`visit.visited_at`, type: 'timestamptz' as const, descending: true },
    id: sql`visit.id`,
  };
  return readPage<WebVisit>(reader, listing, page);
}

function columnsFor(statistics: VisitStatistics | undefined): Columns<WebVisit> {
  const whereCounted = (field: keyof typeof suppressible): Sql => {
    const { dimension, by } = suppressible[field];
    const shown = (statistics?.[dimension] ?? []).flatMap(({ value, visits }) => (visits === null ? [] : [value]));
    return sql`case when ${by} = any(${shown}::text[]) then ${sql.ref(`visit.${field}`)} end`;
  };
  return {
    id: sql`visit.id`,
    networkAddress: sql`host(visit.network_address)`,
    browser: whereCounted('browser'),
    platform: whereCounted('platform'),
    visitedAt: sql`visit.visited_at`,
    section: whereCounted('section'),
    download: whereCounted('download'),
  };
}

/**
 * Counts the web visits for each value of each dimension, in one statement. Sorted by value: an order by count would reveal
 * suppressed counts.
 */
export async function countWebVisits(reader: Reader, scope: RowScope | undefined): Promise<VisitStatistics> {
  const { rows } = await sql<Count & { readonly dimension: WebVisitDimension }>`
    select case when grouping(visit.section) = 0 then 'SECTION' when grouping(visit.browser) = 0 then 'BROWSER' else 'PLATFORM' end as dimension,
      coalesce(visit.section, visit.browser, visit.platform) as value, count(*)::int as visits
    from ${from} where ${inScope(scope)}
    group by grouping sets ((visit.section), (visit.browser), (visit.platform)) order by 2`.execute(reader.database);
  const countsOf = (dimension: WebVisitDimension): SuppressedCount[] =>
    suppress(rows.filter((row) => row.dimension === dimension).map(({ value, visits }) => ({ value, visits })));
  return { SECTION: countsOf('SECTION'), BROWSER: countsOf('BROWSER'), PLATFORM: countsOf('PLATFORM') };
}
