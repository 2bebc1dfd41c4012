import { sql } from '../sql.ts';
import type { Payment } from '../generated/schema.ts';
import { project, type Columns } from './columns.ts';
import { readFirstPages, type NestedListing } from './first-pages.ts';
import { readPage, type Page, type PageRequest } from './page.ts';
import type { Reader } from './reader.ts';
import { aboutPerson, type Row } from './row.ts';

const columns: Columns<Payment, 'id'> = {
  amount: sql`payment.amount::text`,
  method: sql`payment.method`,
  paidAt: sql`payment.paid_at`,
  purchaseId: sql`payment.purchase_id`,
};

function newestFirst(fields: ReadonlySet<string>): NestedListing {
  return {
    columns: sql`payment.id, payment.resident_id as "residentId", ${project(columns, fields)}`,
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

export async function readPayment(reader: Reader, id: string, fields: ReadonlySet<string>): Promise<Row<Payment> | undefined> {
  const { rows } = await sql<Row<Payment>>`
    select ${newestFirst(fields).columns} from recreation.payment payment where payment.id = ${id}::uuid`.execute(reader.database);
  return rows[0] && stamp(rows[0]);
}

/** Reads a page of one resident's payments, newest first. */
export async function readPayments(
  reader: Reader,
  residentId: string,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Payment>> {
  const listing = newestFirst(fields);
  const found = await readPage<Payment>(reader, { ...listing, where: sql`payment.resident_id = ${residentId}::uuid` }, page);
  found.rows.forEach(stamp);
  return found;
}

/** Reads the first or last page of each resident's payments, newest first, in one batch. */
export async function readFirstPayments(
  reader: Reader,
  residentIds: readonly string[],
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Page<Payment>>> {
  const pages = await readFirstPages<Payment>(reader, newestFirst(fields), residentIds, page);
  for (const { rows } of pages.values()) rows.forEach(stamp);
  return pages;
}
