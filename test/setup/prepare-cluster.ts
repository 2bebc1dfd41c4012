import { populate } from '../../demo/population/populate.ts';
import { readConfig } from '../../src/platform/settings/config.ts';
import { migrate } from '../../src/platform/postgres/migrations/migrate.ts';
import { databaseRoleList } from '../../src/platform/postgres/prepare/role-statements.ts';
import { makeSecret } from '../../src/platform/postgres/secrets/secrets.ts';
import { asRole } from '../helpers/database/as-role.ts';
import { prepareRoles } from '../helpers/database/prepare-roles.ts';
import { storeDemoClients } from '../helpers/tokens/store-demo-clients.ts';
import { templateName, testNow, testToday } from '../helpers/database/cluster.ts';
import { townDatabase } from '../../src/town/shared/database/database.ts';

const residents = 300;

/**
 * Makes the roles in a PostgreSQL, and fills the template database that suites copy.
 * @param administrator connection string
 * @param isGiven whether another program keeps it: it may hold the roles and the template of an earlier run
 */
export async function prepareCluster(administrator: string, dataDirectory: string, isGiven: boolean): Promise<void> {
  // An earlier run may have left a template with an older schema.
  if (isGiven) await asRole(administrator, (client) => client.query(`drop database if exists ${templateName} with (force)`));
  // A server that is given may have the roles of an earlier run, with other passwords. Here no other process uses them.
  const { secrets } = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDirectory });
  for (const role of databaseRoleList) makeSecret(secrets, `database-${role}`);
  const { owner } = await prepareRoles(administrator, dataDirectory, templateName, { setPasswords: isGiven ? databaseRoleList : [] });
  if (isGiven) await assertChecksPasswords(owner);
  await migrate(owner, townDatabase.migrations);
  await populate(owner, { residents, today: testToday, now: testNow });
  await storeDemoClients(owner);
}

/** Refuses a server that accepts any password: tests of wrong passwords would fail there, each for no reason of its own. */
async function assertChecksPasswords(url: string): Promise<void> {
  const wrong = Object.assign(new URL(url), { password: 'wrong' }).href;
  const isAccepted = await asRole(wrong, async () => true).catch(() => false);
  if (isAccepted) throw new Error('DATABASE_URL: the server accepts a wrong password; let its pg_hba.conf ask for scram-sha-256.');
}
