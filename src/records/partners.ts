import { sql } from '../sql.ts';
import type { Reader } from './reader.ts';
import type { Row } from './row.ts';

/** Reads partners by id. They are organisations, so their rows have no data subject. */
export async function readPartnersById(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const { rows } = await sql<Row & { id: string }>`
    select partner.id, partner.name, partner.role from recreation.partner partner
    where partner.id = any(${[...ids]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.id, row]));
}
