import type { Reader } from '../../../engine/rows/reader.ts';
import { aboutPerson } from '../../../engine/rows/row.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { PurchaseCheck } from '../../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import type { Row } from '../../shared/rows/row.ts';

/**
 * Whether `recreation.resident resident` has reached the minimum age of `recreation.service service`.
 * @param today RFC 3339 full-date
 */
export function isOldEnough(today: string): Sql<boolean> {
  return sql`(service.minimum_age is null
    or ${today}::date >= resident.birth_date + make_interval(years => service.minimum_age))`;
}

function columnsOn(today: string): Columns<PurchaseCheck> {
  return {
    // The service's id: the resolver loads the row by it.
    service: sql`service.id`,
    answer: sql`case when ${isOldEnough(today)} then 'MAY_BUY' else 'TOO_YOUNG' end`,
  };
}

/**
 * Reads for each of these residents whether the resident may buy a service, in one batch.
 * @returns by the resident's id; empty for an unknown service
 */
export async function readPurchaseChecks(
  reader: Reader,
  serviceId: string,
  residentIds: readonly string[],
  today: string,
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Row<PurchaseCheck>>> {
  const { rows } = await sql<Row<PurchaseCheck> & { residentId: string }>`
    select resident.id as "residentId", ${project(columnsOn(today), fields)}
    from recreation.resident resident cross join recreation.service service
    where service.id = ${serviceId}::uuid and resident.id = any(${[...residentIds]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.residentId, aboutPerson(row, row.residentId)]));
}
