import type { Config } from '../config.ts';
import { migrate } from './migrate.ts';
import { ensureRoles, type DatabaseRoles } from './roles.ts';
import { openServer } from './server.ts';

/** A running, migrated database with its roles. */
export interface OpenDatabase {
  readonly roles: DatabaseRoles;
  /** @param within milliseconds after which an embedded PostgreSQL that still runs is killed */
  close(within?: number): Promise<void>;
}

/**
 * Opens the gateway's database on DATABASE_URL's server or an embedded PostgreSQL. Makes what is missing, and migrates.
 * @throws PrivacyError DATABASE_START_FAILED, SCHEMA_TOO_NEW or MIGRATION_BLOCKED
 */
export async function openDatabase(config: Config): Promise<OpenDatabase> {
  const server = await openServer(config);
  try {
    const roles = await ensureRoles(server.administrator, config.dataDirectory, server.database);
    await migrate(roles.owner);
    return { roles, close: (within) => server.stop(within) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
