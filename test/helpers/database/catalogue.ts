import type { Client } from 'pg';
import { readDefinitions } from '../../../src/platform/postgres/definitions/read-definitions.ts';
import { roleNames } from '../../../src/platform/postgres/roles/role-names.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

/**
 * Reads everything that migrations made, from the database's own catalogue, but no rows.
 * @returns one line for each object, in order; equal schemas give equal lines
 */
export async function readCatalogue(client: Client): Promise<readonly string[]> {
  await client.query('begin read only');
  const definitions = await readDefinitions(client, roleNames(), townDatabase.schemas);
  await client.query('commit');
  return Object.entries(definitions).map(([object, text]) => `${object}: ${text}`);
}
