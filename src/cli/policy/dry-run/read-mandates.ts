import type { DataCategory } from '../../../engine/register.ts';
import type { Client } from 'pg';

/** Reads the categories of all mandates, by id. A mandate's categories never change. */
export async function readMandates(client: Client): Promise<ReadonlyMap<string, ReadonlySet<DataCategory>>> {
  const { rows } = await client.query<{ id: string; categories: DataCategory[] }>('select id, categories from recreation.mandate');
  return new Map(rows.map(({ id, categories }) => [id, new Set(categories)]));
}
