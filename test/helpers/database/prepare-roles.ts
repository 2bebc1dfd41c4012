import { readConfig } from '../../../src/platform/settings/config.ts';
import { prepareDatabase, type PrepareOptions } from '../../../src/platform/postgres/prepare/prepare.ts';
import { databaseRoles, type DatabaseRoles } from '../../../src/platform/postgres/roles/roles.ts';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';

/** Makes a database and its roles, as `database prepare` does, with passwords in a data directory. */
export async function prepareRoles(
  administrator: string,
  dataDirectory: string,
  database: string,
  options?: PrepareOptions,
): Promise<DatabaseRoles> {
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: dataDirectory });
  const server = serverUrl(administrator, database);
  await prepareDatabase(administrator, config, server, options);
  return databaseRoles(config, server);
}
