import type { Command } from 'commander';
import type { LoadApplication } from '../../engine/application.ts';
import { readConfig } from '../../platform/settings/config.ts';
import { migrate } from '../../platform/postgres/migrations/migrate.ts';
import { openServer } from '../../platform/postgres/connections/server.ts';
import { databaseRoles } from '../../platform/postgres/roles/roles.ts';
import { roleNames } from '../../platform/postgres/roles/role-names.ts';
import { helpAfter } from '../terminal/help-after.ts';
import { withExitCode } from '../terminal/with-exit-code.ts';

const examples = `
Run it after "database prepare", and before each start of a new version. It uses DATABASE_OWNER_URL, or the server of
DATABASE_URL with the secret database-owner. All missing migrations run in one transaction.

Examples:
  $0 database migrate

Exit codes: 0, 2 on failure; then nothing is changed.`;

/** `database migrate`: runs the missing migrations as the owner. */
export function addMigrate(database: Command, load: LoadApplication): void {
  database
    .command('migrate')
    .description('Brings the schema of the database to this version, as the role that owns it.')
    .addHelpText('after', helpAfter(examples))
    .action(
      withExitCode(async () => {
        const config = readConfig();
        const { migrations } = (await load()).database;
        const server = await openServer(config);
        try {
          await migrate(databaseRoles(config, server.url).owner, migrations, { roles: roleNames(config.databaseRolePrefix) });
        } finally {
          await server.stop();
        }
        process.stdout.write('the schema is of this version\n');
        return false;
      }),
    );
}
