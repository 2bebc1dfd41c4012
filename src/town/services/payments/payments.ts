import type { Reader } from '../../../engine/rows/reader.ts';
import { aboutPerson } from '../../../engine/rows/row.ts';
import { sql } from '../../../platform/sql/sql.ts';
import type { Payment } from '../../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { readFirstPages, type NestedListing } from '../../shared/rows/first-pages.ts';
import { readPage, type Page, type PageRequest } from '../../shared/rows/page.ts';
import type { Row } from '../../shared/rows/row.ts';
import type { Viewer } from '../../shared/access/scope.ts';
import { toldInstant } from '../../history/entries/told-instants.ts';

/** A guardian who lives elsewhere is told the day: the minute would tell where the minor was (clause `safeguards`). */
const columnsFor = (viewer: Viewer): Columns<Payment, 'id'> => ({
  amount: sql`payment.amount::text`,
  method: sql`payment.method`,
  paidAt: toldInstant(viewer, sql`payment.resident_id`, sql`payment.paid_at`),
  purchaseId: sql`payment.purchase_id`,
});

function newestFirst(viewer: Viewer, fields: ReadonlySet<string>): NestedListing {
  return {
    columns: sql`payment.id, payment.resident_id as "residentId", ${project(columnsFor(viewer), fields)}`,
    from: sql`recreation.payment payment`,
    where: sql`true`,
    key: { expression: sql`payment.paid_at`, type: 'timestamptz', descending: true },
    id: sql`payment.id`,
    parent: sql`payment.resident_id`,
  };
}

function stamp<T extends Row<Payment>>(row: T): T {
  return aboutPerson(row, row.residentId);
}

export async function readPayment(
  reader: Reader,
  viewer: Viewer,
  id: string,
  fields: ReadonlySet<string>,
): Promise<Row<Payment> | undefined> {
  const { rows } = await sql<Row<Payment>>`
    select ${newestFirst(viewer, fields).columns} from recreation.payment payment where payment.id = ${id}::uuid`.execute(reader.database);
  return rows[0] && stamp(rows[0]);
}

/** Reads a page of one resident's payments, newest first. */
export async function readPayments(
  reader: Reader,
  viewer: Viewer,
  residentId: string,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Payment>> {
  const listing = newestFirst(viewer, fields);
  const found = await readPage<Payment>(reader, { ...listing, where: sql`payment.resident_id = ${residentId}::uuid` }, page);
  found.rows.forEach(stamp);
  return found;
}

/** Reads the first or last page of each resident's payments, newest first, in one batch. */
export async function readFirstPayments(
  reader: Reader,
  viewer: Viewer,
  residentIds: readonly string[],
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Page<Payment>>> {
  const pages = await readFirstPages<Payment>(reader, newestFirst(viewer, fields), residentIds, page);
  for (const { rows } of pages.values()) rows.forEach(stamp);
  return pages;
}
