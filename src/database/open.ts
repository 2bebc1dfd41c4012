import type { Config } from '../config.ts';
import { ensureRoles, type DatabaseRoles } from './roles.ts';
import { startEmbedded } from './embedded.ts';
import { migrate } from './orm.ts';

/** A database that is up, migrated, and has its roles. */
export interface OpenDatabase {
  readonly roles: DatabaseRoles;
  close(): Promise<void>;
}

/** Opens DATABASE_URL's server or an embedded PostgreSQL, and brings it to the newest migration. */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    const roles = await ensureRoles(config.databaseUrl, config.dataDirectory);
    await migrate(roles.owner);
    return { roles, close: async () => undefined };
  }
  const embedded = await startEmbedded(config.dataDirectory);
  try {
    const roles = await ensureRoles(embedded.url, config.dataDirectory, 'need_to_know');
    await migrate(roles.owner);
    return { roles, close: () => embedded.stop() };
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}
