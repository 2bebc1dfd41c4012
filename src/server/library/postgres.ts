import { migrate } from '../../platform/postgres/migrations/migrate.ts';
import { openServer, serverUrl } from '../../platform/postgres/connections/server.ts';
import { prepareDatabase as prepare, type Prepared } from '../../platform/postgres/prepare/prepare.ts';
import { databaseRoles, type DatabaseRoles } from '../../platform/postgres/roles/roles.ts';
import { roleNames } from '../../platform/postgres/roles/role-names.ts';
import { readConfig } from '../../platform/settings/config.ts';
import { createApplication, type ApplicationDefinition } from './create-application.ts';

export type { DatabaseRoles, Prepared };

/** Settings by their names in the environment, in addition to it. */
export type GivenSettings = Readonly<Record<string, string>>;

/**
 * Makes the database and its roles where they are missing, as `database prepare` does. Concurrent calls are safe.
 * @param administrator connection string of an account that may create roles, and the database if that is missing
 * @param database the name of the database
 * @throws PrivacyError SETTING_INVALID if a role of that name may do more than serve; foreign errors of PostgreSQL
 */
export function prepareDatabase(administrator: string, database: string, settings: GivenSettings = {}): Promise<Prepared> {
  return prepare(administrator, readConfig({ ...process.env, ...settings }), serverUrl(administrator, database));
}

/**
 * Runs the missing migrations of an application, those of the engine and then its own, as the owner, in one transaction.
 * @throws PrivacyError SCHEMA_TOO_NEW, SETTING_INVALID where a role is missing, MIGRATION_BLOCKED; then nothing is changed
 */
export async function migrateDatabase(definition: ApplicationDefinition, settings: GivenSettings = {}): Promise<void> {
  const config = readConfig({ ...process.env, ...settings });
  const server = await openServer(config);
  try {
    const { migrations } = createApplication(definition).database;
    await migrate(databaseRoles(config, server.url).owner, migrations, { roles: roleNames(config.databaseRolePrefix) });
  } finally {
    await server.stop();
  }
}

/**
 * The connection strings of an application's roles, with the passwords of DATA_DIR or of the settings.
 * @param server connection string of any account, for its host and port
 */
export function rolesOf(server: string, database: string, settings: GivenSettings = {}): DatabaseRoles {
  return databaseRoles(readConfig({ ...process.env, ...settings }), serverUrl(server, database));
}
