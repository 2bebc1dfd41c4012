import type { Reader } from '../../../engine/rows/reader.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { RowScope, WebVisit } from '../../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { readPage, type Page, type PageRequest } from '../../shared/rows/page.ts';
import { suppressVisits, type VisitCell, type VisitStatistics } from './suppress-visits.ts';

export type { VisitStatistics } from './suppress-visits.ts';

/** The fields that a visit has whatever the statistics suppress. */
const bare: ReadonlySet<string> = new Set(['id', 'visitedAt']);

/** Whether showing these fields of a visit needs the statistics. */
export function needsStatistics(fields: ReadonlySet<string>): boolean {
  return [...fields].some((field) => !bare.has(field));
}

const from = sql`web.visit visit`;

// Web visits have no data subject, so a scope has all of them or none.
function inScope(scope: RowScope | undefined): Sql<boolean> {
  return scope === 'ALL' ? sql`true` : sql`false`;
}

/**
 * Reads a page of the web visits, newest first. A visit with a value whose count the statistics suppress is null but for its time.
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
  const isShown = (dimension: keyof VisitStatistics, by: Sql): Sql<boolean> => {
    const shown = (statistics?.[dimension] ?? []).flatMap(({ value, visits }) => (visits === null ? [] : [value]));
    return sql`${by} = any(${shown}::text[])`;
  };
  const isWhole = sql.join(
    [isShown('SECTION', sql`visit.section`), isShown('BROWSER', sql`visit.browser`), isShown('PLATFORM', sql`visit.platform`)],
    sql` and `,
  );
  // A remaining value would reveal the suppressed one: an address has other visits, and a browser has its platforms.
  const ofWhole = (column: Sql): Sql => sql`case when ${isWhole} then ${column} end`;
  return {
    id: sql`visit.id`,
    networkAddress: ofWhole(sql`host(visit.network_address)`),
    browser: ofWhole(sql`visit.browser`),
    platform: ofWhole(sql`visit.platform`),
    visitedAt: sql`visit.visited_at`,
    section: ofWhole(sql`visit.section`),
    download: ofWhole(sql`visit.download`),
  };
}

/**
 * Counts the web visits for each value of each dimension, in one statement.
 */
export async function countWebVisits(reader: Reader, scope: RowScope | undefined): Promise<VisitStatistics> {
  const { rows } = await sql<VisitCell>`
    select visit.section as "SECTION", visit.browser as "BROWSER", visit.platform as "PLATFORM", count(*)::int as visits
    from ${from} where ${inScope(scope)} group by 1, 2, 3`.execute(reader.database);
  return suppressVisits(rows);
}
