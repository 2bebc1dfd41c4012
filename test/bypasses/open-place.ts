import { asRole } from '../helpers/database/as-role.ts';
import type { Cluster } from './run-cases.ts';
import type { Place } from './systems/system.ts';
import { watchDatabase } from './watch-database.ts';

/** Makes an empty database behind a proxy. `close` drops it. */
export async function openPlace({ administrator, dataDirectory }: Cluster, database: string): Promise<Place & { close(): Promise<void> }> {
  await asRole(administrator, (client) => client.query(`create database ${database} template template0`));
  const watched = await watchDatabase(administrator);
  return {
    administrator,
    dataDirectory,
    database,
    watched,
    close: async () => {
      await watched.stop();
      await asRole(administrator, (client) => client.query(`drop database if exists ${database} with (force)`));
    },
  };
}
