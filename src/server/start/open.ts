import type { Config } from '../../platform/settings/config.ts';
import { assertReady } from './check/assert-ready.ts';
import type { DatabaseSchema } from '../../platform/postgres/migrations/database-schema.ts';
import { roleNames } from '../../platform/postgres/roles/role-names.ts';
import { databaseRoles, type DatabaseRoles } from '../../platform/postgres/roles/roles.ts';
import { openServer } from '../../platform/postgres/connections/server.ts';
import type { ServingRole } from '../../platform/postgres/roles/serving-role.ts';

/** A running, migrated database with its roles. */
export interface OpenDatabase {
  /** URL of server and database. Its role is not used. */
  readonly url: string;
  readonly roles: DatabaseRoles;
  /** @param within milliseconds after which an embedded PostgreSQL that still runs is killed */
  close(within?: number): Promise<void>;
}

/**
 * Opens the gateway's database on DATABASE_URL's server, or an embedded PostgreSQL, which it prepares and migrates.
 * @param serves the roles that this process serves with. Nothing is changed if one of them is not ready.
 * @throws PrivacyError DATABASE_START_FAILED; SETTING_INVALID, naming what is wrong; SCHEMA_TOO_OLD, SCHEMA_TOO_NEW or MIGRATION_BLOCKED
 */
export async function openDatabase(config: Config, serves: readonly ServingRole[], schema: DatabaseSchema): Promise<OpenDatabase> {
  const server = await openServer(config);
  try {
    const roles = databaseRoles(config, server.url);
    if (server.administrator !== undefined) {
      // Production needs neither.
      const [{ prepareDatabase }, { migrate }] = await Promise.all([
        import('../../platform/postgres/prepare/prepare.ts'),
        import('../../platform/postgres/migrations/migrate.ts'),
      ]);
      await prepareDatabase(server.administrator, config, server.url, { keepsSettings: server.isShared });
      await migrate(roles.owner, schema.migrations, { roles: roleNames(config.databaseRolePrefix) });
    }
    for (const role of serves) await assertReady(config, role, roles[role], schema);
    return { url: server.url, roles, close: (within) => server.stop(within) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
