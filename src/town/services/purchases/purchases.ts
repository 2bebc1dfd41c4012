import type { Reader } from '../../../engine/rows/reader.ts';
import { aboutPerson } from '../../../engine/rows/row.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import type { Purchase, PurchaseCheck } from '../../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { readFirstPages, type NestedListing } from '../../shared/rows/first-pages.ts';
import { readPage, type Page, type PageRequest } from '../../shared/rows/page.ts';
import type { Row } from '../../shared/rows/row.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { toldInstant } from '../../history/entries/told-instants.ts';

/** A guardian who lives elsewhere is told the day: the minute would tell where the minor was (clause `safeguards`). */
const columnsFor = (viewer: Viewer): Columns<Purchase, 'id'> => ({
  // The service's id: the resolver loads the row by it.
  service: sql`purchase.service_id`,
  quantity: sql`purchase.quantity`,
  amount: sql`purchase.amount::text`,
  purchasedAt: toldInstant(viewer, sql`purchase.resident_id`, sql`purchase.purchased_at`),
  validFrom: sql`purchase.valid_from::text`,
  validUntil: sql`purchase.valid_until::text`,
});

function select(viewer: Viewer, fields: ReadonlySet<string>): Sql {
  return sql`purchase.id, purchase.resident_id as "residentId", ${project(columnsFor(viewer), fields)}`;
}

function stamp<T extends Row<Purchase>>(row: T): T {
  return aboutPerson(row, row.residentId);
}

function newestFirst(viewer: Viewer, fields: ReadonlySet<string>): NestedListing {
  return {
    columns: select(viewer, fields),
    from: sql`recreation.purchase purchase`,
    where: sql`true`,
    key: { expression: sql`purchase.purchased_at`, type: 'timestamptz', descending: true },
    id: sql`purchase.id`,
    parent: sql`purchase.resident_id`,
  };
}

export async function readPurchase(
  reader: Reader,
  viewer: Viewer,
  id: string,
  fields: ReadonlySet<string>,
): Promise<Row<Purchase> | undefined> {
  const { rows } = await sql<Row<Purchase>>`
    select ${select(viewer, fields)} from recreation.purchase purchase where purchase.id = ${id}::uuid`.execute(reader.database);
  return rows[0] && stamp(rows[0]);
}

/** Reads a page of one resident's purchases, newest first. */
export async function readPurchases(
  reader: Reader,
  viewer: Viewer,
  residentId: string,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Purchase>> {
  const listing = newestFirst(viewer, fields);
  const found = await readPage<Purchase>(reader, { ...listing, where: sql`purchase.resident_id = ${residentId}::uuid` }, page);
  found.rows.forEach(stamp);
  return found;
}

/** Reads the first or last page of each resident's purchases, newest first, in one batch. */
export async function readFirstPurchases(
  reader: Reader,
  viewer: Viewer,
  residentIds: readonly string[],
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Page<Purchase>>> {
  const pages = await readFirstPages<Purchase>(reader, newestFirst(viewer, fields), residentIds, page);
  for (const { rows } of pages.values()) rows.forEach(stamp);
  return pages;
}

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
