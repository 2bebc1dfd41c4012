import type { Reader } from '../../engine/rows/reader.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { RowScope, Service } from '../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../shared/rows/columns.ts';
import { readPage, type Page, type PageRequest } from '../shared/rows/page.ts';
import type { Row } from '../shared/rows/row.ts';

const columns: Columns<Service, 'id'> = {
  name: sql`service.name`,
  description: sql`service.description`,
  price: sql`service.price::text`,
  minimumAge: sql`service.minimum_age`,
  validDays: sql`service.valid_days`,
};

const from = sql`recreation.service service`;

function select(fields: ReadonlySet<string>): Sql {
  return sql`service.id, ${project(columns, fields)}`;
}

/** Reads a page of the services, by name. Services have no data subject, so OPEN is their only scope. */
export function readServices(
  reader: Reader,
  scope: RowScope | undefined,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Service>> {
  const listing = {
    columns: select(fields),
    from,
    where: scope === 'OPEN' ? sql<boolean>`true` : sql<boolean>`false`,
    key: { expression: sql`service.name`, type: 'text' as const },
    id: sql`service.id`,
  };
  return readPage<Service>(reader, listing, page);
}

export async function readServicesById(
  reader: Reader,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Row<Service>>> {
  const { rows } = await sql<Row<Service> & { id: string }>`
    select ${select(fields)} from ${from} where service.id = any(${[...ids]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.id, row]));
}
