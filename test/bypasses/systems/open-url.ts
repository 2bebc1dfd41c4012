import { asRole } from '../../helpers/database/as-role.ts';
import { tables } from '../clinic/tables.ts';
import type { Place } from './system.ts';

/** Makes the tables of the clinic. @returns the connection string of the superuser by the proxy */
export async function openUrl({ administrator, database, watched }: Place, ...more: readonly string[]): Promise<string> {
  const url = Object.assign(new URL(administrator), { pathname: `/${database}` }).href;
  await asRole(url, async (client) => {
    for (const text of [tables, ...more]) await client.query(text);
  });
  return watched.through(url);
}
